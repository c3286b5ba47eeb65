import { type ArrayValue, evaluate, WrongInput } from "../program/evaluate.ts";
import type { Program } from "../program/program.ts";
import type { Score } from "./peers.ts";

/** Inputs of a program, and the right answer as the numbers that the program gives, flat. */
export interface ProgramTest {
  readonly inputs: readonly ArrayValue[];
  readonly answer: readonly number[];
}

/** Shares of numbers and of whole answers that are right; a size that is not taken is wrong. */
export function scoreProgram(program: Program, tests: readonly ProgramTest[]): Score {
  let [cells, right, samples] = [0, 0, 0];
  for (const { inputs, answer } of tests) {
    const found = answersOf(program, inputs);
    const matches = answer.filter((value, k) => value === found[k]).length;
    cells += answer.length;
    right += matches;
    if (matches === answer.length && found.length === answer.length) samples += 1;
  }
  return { cells: right / cells, samples: samples / tests.length };
}

/** Flat, as labels where these are numbers; none where the program does not take the inputs. */
export function answersOf(program: Program, inputs: readonly ArrayValue[]): readonly number[] {
  try {
    const result = evaluate(program, inputs);
    const numbers = typeof result === "number" ? [result] : [...result.data];
    const { labels } = program;
    return labels === undefined ? numbers : numbers.map((number) => Number(labels[number]));
  } catch (error) {
    if (error instanceof WrongInput || error instanceof RangeError) return [];
    throw error;
  }
}
