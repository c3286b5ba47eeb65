import { automatonProblems } from "./automaton-problems.ts";
import { bitProblems } from "./bit-problems.ts";
import { indexProblems } from "./index-problems.ts";
import { maxSat } from "./max-sat-problem.ts";
import { monkProblems } from "./monk-problems.ts";
import { orientation } from "./orientation-problem.ts";
import type { Problem } from "./problem.ts";
import { tableProblems } from "./table-problems.ts";
import { ticTacToe } from "./tic-tac-toe.ts";
import { wideProblems } from "./wide-problems.ts";

/** Problems with known answers beside the automata, by name. */
export const problems: ReadonlyMap<string, Problem> = new Map<string, Problem>([
  ...bitProblems,
  ...indexProblems,
  ["orientation", orientation],
  ["tic-tac-toe", ticTacToe],
  ...monkProblems,
  ...automatonProblems,
  ...wideProblems,
  ...tableProblems,
  ["max-sat", maxSat],
]);
