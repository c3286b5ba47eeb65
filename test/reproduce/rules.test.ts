import { describe, expect, it } from "vitest";
import { arithmetic } from "../../src/reproduce/arithmetic.ts";
import { automata } from "../../src/reproduce/automata.ts";
import { compactness } from "../../src/reproduce/compactness.ts";
import type { Context, Experiment, Unit } from "../../src/reproduce/experiment.ts";
import { life } from "../../src/reproduce/life.ts";
import { value } from "../../src/reproduce/measurement.ts";
import { orientation } from "../../src/reproduce/orientation.ts";
import type { RuleQuestion } from "../../src/reproduce/rule-peers.ts";
import { ruleUnit } from "../../src/reproduce/rule-unit.ts";
import { espresso } from "../../src/run/espresso.ts";

const quick = { quick: true, seed: 0 } as const;

function unitOf(experiment: Experiment, name: string): Unit {
  return experiment.units(quick).find((unit) => unit.name === name)!;
}

/** What a unit asks RIPPER, which always says 1, and what it measures. */
async function asked(unit: Unit) {
  const questions: RuleQuestion[] = [];
  const context: Context = {
    ...quick,
    now: () => 0,
    rest: async () => {},
    espresso,
    weka: {
      predict: async (question) => {
        questions.push(question);
        return question.asked.map(() => 1);
      },
    },
  };
  return { measured: await unit.measure(context), questions };
}

describe("peers that find rules", () => {
  it("learn one output after the other, and none where there is one label only", async () => {
    const x = [[0], [1]];
    const [of0, of1] = [
      [0, 7],
      [1, 7],
    ] as const;
    const halfRight = { x, y: [of0, of1] };
    const right = { x: [[1]], y: [of1] };
    const unit = ruleUnit({
      name: "two outputs",
      peer: "RIPPER",
      effort: 1,
      question: () => ({ x, y: [of0, of1], tests: [halfRight, right], seed: 0 }),
      measure: (series, scores) =>
        scores.map(({ cells, samples }, k) => value({ what: `${cells}`, series, x: k }, samples)),
    });
    const { measured, questions } = await asked(unit);
    expect(questions).toEqual([{ x, y: [0, 1], asked: [...x, [1]], seed: 0 }]);
    expect(measured).toMatchObject([
      { what: "0.75", value: 0.5 },
      { what: "1", value: 1 },
    ]);
  });

  it("are given what other peers are given, and take no other size", async () => {
    const two = await asked(
      unitOf(arithmetic, "comparison, 128 samples of 4, seed 0, run at 16, RIPPER"),
    );
    expect(two.questions[0]!.x[0]).toHaveLength(8);
    expect(two.measured.map(({ kind }) => kind)).toEqual(["value", "cannot"]);
    const pictures = await asked(unitOf(orientation, "56 full lines, seed 0, RIPPER"));
    expect(pictures.questions[0]!.x[0]).toHaveLength(784);
  });

  it("are told the three cells of an automaton", async () => {
    const { measured } = await asked(unitOf(automata, "rule 30, 5 states, windows, espresso"));
    expect(measured).toMatchObject([{ series: "espresso", x: 5, value: 1 }]);
  });

  it("have a column of integers only where they take them", () => {
    const names = (experiment: Experiment): string[] =>
      experiment.units(quick).map(({ name }) => name);
    const isOf = (problem: string) => (name: string) =>
      name.startsWith(`${problem}, `) && name.endsWith("espresso");
    expect(names(arithmetic).filter(isOf("argmax"))).toEqual([]);
    expect(names(arithmetic).filter(isOf("addition"))).toHaveLength(1);
    expect(names(arithmetic)).toContain("argmax of 50, 80 of 5, espresso");
    expect(names(life).filter((name) => name.endsWith("RIPPER"))).toHaveLength(3);
  });

  it("are told nothing else of all 256 rules, and find them", async () => {
    const { measured } = await asked(
      unitOf(automata, "all rules at once, 192 cases, seed 0, espresso"),
    );
    expect(measured).toMatchObject([{ series: "espresso", x: 192, trials: 1856 }]);
  });

  it("say problems of bits in terms", async () => {
    const { measured } = await asked(unitOf(compactness, "rule30, terms of all cases"));
    expect(measured).toMatchObject([{ series: "terms of espresso", x: "rule30", value: 3 }]);
  });
});
