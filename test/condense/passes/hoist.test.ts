import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hoist } from "../../../src/condense/passes/hoist.ts";
import { nameLoops } from "../../../src/condense/passes/name-loops.ts";
import { substitute } from "../../../src/condense/passes/variables.ts";
import { printPython } from "../../../src/emit/python.ts";
import { binary } from "../../../src/math/domain.ts";
import {
  add,
  any,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  range,
  size,
  subtract,
  sum,
  table,
  truth,
  variable,
} from "../../../src/program/build.ts";
import { check } from "../../../src/program/check.ts";
import { type ArrayValue, evaluate } from "../../../src/program/evaluate.ts";
import type { Block, Expression, Program } from "../../../src/program/program.ts";
import { rebuild } from "../../../src/program/rebuild.ts";

const programOf = (body: Block): Program => ({
  name: "f",
  inputs: [{ name: "x", shape: ["n", "m"], domain: binary }],
  body,
});

const rows = range("loop 0", integer(0), size("n"));
const columns = range("loop 1", integer(0), size("m"));
const [i, j] = [variable("loop 0"), variable("loop 1")];
const alongRow = (name: string, row: Expression): Expression =>
  sum([range(name, integer(0), size("m"))], element("x", row, variable(name)));
const everything = (a: string, b: string): Expression =>
  sum(
    [range(a, integer(0), size("n")), range(b, integer(0), size("m"))],
    element("x", variable(a), variable(b)),
  );
const cellwise = (result: Expression): Program =>
  programOf(block([], table([rows, columns], block([], result))));

/** The lines of the printed function after its docstring. */
function lines(program: Program): string[] {
  const text = printPython(nameLoops(program));
  return text
    .slice(text.lastIndexOf('"""\n') + 4)
    .trimEnd()
    .split("\n");
}

describe("hoist", () => {
  it("computes a total once that does not depend on the place", () => {
    const program = hoist(cellwise(subtract(everything("step 2", "step 3"), element("x", i, j))));
    expect(program.body.lets.map(({ name }) => name)).toEqual(["total"]);
    expect(lines(program)[0]).toBe("    total = sum(map(sum, x))");
  });

  it("computes the total of a row once for each row", () => {
    const program = hoist(cellwise(subtract(alongRow("step 2", i), element("x", i, j))));
    expect(program.body.lets.map(({ name }) => name)).toEqual(["row_sums"]);
    expect(lines(program)[0]).toBe("    row_sums = [sum(row) for row in x]");
  });

  it("gives equal totals one name", () => {
    const [a, b] = [everything("step 2", "step 3"), everything("step 4", "step 5")];
    const program = hoist(cellwise(add(a, b)));
    expect(program.body.lets.map(({ name }) => name)).toEqual(["total"]);
  });

  it("leaves what a place needs for itself where it is", () => {
    const program = cellwise(
      sum([range("step 2", integer(0), add(i, j))], element("x", i, integer(0))),
    );
    expect(hoist(program).body.lets).toEqual([]);
  });

  it("moves nothing out of a branch that depends on a place", () => {
    // Only where the row is not the last one is there a next row.
    const isLast = compare(i, "==", subtract(size("n"), integer(1)));
    const next = alongRow("step 2", add(i, integer(1)));
    const program = hoist(cellwise(choose(isLast, integer(0), next)));
    expect(program.body.lets).toEqual([]);
    check(program);
    expect(outputs(program, [2, 2], [0, 1, 1, 1])).toEqual([2, 2, 0, 0]);
  });

  it("puts what is hoisted before the value that needs it", () => {
    const first = define(
      "marks",
      table([rows], block([], bit(compare(everything("step 2", "step 3"), ">", i)))),
    );
    const result = sum(
      [range("loop 5", integer(0), size("n"))],
      element("marks", variable("loop 5")),
    );
    const program = hoist(programOf(block([first], result)));
    expect(program.body.lets.map(({ name }) => name)).toEqual(["total", "marks"]);
    check(program);
  });
});

/** Numbers at place (loop 0, loop 1), with totals over what depends on none, one or both of them. */
const { numbers } = fc.letrec<{ numbers: Expression; truths: Expression }>((tie) => ({
  numbers: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(i, j, element("x", i, j), element("x", i, integer(0)), integer(2)),
    fc.constant(alongRow("step 10", i)),
    fc.constant(everything("step 11", "step 12")),
    fc.constant(alongRow("step 13", integer(0))),
    fc.tuple(tie("numbers"), tie("numbers")).map(([a, b]) => add(a, b)),
    fc.tuple(tie("truths"), tie("numbers"), tie("numbers")).map(([c, a, b]) => choose(c, a, b)),
    tie("truths").map(bit),
  ) as fc.Arbitrary<Expression>,
  truths: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant(truth(element("x", i, j))),
    fc.constant(
      any([range("step 14", integer(0), size("n"))], truth(element("x", variable("step 14"), j))),
    ),
    fc.tuple(tie("numbers"), tie("numbers")).map(([a, b]) => compare(a, "<", b)),
  ) as fc.Arbitrary<Expression>,
}));

it("a program means the same before and after", () => {
  let nHoisted = 0;
  fc.assert(
    fc.property(
      numbers,
      fc.array(fc.constantFrom(0, 1), { minLength: 6, maxLength: 6 }),
      (result, x) => {
        const program = nameLoops(cellwise(distinct(result)));
        const hoisted = nameLoops(hoist(cellwise(distinct(result))));
        check(hoisted);
        nHoisted += hoisted.body.lets.length;
        for (const shape of [
          [2, 3],
          [3, 2],
          [6, 1],
        ] as const) {
          expect(outputs(hoisted, shape, x)).toEqual(outputs(program, shape, x));
        }
      },
    ),
    { seed: 91, numRuns: 300 },
  );
  expect(nHoisted).toBeGreaterThan(100);
});

/** The expression with loops of its own at every place, as the condenser gives them. */
function distinct(expression: Expression): Expression {
  let next = 100;
  const visit = (each: Expression): Expression => {
    const inner = rebuild(each, { expression: visit });
    if (inner.kind !== "sum" && inner.kind !== "any") return inner;
    const names = new Map(inner.ranges.map((own) => [own.variable, `step ${next++}`]));
    const values = new Map([...names].map(([name, other]) => [name, variable(other)]));
    const ranges = inner.ranges.map((own) => ({ ...own, variable: names.get(own.variable)! }));
    return { ...inner, ranges, body: substitute(inner.body, values) };
  };
  return visit(expression);
}

function outputs(program: Program, shape: readonly number[], x: readonly number[]): number[] {
  return [...(evaluate(program, [{ shape, data: Float64Array.from(x) }]) as ArrayValue).data];
}
