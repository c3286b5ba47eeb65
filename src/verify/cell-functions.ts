import { block, list, table } from "../program/build.ts";
import { inputScope, scopeInside, scopeOfRanges } from "../program/check.ts";
import type { Block, Expression, Program, Range } from "../program/program.ts";
import { dependents } from "./depends.ts";
import { featuresOf } from "./features.ts";

/** One function of the inputs, computed at one place or at all places of a table. */
export interface CellFunction {
  readonly features: readonly Expression[];
  /** A program whose result has, at each place, the features' values and then the function's. */
  readonly probe: Program;
}

/** The cell functions of a program, in order of appearance. Expects a program that passes its check. */
export function cellFunctionsOf(program: Program): CellFunction[] {
  const lets = new Map(program.body.lets.map(({ name, value }) => [name, value]));
  return cellsOf(program.body.result, lets).map((cell) => cellFunction(cell, program));
}

interface Cell {
  readonly ranges: readonly Range[];
  readonly body: Block;
}

/** Tables, items of lists, and what is neither; names of tables and lists are looked up. */
function cellsOf(result: Expression, lets: ReadonlyMap<string, Expression>): Cell[] {
  switch (result.kind) {
    case "table":
      return [result];
    case "list":
      return result.items.flatMap((item) => cellsOf(item, lets));
    case "variable": {
      const value = lets.get(result.name);
      return value === undefined ? [alone(result)] : cellsOf(value, lets);
    }
    case "integer":
    case "number":
    case "size":
    case "element":
    case "add":
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
    case "power":
    case "sign":
    case "compare":
    case "member":
    case "and":
    case "or":
    case "xor":
    case "not":
    case "bit":
    case "truth":
    case "if":
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
    case "argmax":
    case "argmin":
    case "pad":
    case "softmax":
      return [alone(result)];
    case "scan":
    case "fold":
      return [];
  }
}

function alone(result: Expression): Cell {
  return { ranges: [], body: block([], result) };
}

function cellFunction({ ranges, body }: Cell, program: Program): CellFunction {
  const outer = scopeInside(program.body, inputScope(program));
  const scope = scopeInside(body, scopeOfRanges(ranges, outer));
  const lets = [...program.body.lets, ...body.lets];
  const features = featuresOf(body.result, {
    scope,
    lets: new Map(lets.map(({ name, value }) => [name, value])),
    variable: dependents(lets, new Set(program.inputs.map(({ name }) => name))),
  });
  const row = list([...features.map(({ guarded }) => guarded), body.result]);
  const cells = table(ranges, block(body.lets, row));
  return {
    features: features.map(({ expression }) => expression),
    probe: { ...program, body: block(program.body.lets, cells) },
  };
}
