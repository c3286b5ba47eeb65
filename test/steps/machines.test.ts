import fc from "fast-check";
import { expect, it } from "vitest";
import type { Dataset } from "../../src/data/dataset.ts";
import { sortedSamples } from "../../src/learn/sorted-samples.ts";
import { findBalances } from "../../src/learn/step/find-balances.ts";
import { mergeStates } from "../../src/learn/step/merge-states.ts";
import { prefixTreeOf } from "../../src/learn/step/prefix-tree.ts";
import { type Sequences, sequencesOf } from "../../src/learn/step/sequences.ts";
import { stepTable } from "../../src/learn/step/step-table.ts";
import { binary } from "../../src/math/domain.ts";
import { Random } from "../../src/math/random.ts";
import { addition, drawn, samplesOf, type Walk } from "./walks.ts";

interface Table {
  readonly next: readonly (readonly number[])[];
  readonly item: readonly (readonly number[])[];
}

/** Machines of up to four states over two symbols, with items that tell much. */
const tables: fc.Arbitrary<Table> = fc.integer({ min: 2, max: 4 }).chain((nStates) => {
  const rows = (limit: number) =>
    fc.array(fc.array(fc.nat(limit), { minLength: 2, maxLength: 2 }), {
      minLength: nStates,
      maxLength: nStates,
    });
  return fc.record({ next: rows(nStates - 1), item: rows(2) });
});

function walkOf({ next, item }: Table): Walk {
  return {
    inputs: { x: 2 },
    answer: (x) => {
      let state = 0;
      return x!.map((symbol) => {
        const written = item[state]![symbol]!;
        state = next[state]![symbol]!;
        return written;
      });
    },
  };
}

function forwardOf(dataset: Dataset): Sequences {
  return sequencesOf(dataset).find(({ isBackward }) => !isBackward)!;
}

it("the machine of many samples writes what the machine behind them writes, with no more states", () => {
  fc.assert(
    fc.property(tables, fc.nat(1000), (table, seed) => {
      const walk = walkOf(table);
      const sequences = forwardOf(sortedSamples(samplesOf(walk, 12, 200, seed)));
      const { states } = mergeStates(prefixTreeOf(sequences, 1000)!)!;
      expect(states.length).toBeLessThanOrEqual(table.next.length);
      const [x] = drawn(walk, 100, new Random(seed)) as [number[]];
      let at = 0;
      const written = x.map((value) => {
        const symbol = sequences.cells.findIndex(([cell]) => cell === value);
        const { item, to } = states[at]!.edges.get(symbol)!;
        at = to;
        return item;
      });
      expect(written).toEqual(walk.answer(x));
    }),
    { numRuns: 60, seed: 4 },
  );
});

it("what is read backwards has no prefix tree forwards", () => {
  const dataset = sortedSamples(samplesOf(addition(2), 8, 200));
  const [forward, backward] = sequencesOf(dataset);
  expect(prefixTreeOf(forward!, 1000)).toBeDefined();
  expect(prefixTreeOf(backward!, 1000)).toBeUndefined();
});

it("noise leaves no small machine", () => {
  const random = new Random(99);
  const noise: Walk = { inputs: { x: 2 }, answer: (x) => x!.map(() => random.bit()) };
  const sequences = forwardOf(sortedSamples(samplesOf(noise, 12, 60)));
  const tree = prefixTreeOf(sequences, 1000);
  expect(tree && mergeStates(tree)).toBeUndefined();
});

it("integers far apart are no classes of a step", () => {
  const seen = [{ name: "x", domain: binary }];
  const rows = [[0], [1]];
  expect(stepTable(seen, rows, { name: "y", values: [0, 2_000_000_000] })).toBeUndefined();
  expect(stepTable(seen, rows, { name: "y", values: [-1, 3] })?.target.classes).toEqual([
    -1, 0, 1, 2, 3,
  ]);
});

it("a balance of numbers far apart is not carried", async () => {
  const far: Walk = {
    inputs: { a: 2_000_000_000, b: 2_000_000_000 },
    answer: (a, b) => {
      let lead = 0;
      return a!.map((p, k) => {
        lead += p - b![k]!;
        return lead > 0 ? 1 : 0;
      });
    },
  };
  const dataset = sortedSamples(samplesOf(far, 6, 60));
  const asked: Dataset[] = [];
  const learnPart = async (part: Dataset) => {
    asked.push(part);
    return [];
  };
  const directions = sequencesOf(dataset);
  expect(directions).toHaveLength(2);
  expect(await findBalances(dataset, directions, { learnPart })).toEqual([]);
  expect(asked).toEqual([]);
});
