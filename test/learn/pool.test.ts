import { describe, expect, it } from "vitest";
import type { Edge } from "../../src/learn/options.ts";
import { type Pool, poolAlone, poolShared } from "../../src/learn/pool.ts";
import { datasetOf } from "./dataset-of.ts";

const twoSamples = datasetOf({ inputs: { x: [3] }, target: [3] }, [
  { inputs: [[1, 0, 0]], target: [1, 0, 1] },
  { inputs: [[0, 1, 1]], target: [0, 0, 1] },
]);

/** What every source reads, case by case. */
function readAll(pool: Pool): number[][] {
  return pool.sources.map((_, source) =>
    Array.from({ length: pool.nCases }, (_, index) => pool.read(source, index)),
  );
}

const shared = (edge: Edge): Pool => poolShared(twoSamples, { kind: "shift", edges: [edge] });

describe("evidence about one function for all places", () => {
  it("has a case for every place of every sample", () => {
    expect(shared("ring").nCases).toBe(6);
    expect([...shared("ring").labels]).toEqual([1, 0, 1, 0, 0, 1]);
    expect(shared("ring").distances).toEqual([0, 1, 1]);
  });

  it("reads centre, left and right round a ring", () => {
    expect(readAll(shared("ring"))).toEqual([
      [1, 0, 0, 0, 1, 1],
      [0, 1, 0, 1, 0, 1],
      [0, 0, 1, 1, 1, 0],
    ]);
  });

  it("reads zeros beyond an edge of zeros", () => {
    expect(readAll(shared("zero"))).toEqual([
      [1, 0, 0, 0, 1, 1],
      [0, 1, 0, 0, 0, 1],
      [0, 0, 0, 1, 1, 0],
    ]);
  });

  it("reads from the place onwards where the output is shorter", () => {
    const pool = poolShared(
      datasetOf({ inputs: { x: [4] }, target: [2] }, [{ inputs: [[1, 0, 0, 1]], target: [0, 1] }]),
      { kind: "shift", edges: ["none"] },
    );
    expect(readAll(pool)).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
    ]);
  });

  it("reads each input at its own place", () => {
    const pool = poolShared(
      datasetOf({ inputs: { a: [2], b: [2] }, target: [2] }, [
        {
          inputs: [
            [1, 0],
            [1, 1],
          ],
          target: [0, 1],
        },
        {
          inputs: [
            [0, 0],
            [0, 1],
          ],
          target: [0, 1],
        },
      ]),
      { kind: "shift", edges: ["ring"] },
    );
    expect(pool.sources.map(({ input }) => input)).toEqual([0, 1, 0, 1]);
    expect(readAll(pool)).toEqual([
      [1, 0, 0, 0],
      [1, 1, 0, 1],
      [0, 1, 0, 0],
      [1, 1, 1, 0],
    ]);
  });
});

describe("evidence about one output by itself", () => {
  it("has a case for every sample and reads all cells, nearest first", () => {
    const pool = poolAlone(twoSamples, 2);
    expect(pool.nCases).toBe(2);
    expect([...pool.labels]).toEqual([1, 1]);
    expect(readAll(pool)).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
    expect(pool.distances).toEqual([0, 1, 2]);
  });
});
