import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import type { Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import type { Entry } from "../../src/enn/sparse-matrix.ts";
import { Random } from "../../src/math/random.ts";
import { coordinatesOf, indexOf, modulo, type Shape, sizeOf } from "../../src/math/shape.ts";
import { check } from "../../src/program/check.ts";
import { type ArrayValue, evaluate } from "../../src/program/evaluate.ts";
import { inputX, type Neuron, networkOf, upTo } from "../../src/tasks/neuron.ts";
import { randomInput } from "../../src/tasks/random-input.ts";
import { some } from "../thorough.ts";

const CLASSES = 3;
const STEPS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [-1, 0],
] as const;

/** The same units around every place, then classes of which the one with the largest sum wins at the place. */
function contests(random: Random): Network {
  const shape: Shape = [3 + random.below(2), 3];
  const isRing = random.bit() === 1;
  const places = upTo(sizeOf(shape));
  const weight = (): number => random.below(5) - 2;
  const kinds = upTo(1 + random.below(3)).map(() => ({
    weights: STEPS.map(weight),
    bias: 2 * weight() + 1,
  }));
  const units = kinds.flatMap(({ weights, bias }) =>
    places.map((place): Neuron => ({ bias, entries: around(place, weights, { shape, isRing }) })),
  );
  const classes = upTo(CLASSES).map(() => ({ weights: kinds.map(weight), bias: weight() }));
  const scores = places.flatMap((place) =>
    classes.map(({ weights, bias }): Neuron => {
      const entries = weights.map((value, kind): Entry => {
        return { column: kind * places.length + place, value };
      });
      return { bias, entries: entries.filter(({ value }) => value !== 0) };
    }),
  );
  return networkOf({
    inputs: inputX(shape),
    layers: [
      { activation: "step", neurons: units },
      { activation: "argmax", neurons: scores },
    ],
    shape,
  });
}

function around(
  place: number,
  weights: readonly number[],
  { shape, isRing }: { readonly shape: Shape; readonly isRing: boolean },
): Entry[] {
  const [i, j] = coordinatesOf(place, shape) as [number, number];
  const sums = new Map<number, number>();
  STEPS.forEach(([down, right], k) => {
    const at = [i + down, j + right];
    const cell = isRing ? at.map((each, axis) => modulo(each, shape[axis]!)) : at;
    if (cell.some((each, axis) => each < 0 || each >= shape[axis]!)) return;
    const column = indexOf(cell, shape);
    sums.set(column, (sums.get(column) ?? 0) + 2 * weights[k]!);
  });
  return [...sums]
    .filter(([, value]) => value !== 0)
    .sort(([a], [b]) => a - b)
    .map(([column, value]) => ({ column, value }));
}

describe("what wins at every place", () => {
  it("is what the program says, with and without edges", () => {
    const trials = some(upTo(120));
    let nContests = 0;
    for (const trial of trials) {
      const random = new Random(trial);
      const network = contests(random);
      const program = condense(network, { name: "f" });
      check(program);
      if (program.body.result.kind === "table") nContests += 1;
      const predict = predictor(network);
      for (let k = 0; k < 12; k++) {
        const x = Float64Array.from(randomInput(network, random));
        const { shape } = network.inputs[0]!;
        const { data } = evaluate(program, [{ shape, data: x }]) as ArrayValue;
        expect([...data], `trial ${trial}`).toEqual([...predict(x)]);
      }
    }
    expect(nContests).toBeGreaterThan(trials.length / 2);
  });
});
