import type { Network } from "../../enn/network.ts";
import type { ShouldStop } from "../../math/stop.ts";
import type { Program } from "../../program/program.ts";
import { readingCost } from "../../program/reading-cost.ts";
import { sayAmounts } from "../passes/amounts.ts";
import { sayDecisions } from "../passes/decisions.ts";
import { sayDifferences } from "../passes/differences.ts";
import { sayExtremes } from "../passes/extremes.ts";
import { hoist } from "../passes/hoist.ts";
import { nameLoops } from "../passes/name-loops.ts";
import { readOriginals } from "../passes/originals.ts";
import type { Wiring } from "../wiring.ts";
import { assembleFamilies } from "./assemble.ts";
import { findFamilies, type Plan } from "./find.ts";
import { Stopped } from "./stopped.ts";

interface Given {
  readonly network: Network;
  readonly wiring: Wiring;
  readonly name: string;
  readonly shouldStop: ShouldStop;
}

/** The programs that compute a network family by family, with units that look as far as they can, or not. */
export function condenseFamilies(given: Given): Program[] {
  const programs: Program[] = [];
  try {
    const far = findFamilies(given, "far");
    const first = programOf(far, given);
    programs.push(first);
    if (!far.isFar || isGoodEnough(first, given.network)) return programs;
    programs.push(programOf(findFamilies(given, "near"), given));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    if (programs.length === 0) programs.push(programOf(findFamilies(given, "plain"), given));
  }
  return programs;
}

/** Of a large network, a short program: to look for a shorter one takes as long again. */
function isGoodEnough(program: Program, { layers }: Network): boolean {
  const nWeights = layers.reduce((sum, { weights }) => sum + weights.values.length, 0);
  return nWeights > LARGE && readingCost(program) < SHORT;
}

const LARGE = 2500;
const SHORT = 400;

function programOf(plan: Plan, given: Given): Program {
  const assembled = assembleFamilies({ ...given, plan });
  const lengths = lengthsOf(assembled, given.network);
  const told = sayDifferences(sayAmounts(assembled), lengths);
  return nameLoops(readOriginals(hoist(sayDecisions(sayExtremes(told)))));
}

/** What the program's symbols of lengths stand for in the network. */
function lengthsOf({ inputs }: Program, network: Network): ReadonlyMap<string, number> {
  return new Map(
    inputs.flatMap(({ shape }, input) =>
      shape.flatMap((length, axis) =>
        typeof length === "string" ? [[length, network.inputs[input]!.shape[axis]!] as const] : [],
      ),
    ),
  );
}
