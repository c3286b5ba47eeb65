import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import { condense } from "../../src/condense/condense.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distill } from "../../src/distill.ts";
import { distillSizes } from "../../src/distill-sizes.ts";
import { parseNetwork, printNetwork } from "../../src/enn/json.ts";
import type { StepNetwork } from "../../src/enn/network.ts";
import { predict } from "../../src/enn/predict.ts";
import { learn } from "../../src/learn/learn.ts";
import { smallestMachines } from "../../src/learn/step/smallest-machines.ts";
import { wordsOf } from "../../src/learn/step/words.ts";
import type { Label } from "../../src/math/label.ts";
import { Random } from "../../src/math/random.ts";
import { check } from "../../src/program/check.ts";
import type { Program } from "../../src/program/program.ts";
import { verify } from "../../src/verify/verify.ts";
import { some } from "../thorough.ts";
import { programMutants } from "../verify/mutants.ts";

/** One value for an array of any length. */
interface Folding {
  /** Integers from 0 to below this. */
  readonly limit: number;
  readonly answer: (x: readonly number[]) => Label;
}

/** Is a binary number a multiple of three? */
const multiple: Folding = {
  limit: 2,
  answer: (x) => (x.reduce((rest, bit) => (2 * rest + bit) % 3, 0) === 0 ? 1 : 0),
};

/** Does 1 0 0 1 stand anywhere? It is longer than the windows that are counted. */
const pattern: Folding = {
  limit: 2,
  answer: (x) => (x.join("").includes("1001") ? "found" : "missing"),
};

/** Which of two kinds of signs was the last one, 1 or 2? 0 where there was none. */
const last: Folding = {
  limit: 4,
  answer: (x) => x.reduce((known, sign) => (sign === 1 || sign === 2 ? sign : known), 0),
};

function drawn({ limit }: Folding, length: number, random: Random): number[] {
  return Array.from({ length }, () => random.below(limit));
}

function samplesOf(folding: Folding, length: number, count: number, seed = 1): Dataset {
  const random = new Random(seed);
  const lines = Array.from({ length: count }, () => {
    const x = drawn(folding, length, random);
    return JSON.stringify({ x, y: folding.answer(x) });
  });
  return parseJsonl(`${lines.join("\n")}\n`, {});
}

const FOLDINGS: readonly (readonly [string, Folding])[] = [
  ["a multiple of three", multiple],
  ["the last sign", last],
  ["a pattern, with texts for classes", pattern],
];

async function foldFrom(folding: Folding): Promise<StepNetwork> {
  const candidates = await learn(samplesOf(folding, 9, 200));
  const [fold] = candidates.flatMap(({ network }) => (network.kind === "step" ? [network] : []));
  return fold!;
}

describe("a value that takes a walk is learnt from its samples alone, and right at any length", () => {
  it.each(some(FOLDINGS))("%s", async (_, folding) => {
    const sizes = [samplesOf(folding, 6, 100), samplesOf(folding, 9, 100)];
    const { program, verdict, isOfAllSizes } = await distillSizes(sizes, { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    expect(isOfAllSizes).toBe(true);
    const random = new Random(2);
    for (const length of [1, 4, 150]) {
      for (let trial = 0; trial < 20; trial++) {
        const x = drawn(folding, length, random);
        expect(evaluate(program, { x })).toBe(folding.answer(x));
      }
    }
  });

  it("what lengths that are all odd leave open is said", async () => {
    // From 0 on, `(bit + 1 - rest) % 3` is 1 where `(2 * rest + bit) % 3` is 0, after odd numbers of bits.
    const { candidate } = await distill(samplesOf(multiple, 7, 120), { name: "f" });
    expect(candidate.open.join()).toContain("other walks say all samples of length 7 as well");
  });

  it("a remainder of digits is a law, of which there may be several", async () => {
    const law: Folding = {
      limit: 8,
      answer: (x) => (x.reduce((rest, digit) => (3 * rest + digit + 1) % 7, 0) === 0 ? 1 : 0),
    };
    const { source, candidate, verdict } = await distill(samplesOf(law, 6, 300), { name: "f" });
    expect(source.python).toContain("% 7");
    expect(verdict.kind).toBe("equivalent");
    expect(candidate.open.join()).toContain("other walks say all samples of length 6 as well");
  });

  it("no walk is made up for classes that follow no rule", async () => {
    const random = new Random(3);
    const answers = new Map<string, number>();
    const noise: Folding = {
      limit: 2,
      answer: (x) => {
        const known = answers.get(x.join()) ?? random.bit();
        answers.set(x.join(), known);
        return known;
      },
    };
    const { network } = await distill(samplesOf(noise, 7, 60), { name: "f" });
    expect(network.kind).toBe("feedforward");
  });
});

describe("networks without outputs at the places", () => {
  it.each(FOLDINGS)(
    "are proved equal for every length, and no mutant is wrongly: %s",
    async (_, folding) => {
      const network = await foldFrom(folding);
      const program = condense(network, { name: "f" });
      const verdict = verify(network, program);
      expect(verdict).toMatchObject({ kind: "equivalent" });
      expect(verdict.domain).toContain("of any other length");
      let nDifferent = 0;
      for (const mutant of programMutants(program)) {
        try {
          check(mutant);
        } catch {
          continue;
        }
        const { kind } = verify(network, mutant);
        if (kind === "equivalent") expect(agrees(mutant, network, folding)).toBe(true);
        if (kind === "different") nDifferent += 1;
      }
      expect(nDifferent).toBeGreaterThan(5);
    },
  );

  it("are what they were when they are printed and parsed", async () => {
    const network = await foldFrom(pattern);
    expect(await parseNetwork(printNetwork(network))).toStrictEqual(network);
    const { end: _, ...endless } = network;
    expect(() => printNetwork(endless)).toThrow("expected steps with an output, found none");
    const long = { ...network, output: { ...network.output, shape: [9] } };
    expect(() => printNetwork(long)).toThrow("expected one output, found an array of 9");
    const few = { ...network, output: { ...network.output, classes: ["found"] } };
    expect(() => printNetwork(few)).toThrow("expected an end from 0 to 0, one for each class");
  });
});

/** Is a program what the network is, on all arrays of up to four places? */
function agrees(program: Program, network: StepNetwork, { limit }: Folding): boolean {
  return [1, 2, 3, 4].every((length) => {
    const sized = {
      ...network,
      inputs: network.inputs.map((each) => ({ ...each, shape: [length] })),
    };
    return Array.from({ length: limit ** length }, (_, k) => k).every((k) => {
      const x = Array.from({ length }, (_, place) => Math.floor(k / limit ** place) % limit);
      const [expected] = predict(sized, x);
      const labels = network.output.classes;
      return evaluate(program, { x }) === (labels === undefined ? expected : labels[expected!]);
    });
  });
}

describe("the smallest machines", () => {
  it("are all that say the classes, and none has fewer states", () => {
    const words = wordsOf([samplesOf(multiple, 6, 200)], false)!;
    const found = smallestMachines(words, { mostStates: 5, mostReads: 1e7, mostFound: 50 });
    expect(found.length).toBeGreaterThan(0);
    for (const { nStates, next, labels } of found) {
      expect(nStates).toBe(3);
      for (const { symbols, label } of words.words) {
        const state = symbols.reduce((at, symbol) => next[at * 2 + symbol]!, 0);
        expect(labels[state]).toBe(label);
      }
    }
    // Starting anywhere and adding anything at each step are the same to words of one length.
    const texts = found.map(({ next, labels }) => `${next} ${labels}`);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("are none where there is no time, or samples are the same and their classes are not", () => {
    const words = wordsOf([samplesOf(multiple, 6, 200)], false)!;
    const limits = { mostStates: 5, mostFound: 50 };
    expect(smallestMachines(words, { ...limits, mostReads: 10 })).toEqual([]);
    const contrary = parseJsonl('{"x":[0,1],"y":0}\n{"x":[0,1],"y":1}\n{"x":[1,1],"y":1}\n', {});
    expect(wordsOf([contrary], false)).toBeUndefined();
  });
});
