import { describe, expect, it } from "vitest";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { poolOf } from "../../src/learn/case-pool.ts";
import { bankOf } from "../../src/learn/feature/bank.ts";
import { fitRule } from "../../src/learn/fit-rule.ts";
import { withinReach } from "../../src/learn/search/within-reach.ts";
import { Random } from "../../src/math/random.ts";

const scope = { kind: "alone", output: 0 } as const;
const search = { isExact: false, mostBits: Infinity, effort: 1, shouldStop: () => false };

type Answer = (x: number, random: Random) => string;

/** A digit that the answer depends on, beside two that it does not. */
function problem(answer: Answer, nSamples = 300) {
  const random = new Random(1);
  const lines = Array.from({ length: nSamples }, () => {
    const [a, b, c] = [random.below(10), random.below(10), random.below(10)];
    return JSON.stringify({ a, b, c, y: answer(a!, random) });
  });
  const dataset = parseJsonl(lines.join("\n"));
  const pool = poolOf(dataset, scope);
  return { pool, features: bankOf(dataset, scope), classes: dataset.target.classes };
}

const anyOf = (names: string, random: Random): string => names[random.below(names.length)]!;

describe("of many labels", () => {
  it("those are described that follow a rule, and the others are what is left", () => {
    const { pool, features, classes } = problem((a, random) =>
      a === 0 ? "zero" : a > 7 ? "high" : anyOf("abcdefgijk", random),
    );
    const { described, effort } = withinReach(pool, features, search);
    expect(described!.map((label) => classes[label])).toEqual(["high", "zero"]);
    expect(effort).toBe(1 / 2);
    const rule = fitRule(pool, features, search)!;
    expect(rule.decisions.map(({ label }) => classes[label]).sort()).toEqual(["high", "zero"]);
    const isRight = (k: number): boolean => pool.labels[k] === rule.otherwise;
    const noise = [...pool.labels.keys()].filter(
      (k) => !["high", "zero"].includes(String(classes[pool.labels[k]!])),
    );
    expect(rule.nMistakes).toBe(noise.filter((k) => !isRight(k)).length);
  });

  it("none is described where none follows a rule: the commonest is all there is to say", () => {
    const { pool, features } = problem((_, random) => anyOf("aabcdef", random));
    expect(withinReach(pool, features, search).described).toEqual([]);
    const rule = fitRule(pool, features, search)!;
    expect(rule.decisions).toEqual([]);
    expect(rule.otherwise).toBe(0);
    expect(rule.nMistakes).toBe(pool.labels.filter((label) => label !== 0).length);
  });

  it("all are described where all follow a rule", () => {
    const { pool, features } = problem((a) => "fbdace"[a >> 1]!);
    expect(withinReach(pool, features, search).described).toHaveLength(5);
    expect(fitRule(pool, features, search)!.nMistakes).toBe(0);
  });
});

describe("the search stays as it is", () => {
  const random: Answer = (_, seeded) => anyOf("abcdef", seeded);

  it("for few labels", () => {
    const { pool, features } = problem((_, seeded) => anyOf("abcd", seeded));
    expect(withinReach(pool, features, search)).toBe(search);
  });

  it("for few cases", () => {
    const { pool, features } = problem(random, 40);
    expect(withinReach(pool, features, search)).toBe(search);
  });

  it("where every case must come out right, or it is given what to describe", () => {
    const { pool, features } = problem(random);
    for (const given of [
      { ...search, isExact: true },
      { ...search, described: [1] },
    ]) {
      expect(withinReach(pool, features, given)).toBe(given);
    }
  });
});
