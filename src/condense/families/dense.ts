import { toDoubles } from "../../math/doubles.ts";
import { element, multiply, range, variable } from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";
import { fixed } from "./amount.ts";
import type { DenseSum } from "./family.ts";
import type { Source } from "./find.ts";
import type { Lengths } from "./layout.ts";
import type { Part } from "./part.ts";
import type { CellExpression } from "./writer.ts";

/** Names for tables of constants, of one axis more than the source that they weigh. */
export type DenseTables = (
  hint: "weights" | "biases",
  shape: readonly number[],
  values: readonly number[],
) => string;

interface DenseGiven {
  readonly sources: readonly Source[];
  readonly lengths: Lengths;
  readonly fresh: (hint: "loop" | "step") => string;
  readonly tables: DenseTables;
  readonly cell: (source: number, indices: readonly Expression[]) => CellExpression;
}

/** Units without a pattern: every cell times its weight in a table, and a table of biases. */
export function denseParts(
  sums: readonly DenseSum[],
  member: Expression,
  given: DenseGiven,
): Part[] {
  const sources = [...new Set(sums.flatMap(({ weights }) => [...weights.keys()]))].sort(
    (a, b) => a - b,
  );
  return [
    ...sources.map((source) => weightPart(sums, source, { member, given })),
    ...biasParts(sums, { member, given }),
  ];
}

interface At {
  readonly member: Expression;
  readonly given: DenseGiven;
}

function weightPart(sums: readonly DenseSum[], source: number, { member, given }: At): Part {
  const { grid, bounds } = given.sources[source]!;
  const size = grid.shape.reduce((product, length) => product * length, 1);
  const values = sums.flatMap(({ weights }) =>
    Array.from({ length: size }, (_, cell) => weights.get(source)?.get(cell) ?? 0),
  );
  const isAlone = sums.length === 1;
  const shape = isAlone ? grid.shape : [sums.length, ...grid.shape];
  const table = given.tables("weights", shape, values);
  const ranges = grid.shape.map((_, axis) =>
    range(
      given.fresh("loop"),
      { kind: "integer", value: 0 },
      given.lengths.sources[source]![axis]!,
    ),
  );
  const indices = ranges.map(({ variable: name }) => variable(name));
  const at = isAlone ? indices : [member, ...indices];
  const weight = at.length === 0 ? variable(table) : element(table, ...at);
  return {
    key: `dense ${source}`,
    weight: 1,
    ranges,
    body: multiply(weight, given.cell(source, indices).number),
    condition: undefined,
    count: fixed(size),
    bounds: {
      low: -Infinity,
      high: Infinity,
      isInteger: bounds.isInteger && values.every(Number.isSafeInteger),
    },
  };
}

/** Biases as one table, or as several where one double is not enough. */
function biasParts(sums: readonly DenseSum[], { member, given }: At): Part[] {
  if (sums.every(({ bias }) => bias === 0)) return [];
  const doubles = sums.map(({ bias }) => toDoubles(bias));
  const most = Math.max(...doubles.map(({ length }) => length));
  return Array.from({ length: most }, (_, k): Part => {
    const values = doubles.map((each) => each[k] ?? 0);
    const table =
      sums.length === 1
        ? undefined
        : element(given.tables("biases", [sums.length], values), member);
    return {
      key: `bias ${k}`,
      weight: 1,
      ranges: [],
      body: table ?? constantOf(values[0]!),
      condition: undefined,
      count: fixed(1),
      bounds: { low: -Infinity, high: Infinity, isInteger: values.every(Number.isSafeInteger) },
    };
  });
}

function constantOf(value: number): Expression {
  return Number.isInteger(value) ? { kind: "integer", value } : { kind: "number", value };
}
