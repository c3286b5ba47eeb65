import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import type { Domain } from "../../src/math/domain.ts";
import {
  argmax,
  element,
  integer,
  range,
  size,
  subtract,
  variable,
} from "../../src/program/build.ts";
import { inputX, networkOf, upTo } from "../../src/tasks/neuron.ts";
import { verify } from "../../src/verify/verify.ts";
import { agreeOn } from "./brute-force.ts";
import { programOver } from "./large-pairs.ts";

const n = 3;
const pairs = upTo(n).flatMap((i) => upTo(n).flatMap((j) => (i === j ? [] : [[i, j] as const])));

/** For each pair whether the first is larger. */
const comparisons = pairs.map(([i, j]) => ({
  bias: 0,
  entries: [
    { column: i, value: 1 },
    { column: j, value: -1 },
  ],
}));

/** How often x[i] > x[j] and x[i] >= x[j] count for i, and what is added. */
interface Scores {
  readonly above: readonly number[];
  readonly reached: readonly number[];
  readonly shifts: readonly number[];
}

/** Units for all x[j] > x[i]; logits count them as they are, or turned round. */
function networkFor({ above, reached, shifts }: Scores, domain: Domain): Network {
  const at = (i: number, j: number) => pairs.findIndex(([a, b]) => a === i && b === j);
  const logits = upTo(n).map((i) => {
    const own = pairs.flatMap(([a], k) => (a === i ? [k] : []));
    const bias = own.reduce((sum, k) => sum + reached[k]!, shifts[i]!);
    const entries = own.flatMap((k) => [
      { column: k, value: above[k]! },
      { column: at(pairs[k]![1], i), value: -reached[k]! },
    ]);
    return { bias, entries };
  });
  return networkOf({
    inputs: inputX([n], domain),
    layers: [
      { activation: "step", neurons: comparisons },
      { activation: "argmax", neurons: logits },
    ],
    shape: [],
  });
}

const result = argmax(range("i", integer(0), size("n")), element("x", variable("i")));

/** The place of the last one of the largest. */
const last = subtract(
  subtract(size("n"), integer(1)),
  argmax(
    range("i", integer(0), size("n")),
    element("x", subtract(subtract(size("n"), integer(1)), variable("i"))),
  ),
);

/** A logit for each number: whether it is the largest, the first or the last one of those; one may be turned. */
function networkOfWinners(isFirst: boolean, turned: number | undefined): Network {
  const winners = upTo(n).map((i) => {
    // Above those that would win a tie, and none of the others is above it.
    const own = pairs.flatMap(([a, b], k) => (a === i && b < i === isFirst ? [k] : []));
    const others = pairs.flatMap(([a, b], k) => (b === i && a > i === isFirst ? [k] : []));
    const entries = [
      ...own.map((column) => ({ column, value: 2 })),
      ...others.map((column) => ({ column, value: -2 })),
    ];
    return { bias: 1 - 2 * own.length, entries: entries.sort((a, b) => a.column - b.column) };
  });
  const logits = upTo(n).map((i) => ({
    bias: 1,
    entries: [{ column: i, value: i === turned ? -3 : 3 }],
  }));
  return networkOf({
    inputs: inputX([n], { kind: "real" }),
    layers: [
      { activation: "step", neurons: comparisons },
      { activation: "step", neurons: winners },
      { activation: "argmax", neurons: logits },
    ],
    shape: [],
  });
}

/** All weak orders of three numbers, many times. */
const orders = upTo(27).map((k) =>
  Float64Array.of(k % 3, Math.floor(k / 3) % 3, Math.floor(k / 9)),
);

/** Mostly one way to count for all pairs, some of them changed. */
const scores: fc.Arbitrary<Scores> = fc
  .record({
    ways: fc.constantFrom([1, 0], [0, 1], [1, 1], [2, 2], [-1, -1], [1, 2], "beats" as const),
    changes: fc.array(fc.tuple(fc.nat(pairs.length - 1), fc.constantFrom(-1, 1, 2)), {
      maxLength: 1,
    }),
    shifts: fc.constantFrom([0, 0, 0], [0, 0, 0], [3, 3, 3], [1, 0, 0], [0, 0, 1]),
  })
  .map(({ ways, changes, shifts }) => {
    const above = pairs.map(([i, j]) => (ways === "beats" ? Number(i > j) : ways[0]!));
    const reached = pairs.map(([i, j]) => (ways === "beats" ? Number(i < j) : ways[1]!));
    for (const [at, by] of changes) above[at]! += by;
    return { above, reached, shifts };
  });

const domains: readonly Domain[] = [
  { kind: "real" },
  { kind: "integer", low: 0, high: 2 },
  { kind: "integer", low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
];

describe.each(domains)("whoever wins most comparisons of %o", (domain) => {
  test("is the largest exactly where all orders say so", () => {
    const tried = { equivalent: 0, different: 0, unproved: 0 };
    fc.assert(
      fc.property(scores, (each) => {
        const network = networkFor(each, domain);
        const program = programOver(domain, ["n"], result);
        const { kind } = verify(network, program);
        tried[kind] += 1;
        const isSame = agreeOn(network, program, orders);
        expect(kind === "equivalent" && !isSame).toBe(false);
        expect(kind === "different" && isSame).toBe(false);
      }),
      { seed: 8, numRuns: 150 },
    );
    expect(tried.equivalent).toBeGreaterThan(30);
    expect(tried.different).toBeGreaterThan(30);
    expect(tried.unproved).toBeLessThan(15);
  });
});

describe.each([
  ["first", true],
  ["last", false],
] as const)("a network that says which is the largest, and of several the %s one", (_, isFirst) => {
  test.each([
    ["first", result, true],
    ["last", last, false],
  ] as const)("and a program for the %s one", (_, said, isFirstSaid) => {
    for (const turned of [undefined, 0, 1, 2]) {
      const network = networkOfWinners(isFirst, turned);
      const program = programOver({ kind: "real" }, ["n"], said);
      const isSame = isFirst === isFirstSaid && turned === undefined;
      expect(agreeOn(network, program, orders)).toBe(isSame);
      expect(verify(network, program).kind).toBe(isSame ? "equivalent" : "different");
    }
  });
});
