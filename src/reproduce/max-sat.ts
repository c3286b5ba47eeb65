import type { Network } from "../enn/network.ts";
import { maxSat as network } from "../tasks/max-sat-network.ts";
import { BY_HAND } from "./by-hand.ts";
import type { Experiment, Settings, Unit } from "./experiment.ts";
import { optimalChoices } from "./max-sat/optimal-choices.ts";
import {
  best,
  known,
  type Learnt,
  learnAll,
  learntSolvers,
  type Solver,
} from "./max-sat/solvers.ts";
import { formulasUnit } from "./max-sat/trials.ts";
import { text } from "./measurement.ts";
import { networkPanels, networkUnit } from "./network-unit.ts";
import type { Panel } from "./panel.ts";
import { sideBySide } from "./side-by-side.ts";
import { streamOf } from "./stream.ts";

/** Kinds of clauses. */
const KINDS = [
  { kind: "clauses of 3 literals", least: 3, most: 3 },
  { kind: "clauses of 1 to 3 literals", least: 1, most: 3 },
] as const;

/** Of formulas for which the optimum is found. */
const FEW = 10;
const RATIOS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** Clauses for each variable where it is the number of variables that grows. */
const RATIO = 5;
const SIZES = [5, 10, 20, 50, 100, 200, 500, 1000];

const CHOICES = "right choices that matter, of those not shown";
const PROGRAMS = "policies for one variable after the other";

export const maxSat: Experiment = {
  name: "max-sat",
  title: "Maximum satisfiability",
  about:
    "As many clauses of a random formula as possible are to hold. Policies set one variable after the other, and clauses that hold drop " +
    "out. Two come from formulas of one clause, as published: what we learn from their probabilities, and the published " +
    "network's own. Another one is learnt from 2,000 choices: numbers of clauses of each length that ask for a variable and for its " +
    "opposite, and how it is set in an optimal assignment, where that matters. They meet Johnson's greedy algorithm, the majority of a " +
    "variable's literals, a randomised 3/4 approximation (the better of a random assignment and of the rounded linear relaxation), random " +
    "assignments, and the optimum by integer programming. Differences are taken formula by formula; an interval that holds 0 is a tie.",
  panels: [
    ...KINDS.flatMap(({ kind }) => [
      panel(shareByRatio(kind), "share", "clauses for each variable", "linear"),
      panel(differenceByRatio(kind), "difference", "clauses for each variable", "linear"),
    ]),
    panel(shareBySize(), "share", "variables", "log"),
    panel(differenceBySize(), "difference", "variables", "log"),
    panel(CHOICES, "share", "choices shown"),
    ...networkPanels,
    panel(PROGRAMS, "text", "learnt from"),
  ],
  units: (settings) => {
    const learnt = once(() => learnAll(settings.seed));
    const solvers = async (): Promise<Solver[]> => [...learntSolvers(await learnt()), ...known];
    return [
      programs(learnt),
      ...byRatio(settings, async () => [...(await solvers()), best]),
      ...bySize(settings, solvers),
      ...choices(settings),
      networkUnit("MAX-SAT, 5 variables, 50 clauses", published, BY_HAND.johnson),
    ];
  },
};

function panel(what: string, unit: Panel["unit"], x: string, axis?: Panel["axis"]): Panel {
  return { what, unit, x, ...(axis && { axis }) };
}

function shareByRatio(kind: string): string {
  return `satisfied clauses, ${FEW} variables, ${kind}`;
}

function differenceByRatio(kind: string): string {
  return `satisfied clauses more than Johnson's, ${FEW} variables, ${kind}`;
}

function shareBySize(): string {
  return `satisfied clauses, ${KINDS[0].kind}, ${RATIO} for each variable`;
}

function differenceBySize(): string {
  return `satisfied clauses more than Johnson's, ${KINDS[0].kind}, ${RATIO} for each variable`;
}

function published(): Network {
  return network(5, 50, "argmax");
}

function programs(learnt: () => Promise<Learnt>): Unit {
  return {
    name: "policies",
    effort: 15,
    measure: async () => {
      const { fromChoices, fromOneClause } = await learnt();
      const at = { what: PROGRAMS };
      return [
        text({ ...at, x: "optimal choices", series: "ours" }, fromChoices.source.python!),
        text({ ...at, x: "formulas of one clause", series: "ours" }, fromOneClause.source.python!),
        text({ ...at, x: "nothing", series: "Johnson, by hand" }, BY_HAND.johnson),
      ];
    },
  };
}

function byRatio({ quick, seed }: Settings, solvers: () => Promise<Solver[]>): Unit[] {
  const ratios = quick ? [2, 5, 10] : RATIOS;
  return KINDS.flatMap(({ kind, least, most }) =>
    ratios.map((ratio) =>
      formulasUnit(
        {
          shape: { variables: FEW, clauses: ratio * FEW, least, most },
          count: quick ? 20 : 100,
          seed,
          effort: (quick ? 0.2 : 1) * 3 * ratio,
          share: { what: shareByRatio(kind), x: ratio },
          difference: { what: differenceByRatio(kind), x: ratio },
        },
        solvers,
      ),
    ),
  );
}

/** Fewer formulas where they are large. */
function bySize({ quick, seed }: Settings, solvers: () => Promise<Solver[]>): Unit[] {
  const sizes = quick ? [10, 100] : SIZES;
  const [{ least, most }] = KINDS;
  return sizes.map((variables) =>
    formulasUnit(
      {
        shape: { variables, clauses: RATIO * variables, least, most },
        count: Math.round(
          Math.min(200, 20_000 / variables) / (quick ? 10 : variables > 500 ? 2 : 1),
        ),
        seed,
        effort: variables > 500 ? 60 : 8,
        share: { what: shareBySize(), x: variables },
        difference: { what: differenceBySize(), x: variables },
      },
      solvers,
    ),
  );
}

function choices({ quick, seed }: Settings): Unit[] {
  return (quick ? [200] : [200, 2000]).flatMap((count) =>
    sideBySide({
      name: `${count} optimal choices`,
      effort: 0.012 * count,
      seed,
      shown: () => [optimalChoices(count, streamOf(seed, "choices shown"))],
      tests: [
        {
          at: { what: CHOICES, x: count },
          examples: () => optimalChoices(2000, streamOf(seed, "choices asked")),
        },
      ],
      counts: "samples",
    }),
  );
}

/** What is asked for again is not made again. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
