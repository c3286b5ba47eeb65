import { Random } from "../math/random.ts";
import { elementaryStep } from "../tasks/elementary.ts";
import { everyBits } from "../tasks/every-bits.ts";
import { LIFE } from "../tasks/outer-totalistic.ts";
import type { Example } from "../tasks/problem.ts";
import { problems } from "../tasks/problems.ts";
import type { Unit } from "./experiment.ts";
import { peerTest } from "./flat.ts";
import { casesOf } from "./hidden-cases.ts";
import { patchesOf } from "./life-tests.ts";
import { type At, value } from "./measurement.ts";

/** How many lines scikit-learn prints a decision tree in that is right for all cases of a problem. */
export function treeUnit(task: string, at: Omit<At, "series">, seed: number): Unit {
  return {
    name: `${task}, a tree of all cases`,
    effort: 0.5,
    needs: "sklearn",
    measure: async ({ sklearn }) => {
      const lines = await sklearn!.treeLines({ ...peerTest(allCases(task)), seed });
      return [value({ ...at, series: "lines of a tree" }, lines)];
    },
  };
}

/** Problems whose samples are drawn; an automaton is known by what becomes of one cell. */
const DRAWN: Readonly<Record<string, () => readonly Example[]>> = {
  rule30: () => neighbourhoods(30),
  rule110: () => neighbourhoods(110),
  life: () => patchesOf(LIFE),
  argmax: () => problems.get("argmax")!.tests!.find(isAll)!.examples(new Random(0)),
};

export function allCases(task: string): readonly Example[] {
  return DRAWN[task]?.() ?? casesOf(problems.get(task)!);
}

function isAll({ name }: { readonly name: string }): boolean {
  return name.startsWith("all of");
}

function neighbourhoods(rule: number): Example[] {
  return everyBits(3).map((x) => ({ x: { x }, y: elementaryStep(rule, x, "ring")[1]! }));
}
