import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distill } from "../../src/distill.ts";
import { distillSizes } from "../../src/distill-sizes.ts";
import { learn } from "../../src/learn/learn.ts";
import { Random } from "../../src/math/random.ts";
import { parseProgram, printProgram } from "../../src/program/json.ts";
import { maxSat } from "../../src/tasks/max-sat-problem.ts";
import { datasetOf } from "../../src/tasks/problem-samples.ts";
import { verify } from "../../src/verify/verify.ts";

/** Samples whose probabilities are those of logits, to some decimals. */
function samples<X>({ draw, logitsOf, count = 200 }: Family<X>, decimals = 6): string {
  const random = new Random(5);
  return Array.from({ length: count }, () => {
    const x = draw(random);
    return `${JSON.stringify({ ...x, y: distribution(logitsOf(x), decimals) })}\n`;
  }).join("");
}

interface Family<X> {
  readonly draw: (random: Random) => X;
  readonly logitsOf: (x: X) => Readonly<Record<string, number>>;
  readonly count?: number;
}

/** The last class has what decimals leave over. */
function distribution(logits: Readonly<Record<string, number>>, decimals: number) {
  const names = Object.keys(logits);
  const powers = names.map((name) => Math.exp(logits[name]!));
  const sum = powers.reduce((a, b) => a + b, 0);
  const shares = powers.slice(1).map((power) => Number((power / sum).toFixed(decimals)));
  const rest = Number((1 - shares.reduce((a, b) => a + b, 0)).toFixed(decimals));
  return Object.fromEntries(names.map((name, k) => [name, k === 0 ? rest : shares[k - 1]!]));
}

function digits(random: Random, length: number, below: number): number[] {
  return Array.from({ length }, () => random.below(below));
}

const witnesses = {
  draw: (random: Random) => ({ saw: digits(random, 8, 2), reliable: digits(random, 8, 2) }),
  logitsOf: ({ saw, reliable }: { saw: number[]; reliable: number[] }) => ({
    guilty: saw.reduce((sum, bit, k) => sum + bit * (reliable[k] ? 2.4 : 0.8), -4),
    innocent: 0,
  }),
};

const dice = {
  draw: (random: Random) => ({ x: digits(random, 6, 6) }),
  logitsOf: ({ x }: { x: number[] }) => ({
    a: 0.7 * x.filter((value) => value >= 4).length,
    b: 0,
    c: 1.1 * x.filter((value) => value === 0).length,
  }),
  count: 300,
};

describe("evidence of places that adds up", () => {
  it("is learnt of two inputs and two classes, with what holds without any", async () => {
    const { source, verdict, program } = await distill(parseJsonl(samples(witnesses), {}), {
      name: "f",
    });
    expect(verdict.kind).toBe("equivalent");
    expect(source.python).toContain("4 - 0.8 * sum(a & ~b for a, b in zip(saw, reliable))");
    const long = { saw: [1, 1, 1, 0, 1, 1, 0, 1, 1, 1], reliable: [1, 0, 0, 1, 0, 1, 1, 0, 0, 1] };
    const { innocent } = distribution(witnesses.logitsOf(long), 12);
    expect((evaluate(program, long) as number[])[1]).toBeCloseTo(innocent!, 9);
  });

  it("is learnt of integers and three classes, said as conditions", async () => {
    const { source, verdict } = await distill(parseJsonl(samples(dice, 9), {}), { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    expect(source.python).toContain('returns the probabilities of "a", "b" and "c"');
    expect(source.python).toContain(
      "[0.7 * sum(value >= 4 for value in x), 0, 1.1 * sum(value < 1 for value in x)]",
    );
  });

  it("is learnt from formulas of one clause, which leave open that it adds up", async () => {
    const { cases } = maxSat.source as Extract<typeof maxSat.source, { kind: "cases" }>;
    const { program, verdict, candidate } = await distill(datasetOf(cases(4), "f"), { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    expect(candidate.open.join()).toContain("no sample shows it at more than one place");
    // Two clauses of two literals each for the variable against one against it, and 20 clauses that say nothing.
    const clauses = [[0, 2], [0, 5], [1, 3], ...new Array<number[]>(20).fill([])];
    const x = Array.from({ length: 10 }, (_, literal) =>
      clauses.map((clause) => (clause.includes(literal) ? 1 : 0)),
    );
    const [no, yes] = evaluate(program, { x }) as number[];
    expect(yes! / no!).toBeCloseTo(99, -1);
  });

  it("does not depend on the order of the samples", async () => {
    const text = samples(dice, 9);
    const turned = `${text.trim().split("\n").reverse().join("\n")}\n`;
    const [a, b] = await Promise.all(
      [text, turned].map(async (each) => (await learn(parseJsonl(each, {}), {}))[0]!.network),
    );
    expect(a).toEqual(b);
  });
});

describe("evidence at two sizes", () => {
  /** Each 0 speaks for one class, and something for the other one whatever the row holds. */
  const zeros = (length: number, logitOf: (nZeros: number) => number): Dataset => {
    const family = {
      draw: (random: Random) => ({ x: digits(random, length, 2) }),
      logitsOf: ({ x }: { x: number[] }) => ({
        no: 0,
        yes: logitOf(x.filter((value) => value === 0).length),
      }),
      count: 100,
    };
    return parseJsonl(samples(family), {});
  };

  it("is one program, without a trace of the lengths", async () => {
    const datasets = [6, 9].map((length) => zeros(length, (count) => 1.1 * count - 3));
    const { source, isOfAllSizes, sizes } = await distillSizes(datasets, { name: "f" });
    expect(isOfAllSizes).toBe(true);
    expect(sizes.map(({ accuracy }) => accuracy)).toEqual([1, 1]);
    expect(source.python).toContain("softmax([0, 1.1 * sum(1 - value for value in x) - 3])");
  });

  it("is none where the sizes say something else", async () => {
    const datasets = [zeros(6, (count) => 0.7 * count), zeros(9, (count) => 3 - 2.5 * count)];
    const { isOfAllSizes, sizes } = await distillSizes(datasets, { name: "f" });
    expect(isOfAllSizes).toBe(false);
    expect(sizes.filter(({ accuracy }) => accuracy === 1)).toHaveLength(1);
  });
});

it("probabilities of classes that another size does not have are not right there", async () => {
  const named = (length: number, other: string): Dataset => {
    const random = new Random(length);
    const lines = Array.from({ length: 80 }, () => {
      const x = digits(random, length, 2);
      const logit = x.reduce((sum, bit) => sum + bit, 0);
      const y = distribution({ b: 0, [other]: logit }, 6);
      return `${JSON.stringify({ x, y })}\n`;
    });
    return parseJsonl(lines.join(""), {});
  };
  const { isOfAllSizes } = await distillSizes([named(6, "c"), named(9, "d")], { name: "f" });
  expect(isOfAllSizes).toBe(false);
});

it("what is certain is learnt as labels", async () => {
  const lines = Array.from({ length: 8 }, (_, k) => {
    const x = [k & 1, (k >> 1) & 1, k >> 2];
    return `${JSON.stringify({ x, y: x[0] === x[1] ? { a: 1 } : { b: 1 } })}\n`;
  });
  const { candidate, program } = await distill(parseJsonl(lines.join(""), {}), { name: "f" });
  expect(candidate.mistakes).toBe(0);
  expect(candidate.open.join()).not.toContain("probabilities");
  expect(program.labels).toEqual(["a", "b"]);
});

it("a target whose most probable class never changes is refused where no evidence is found", async () => {
  const lines = [0.8, 0.7, 0.85, 0.9, 0.6, 0.81].map(
    (a) => `${JSON.stringify({ x: [0, 1], y: { a, b: Number((1 - a).toFixed(2)) } })}\n`,
  );
  await expect(learn(parseJsonl(lines.join(""), {}), {})).rejects.toThrow("constant-target");
});

it("probabilities of a whole input are learnt as rules", async () => {
  const weather = {
    draw: (random: Random) => ({
      cloudy: random.below(2),
      windy: random.below(2),
      t: random.below(30),
    }),
    logitsOf: ({ cloudy, windy }: { cloudy: number; windy: number }) => ({
      rain: cloudy && !windy ? 2 : -1.5,
      dry: 0,
    }),
    count: 60,
  };
  const { verdict, candidate, program } = await distill(parseJsonl(samples(weather, 3), {}), {
    name: "f",
  });
  expect(verdict.kind).toBe("equivalent");
  expect(candidate.sharing).toBe("one function of the inputs");
  expect(program.classes).toEqual(["dry", "rain"]);
});

it("where no evidence gives the probabilities, the most probable classes are learnt, and it says so", async () => {
  const random = new Random(2);
  const lines = Array.from({ length: 80 }, () => {
    const x = digits(random, 6, 2);
    const share = Number(((x[0]! | x[1]! ? 0.8 : 0.1) + random.below(100) / 1000).toFixed(3));
    return `${JSON.stringify({ x, y: { no: Number((1 - share).toFixed(3)), yes: share } })}\n`;
  });
  const { candidate, source } = await distill(parseJsonl(lines.join(""), {}), { name: "f" });
  expect(candidate.open.join()).toContain("only the most probable classes were learnt");
  expect(source.python).toContain('"yes" if x[0] | x[1] else "no"');
});

it("probabilities of other classes are not those of the network", async () => {
  const { network, program } = await distill(parseJsonl(samples(dice, 9), {}), { name: "f" });
  const parsed = await parseProgram(printProgram(program));
  expect(parsed).toEqual(program);
  expect(verify(network, parsed).kind).toBe("equivalent");
  const { classes: _, ...unnamed } = program;
  expect(verify(network, { ...program, classes: ["b", "a", "c"] }).kind).not.toBe("equivalent");
  expect(verify(network, unnamed).kind).not.toBe("equivalent");
});
