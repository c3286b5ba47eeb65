import type { Example, Problem, Problems } from "./problem.ts";

/** Of the attributes a1 to a6. */
const N_VALUES = [3, 3, 2, 3, 4, 2];

type Robot = readonly number[];

/** Attributes are counted from 1: the first element stands for none. */
function everyRobot(): Robot[] {
  return N_VALUES.reduce<Robot[]>(
    (robots, nValues) =>
      robots.flatMap((robot) => Array.from({ length: nValues }, (_, k) => [...robot, k + 1])),
    [[0]],
  );
}

/** Source: Thrun and others, "The MONK's problems", 1991. */
function monk(about: string, samples: number, rule: (a: Robot) => boolean): Problem {
  const cases = (): Example[] =>
    everyRobot().map((a) => ({
      x: Object.fromEntries(N_VALUES.map((_, k) => [`a${k + 1}`, a[k + 1]!])),
      y: rule(a) ? 1 : 0,
    }));
  return { about, size: 0, largest: 0, samples, source: { kind: "cases", cases } };
}

export const monkProblems: Problems = [
  ["monk1", monk("a1 = a2 or a5 = 1", 124, (a) => a[1] === a[2] || a[5] === 1)],
  [
    "monk2",
    monk("exactly two of six attributes have their first value", 169, (a) => {
      return a.filter((value) => value === 1).length === 2;
    }),
  ],
  [
    "monk3",
    {
      ...monk(
        "a5 = 3 and a4 = 1, or neither a5 = 4 nor a2 = 3; 5 % of the labels wrong",
        122,
        (a) => (a[5] === 3 && a[4] === 1) || (a[5] !== 4 && a[2] !== 3),
      ),
      mistakes: { share: 0.05, labels: () => [0, 1] },
    },
  ],
];
