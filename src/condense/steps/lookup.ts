import type { StepPart } from "../../enn/network.ts";
import { predictor } from "../../enn/predict.ts";
import { extremesOf } from "../../math/domain.ts";
import { block, define, element, integer, list, subtract, variable } from "../../program/build.ts";
import { fresh } from "../../program/names.ts";
import type { Expression, Program } from "../../program/program.ts";
import { readingCost } from "../../program/reading-cost.ts";

/** A table with more entries is no easier to read than any rule. */
const MOST_ENTRIES = 48;

/**
 * The program of a part of a step, or, where that is easier to read, one that looks its values up:
 * `steps[state][value]`. What is carried comes first, as in the tables of automata.
 */
export function orLookup(program: Program, network: StepPart, nCarried: number): Program {
  const lookup = lookupOf(program, network, nCarried);
  return lookup !== undefined && readingCost(lookup) < readingCost(program) ? lookup : program;
}

function lookupOf(program: Program, network: StepPart, nCarried: number): Program | undefined {
  const { inputs } = network;
  if (inputs.some(({ domain }) => domain.kind === "real" || domain.kind === "one-hot")) {
    return undefined;
  }
  const ranges = inputs.map(({ domain }) => extremesOf(domain));
  const widths = ranges.map(({ low, high }) => high - low + 1);
  if (!(widths.reduce((product, width) => product * width, 1) <= MOST_ENTRIES)) return undefined;
  const nCells = inputs.length - nCarried;
  const order = [...inputs.keys()].map((k) => (k + nCells) % inputs.length);
  const predict = predictor(network);
  const entries = (values: readonly number[]): Expression => {
    const input = order[values.length];
    if (input === undefined) {
      return integer(predict(inputs.map((_, k) => values[order.indexOf(k)]!))[0]!);
    }
    const { low } = ranges[input]!;
    return list(Array.from({ length: widths[input]! }, (_, k) => entries([...values, low + k])));
  };
  const name = fresh("steps", new Set(program.inputs.map((input) => input.name)));
  const indices = order.map((input) => {
    const value = variable(program.inputs[input]!.name);
    const { low } = ranges[input]!;
    return low === 0 ? value : subtract(value, integer(low));
  });
  const body = block([define(name, entries([]))], element(name, ...indices));
  return { ...program, body };
}
