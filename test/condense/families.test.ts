import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import type { Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { Random } from "../../src/math/random.ts";
import { type Shape, sizeOf } from "../../src/math/shape.ts";
import { type ArrayValue, evaluate } from "../../src/program/evaluate.ts";
import { printProgram } from "../../src/program/json.ts";
import type { Program } from "../../src/program/program.ts";
import type { Family } from "../../src/tasks/family.ts";
import { networkFamilies } from "../../src/tasks/networks.ts";
import { randomInput } from "../../src/tasks/random-input.ts";
import { isExactScaling, type Scales, scramble } from "../../src/tasks/scramble.ts";
import { verify } from "../../src/verify/verify.ts";
import { some } from "../thorough.ts";

const SCALES: readonly Scales[] = ["powers-of-two", "integers"];

const cases = [...networkFamilies].flatMap(([name, family]) =>
  some(family.sizes).map((size) => [name, size.join("x"), caseOf(family, size)] as const),
);

describe.each(cases)("%s %s", (_name, _size, { family, shape, network, program }) => {
  it("is condensed and proved", () => {
    const verdict = verify(network(), program());
    expect(verdict).toMatchObject({ kind: "equivalent" });
  });

  it("is condensed into what it computes", () => {
    const predict = predictor(network());
    const isRounded = network().layers.at(-1)!.activation === "softmax";
    for (const x of inputsOf(family, shape, network())) {
      const found = valuesOf(program(), network(), x);
      const wanted = [...predict(x)];
      if (!isRounded) expect(found).toEqual(wanted);
      // Probabilities are rounded on both sides.
      else expect(found.every((value, k) => Math.abs(value - wanted[k]!) <= 1e-12)).toBe(true);
    }
  });

  describe.each(SCALES.filter((scales) => isExactScaling(network(), scales)))(
    "with its neurons in another order, scales: %s",
    (scales) => {
      const scrambled = once(() => scramble(network(), new Random(31), { scales }));
      const other = once(() => condense(scrambled(), { name: "f" }));

      it("is the same program", () => {
        expect(withoutOrigins(other())).toBe(withoutOrigins(program()));
      });

      it("is proved", () => {
        expect(verify(scrambled(), other())).toMatchObject({ kind: "equivalent" });
      });
    },
  );
});

function caseOf(family: Family, shape: Shape) {
  const network = once(() => family.build(shape));
  return { family, shape, network, program: once(() => condense(network(), { name: "f" })) };
}

/** Computed when first asked for, so that a failure belongs to the test that asks. */
function once<Result>(compute: () => Result): () => Result {
  let known: { readonly result: Result } | undefined;
  return () => {
    known ??= { result: compute() };
    return known.result;
  };
}

function inputsOf(family: Family, size: Shape, network: Network): (readonly number[])[] {
  const random = new Random(41);
  return Array.from({ length: 30 }, (_, k) =>
    family.draw !== undefined && k % 3 > 0
      ? family.draw(size, random)
      : randomInput(network, random),
  );
}

function valuesOf(program: Program, { inputs }: Network, x: readonly number[]): number[] {
  let start = 0;
  const arrays = inputs.map(({ shape }): ArrayValue => {
    const data = Float64Array.from(x.slice(start, start + sizeOf(shape)));
    start += data.length;
    return { shape, data };
  });
  const value = evaluate(program, arrays);
  return typeof value === "number" ? [value] : [...value.data];
}

/** The program's file; numbers of neurons, which another order changes, do not count. */
function withoutOrigins(program: Program): string {
  const file: unknown = JSON.parse(printProgram(program));
  return JSON.stringify(file, (key, value: unknown) => (key === "origin" ? undefined : value));
}
