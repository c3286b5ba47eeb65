import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distillNetworks } from "../../src/distill-networks.ts";
import type { AnyNetwork } from "../../src/enn/network.ts";
import { learn } from "../../src/learn/learn.ts";
import { Random } from "../../src/math/random.ts";
import { nest, type Shape, sizeOf } from "../../src/math/shape.ts";
import { atLeastOf, majoritySign, odd } from "../../src/tasks/count-networks.ts";
import { networkFamilies } from "../../src/tasks/networks.ts";

const random = new Random(7);
const bitsOf = (count: number): number[] => Array.from({ length: count }, () => random.bit());

/** Families of networks, sizes that are given, and one that is not. */
const FAMILIES: readonly (readonly [string, readonly Shape[], Shape])[] = [
  ["rule30-ring", [[8], [11], [14]], [23]],
  ["rule110-zero", [[5], [9]], [16]],
  ["majority", [[5], [8], [11]], [24]],
  ["all", [[4], [6], [9]], [17]],
  ["not-all", [[4], [6], [9]], [17]],
  ["exactly-2", [[5], [7]], [12]],
  ["reversal", [[5], [8]], [13]],
  ["prefix-any", [[4], [7]], [11]],
  [
    "every-row-has-one",
    [
      [2, 3],
      [4, 4],
      [3, 6],
    ],
    [5, 2],
  ],
  ["odd", [[4], [7]], [10]],
  [
    "majority-of-frame",
    [
      [3, 3],
      [4, 5],
    ],
    [4, 4],
  ],
  // (n - 1) * total > n * sum(row) + n * (n - 1)
  ["orientation", [[4], [6], [9]], [7]],
];

describe("networks of several sizes give one program", () => {
  it.each(FAMILIES)("%s", (name, given, other) => {
    const { build, reference } = networkFamilies.get(name)!;
    const { program, verdict, sizes, open } = distillNetworks(given.map(build), { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    expect(sizes.map(({ verdict }) => verdict.kind)).toEqual(given.map(() => "equivalent"));
    expect(open.join()).not.toContain("no one program");
    const { shape } = build(other).inputs[0]!;
    for (let trial = 0; trial < 30; trial++) {
      const x = bitsOf(sizeOf(shape));
      const answer = evaluate(program, { x: nest(x, shape) });
      expect([answer].flat(3)).toEqual(reference(x, other));
    }
  });

  it("the order of the networks changes nothing", () => {
    const { build } = networkFamilies.get("majority")!;
    const given = [[5], [11], [8]].map(build);
    const there = distillNetworks(given, { name: "f" });
    expect(distillNetworks([...given].reverse(), { name: "f" })).toEqual(there);
    expect(there.network.inputs[0]!.shape).toEqual([11]);
    expect(there.sizes.map(({ shapes }) => shapes)).toEqual([[[5]], [[8]], [[11]]]);
  });

  it("says that two sizes do not check the constants that were fitted to them", () => {
    const { open } = distillNetworks([atLeastOf([5], 4), atLeastOf([8], 7)], { name: "f" });
    expect(open).toEqual([
      "sizes: constants were fitted to the lengths of two sizes; a third one would check them",
    ]);
  });
});

type Answer = (x: readonly number[]) => number | readonly number[];

const mirrored = (x: readonly number[]): boolean => x.every((bit, i) => bit === x.at(-1 - i));

const LEARNT: readonly (readonly [string, Answer])[] = [
  ["is it a palindrome?", (x) => (mirrored(x) ? 1 : 0)],
  ["all but one, or all", (x) => (x.filter((bit) => bit === 1).length >= x.length - 1 ? 1 : 0)],
  ["are the ones so far odd in number?", (x) => x.map((_, i) => x.slice(0, i + 1).reduce(xor))],
];

const xor = (a: number, b: number): number => a ^ b;

/** Of all inputs. */
async function learnt(answer: Answer, length: number): Promise<readonly AnyNetwork[]> {
  const lines = Array.from({ length: 2 ** length }, (_, code) => {
    const x = Array.from({ length }, (_, k) => (code >> k) & 1);
    return `${JSON.stringify({ x, y: answer(x) })}\n`;
  });
  const candidates = await learn(parseJsonl(lines.join(""), {}), {});
  return candidates.map(({ network }) => network);
}

describe("networks that were learnt", () => {
  it.each(LEARNT)("%s", async (_, answer) => {
    const networks = [];
    for (const length of [5, 6, 8]) networks.push((await learnt(answer, length))[0]!);
    const { program, verdict } = distillNetworks(networks, { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    for (let trial = 0; trial < 30; trial++) {
      const x = bitsOf(9);
      const both = [
        x,
        x.map((bit, i) => (i < 5 ? bit : x[8 - i]!)),
        x.map((_, i) => +(i !== trial)),
      ];
      for (const each of both) expect(evaluate(program, { x: each })).toEqual(answer(each));
    }
  });

  it("steps and layers may be mixed: what a step says holds for the lengths of the layers", async () => {
    const [, , prefix] = LEARNT;
    const offers = [await learnt(prefix![1], 5), await learnt(prefix![1], 6)];
    const step = offers[0]!.find(({ kind }) => kind === "step")!;
    const layers = offers[1]!.find(({ kind }) => kind === "feedforward")!;
    const { program, sizes } = distillNetworks([step, layers], { name: "f" });
    expect(sizes.map(({ verdict }) => verdict.kind)).toEqual(["equivalent", "equivalent"]);
    const x = bitsOf(40);
    expect(evaluate(program, { x })).toEqual(prefix![1](x));
  });
});

describe("networks that are not one", () => {
  it("the verdict is the difference, and what is open says where their programs part", () => {
    const { verdict, sizes, open, program, network } = distillNetworks(
      [odd(4), atLeastOf([5], 3)],
      { name: "f", places: ["a.json", "b.json"] },
    );
    expect(sizes.map(({ verdict }) => verdict.kind).sort()).toEqual(["different", "equivalent"]);
    expect(verdict).toEqual(sizes.find(({ verdict }) => verdict.kind === "different")!.verdict);
    expect(open).toEqual([
      "sizes: no one program was found for all of them: " +
        "the programs of the sizes part at sum(x) >= 3 (5), sum(x) % 2 == 1 (4)",
    ]);
    // The program is that of the network that is given back.
    const own = sizes.find(({ shapes }) => shapes[0]![0] === network.inputs[0]!.shape[0])!;
    expect(own.verdict.kind).toBe("equivalent");
    if (verdict.kind !== "different") throw new Error(verdict.kind);
    const { inputs, program: said, network: wanted } = verdict.counterexample;
    expect(evaluate(program, { x: inputs.x as number[] })).toBe(said);
    expect(said).not.toBe(wanted);
  });

  it("a network of another function among alike ones is found by its proof", () => {
    // Alike but for the largest, where one input in 2^12 tells.
    const networks = [atLeastOf([5], 1), atLeastOf([8], 1), atLeastOf([12], 2)];
    const { verdict, sizes } = distillNetworks(networks, { name: "f" });
    expect(verdict.kind).toBe("different");
    expect(sizes.filter(({ verdict }) => verdict.kind === "different")).not.toEqual([]);
  });

  it("a program that takes no other size is not proved there", () => {
    const { build } = networkFamilies.get("dense-integer")!;
    const { verdict } = distillNetworks([build([3, 4, 2]), build([6, 5, 3])], { name: "f" });
    expect(verdict).toMatchObject({
      kind: "unproved",
      reason: expect.stringMatching(/^x has shape/),
    });
  });

  it("nothing is proved when time is up", () => {
    const networks = [majoritySign(5), majoritySign(8)];
    const { verdict } = distillNetworks(networks, { name: "f", shouldStop: () => true });
    expect(verdict).toMatchObject({ kind: "unproved" });
  });
});
