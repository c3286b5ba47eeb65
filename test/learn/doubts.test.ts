import { describe, expect, it } from "vitest";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { printInputs } from "../../src/data/print-jsonl.ts";
import { questionsOf } from "../../src/learn/doubt/questions.ts";
import { learn } from "../../src/learn/learn.ts";

const jsonl = (samples: readonly object[]): string =>
  samples.map((sample) => `${JSON.stringify(sample)}\n`).join("");

describe("doubts", () => {
  const sizes = [1, 2, 3, 5, 7, 9].map((size) => ({ size, ok: size >= 5 ? "yes" : "no" }));

  it("name the value between two that were seen, on whichever side it was put", async () => {
    const [best] = await learn(parseJsonl(jsonl(sizes), { target: "ok" }));
    const { rivals, probes, questions } = best!.doubts();
    expect(rivals[0]).toMatchObject({ moreBits: 0, input: '{"size": 4}' });
    expect([rivals[0]!.learnt, rivals[0]!.rival].sort()).toEqual(["no", "yes"]);
    expect(questions.map((probe) => printInputs(probes, probe))[0]).toBe('{"size": 4}');
  });

  it("are gone when the question is answered", async () => {
    const settled = [
      ...sizes,
      { size: 4, ok: "no" },
      { size: 6, ok: "yes" },
      { size: 8, ok: "yes" },
    ];
    const [best] = await learn(parseJsonl(jsonl(settled), { target: "ok" }));
    expect(best!.doubts().rivals).toEqual([]);
    expect(best!.doubts().questions).toEqual([]);
  });

  it("name the other input where two say the same", async () => {
    const twins = [0, 1, 0, 1, 1, 0].map((bit) => ({ a: bit, b: bit, y: bit }));
    const [best] = await learn(parseJsonl(jsonl(twins), {}));
    expect(best!.doubts().rivals.map(({ moreBits }) => moreBits)).toContain(0);
    const { input, learnt, rival } = best!.doubts().rivals[0]!;
    const { a, b } = JSON.parse(input) as { a: number; b: number };
    expect(a).not.toBe(b);
    expect([learnt, rival].sort()).toEqual([0, 1]);
  });

  it("do not depend on the order of the samples", async () => {
    const said = async (samples: readonly object[]): Promise<unknown> => {
      const [best] = await learn(parseJsonl(jsonl(samples), { target: "ok" }));
      return best!.doubts().rivals.map(({ input, learnt, rival }) => [input, learnt, rival]);
    };
    expect(await said([...sizes].reverse())).toEqual(await said(sizes));
  });
});

describe("questionsOf", () => {
  const behaviour = (answers: string, weight: number) => ({ answers: [...answers], weight });

  it("asks first what halves the probability, then what parts each half", () => {
    const behaviours = [
      behaviour("0000", 1),
      behaviour("0010", 1),
      behaviour("0101", 1),
      behaviour("0111", 1),
    ];
    expect(questionsOf(behaviours, 4)).toEqual([1, 2]);
  });

  it("asks nothing where all answer alike", () => {
    expect(questionsOf([behaviour("01", 1)], 2)).toEqual([]);
    expect(questionsOf([behaviour("01", 1), behaviour("01", 2)], 2)).toEqual([]);
  });
});
