import type { Dataset } from "../data/dataset.ts";
import { sizeOf } from "../math/shape.ts";
import type { Program } from "../program/program.ts";
import { type CellFunction, cellFunctionsOf } from "./cell-functions.ts";
import type { Node } from "./circuit.ts";
import { circuitAlgebra } from "./circuit-algebra.ts";
import { columnsOf, fillerOf } from "./columns.ts";
import { coneOf } from "./cone.ts";
import { coverSteps } from "./cover-steps.ts";
import type { Coverage, CoveragePart } from "./coverage.ts";
import { expand } from "./expansion.ts";
import { inputMisfit } from "./misfit.ts";
import { Obstacle, orObstacle } from "./obstacle.ts";
import { possibleRows } from "./possible-rows.ts";
import { type Row, RowCode } from "./row-code.ts";

/**
 * Which of the cases that a program distinguishes do the samples show?
 *
 * A cell function's cases are the rows of values that its features take on binary inputs of the data's
 * size, counted exactly by decision diagrams; where these grow too large, an upper bound is given and
 * `unseen` is empty. Where a function cannot be taken apart, or inputs are not binary, its cases are
 * the inputs themselves and it has no features. The result of an unseen case is that at the first
 * place that can show it. Expects a program that passes its check.
 * Cost: an expansion for each part, then places times samples.
 */
export function cover(program: Program, dataset: Dataset): Coverage {
  const parts = partsOf(program, dataset);
  return {
    cases: limited(parts.reduce((total, part) => total + part.cases, 0)),
    seen: parts.reduce((total, part) => total + part.seen, 0),
    parts,
  };
}

function partsOf(program: Program, dataset: Dataset): CoveragePart[] {
  const { result } = program.body;
  if (result.kind === "scan" || result.kind === "fold") {
    return [coverSteps(program, result, dataset) ?? coverWhole(dataset)];
  }
  return cellFunctionsOf(program).map((cell) => {
    const part = orObstacle(() => coverPart(cell, dataset));
    return "reason" in part ? coverWhole(dataset) : part;
  });
}

const maxUnseen = 100;

function coverPart({ features, probe }: CellFunction, dataset: Dataset): CoveragePart {
  const misfit = inputMisfit(dataset.inputs, probe.inputs);
  const isBinary = dataset.inputs.every(({ domain }) => domain.kind === "binary");
  if (misfit !== undefined || !isBinary) throw new Obstacle(misfit ?? "inputs are not binary");
  const shapes = dataset.inputs.map(({ shape }) => shape);
  const { items } = expand(probe, shapes, {
    algebra: circuitAlgebra,
    meter: { steps: 0 },
  });
  const places = split(items, features.length + 1);
  const code = new RowCode(places);
  const seen = rowsOf(
    places.map((row) => code.encode(row)),
    code,
    dataset,
  );
  const possible = possibleRows(places, code);
  if (possible.kind === "at most") {
    return { features, cases: Math.max(possible.count, seen.size), seen: seen.size, unseen: [] };
  }
  const rows = new Map<number, Row>([...possible.rows, ...seen]);
  const unseen = [...rows].filter(([key]) => !seen.has(key)).sort(([a], [b]) => a - b);
  return {
    features,
    cases: rows.size,
    seen: seen.size,
    unseen: unseen.slice(0, maxUnseen).map(([, row]) => row),
  };
}

function split(items: readonly Node[], length: number): (readonly Node[])[] {
  return Array.from({ length: items.length / length }, (_, place) =>
    items.slice(place * length, (place + 1) * length),
  );
}

/** The rows that occur in the samples, by key. */
function rowsOf(codes: readonly Node[], code: RowCode, dataset: Dataset): Map<number, Row> {
  const { nodes } = coneOf(codes);
  const width = Math.max(1, Math.min(dataset.nSamples, Math.floor(maxNumbers / nodes.length)));
  const columns = columnsOf(nodes, width);
  const cells = cellReader(dataset);
  const fills = nodes.map((node) =>
    fillerOf(node, columns, (cell, base, out) => {
      for (let k = 0; k < out.length; k++)
        out[k] = cells(Math.min(base + k, dataset.nSamples - 1), cell);
    }),
  );
  const found = new Set<number>();
  for (let base = 0; base < dataset.nSamples; base += width) {
    for (const fill of fills) fill(base);
    for (const node of codes) for (const value of columns.get(node)!) found.add(value);
  }
  return new Map([...found].map((value) => [code.keyOf(value), code.decode(value)]));
}

/** Numbers that are kept at a time: 32 MB. */
const maxNumbers = 4_000_000;

/** Reads a cell of a sample; cells of all inputs are numbered one after the other. */
function cellReader({ inputs }: Dataset): (sample: number, cell: number) => number {
  const sources = inputs.flatMap(({ shape, values }) => {
    const size = sizeOf(shape);
    return Array.from({ length: size }, (_, offset) => ({ values, size, offset }));
  });
  return (sample, cell) => {
    const { values, size, offset } = sources[cell]!;
    return values[sample * size + offset]!;
  };
}

/** Every input is a case. */
function coverWhole({ inputs, nSamples }: Dataset): CoveragePart {
  const samples = Array.from({ length: nSamples }, (_, sample) =>
    inputs
      .map(({ shape, values }) => {
        const size = sizeOf(shape);
        return values.subarray(sample * size, (sample + 1) * size).join();
      })
      .join(";"),
  );
  const cases = inputs.reduce((count, input) => count * nInputs(input), 1);
  return { features: [], cases: limited(cases), seen: new Set(samples).size, unseen: [] };
}

/** How many inputs the domain has. */
function nInputs({ domain, shape }: Dataset["inputs"][number]): number {
  const size = sizeOf(shape);
  switch (domain.kind) {
    case "binary":
      return 2 ** size;
    case "sign":
      return 3 ** size;
    case "integer":
      return (domain.high - domain.low + 1) ** size;
    case "one-hot":
      return domain.values.length ** (size / domain.values.length);
    case "real":
      return Number.POSITIVE_INFINITY;
  }
}

/** Counts beyond 2^53 are as good as infinite, and infinity has no place in a file. */
function limited(count: number): number {
  return Math.min(count, Number.MAX_SAFE_INTEGER);
}
