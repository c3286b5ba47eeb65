import type { Network, NetworkInput } from "../enn/network.ts";
import { binary } from "../math/domain.ts";
import { type Families, type Family, onLine } from "./family.ts";
import { inputX, networkOf, upTo } from "./neuron.ts";

/** Which bit of a number stands first. */
export type BitOrder = "highest-first" | "lowest-first";

/** 1 where the first of two numbers of `bits` bits is larger than the second. */
export function greater(inputs: readonly NetworkInput[], bits: number, order: BitOrder): Network {
  const weights = upTo(bits).map((k) => 2 ** (order === "lowest-first" ? k : bits - 1 - k));
  const entries = [...weights, ...weights.map((weight) => -weight)].map((value, column) => ({
    column,
    value,
  }));
  return networkOf({
    inputs,
    layers: [{ activation: "step", neurons: [{ bias: 0, entries }] }],
    shape: [],
  });
}

/** The sign of the difference: -1, 0 or 1. */
export function compared(inputs: readonly NetworkInput[], bits: number, order: BitOrder): Network {
  const network = greater(inputs, bits, order);
  return { ...network, layers: network.layers.map((layer) => ({ ...layer, activation: "sign" })) };
}

/** Two inputs `a` and `b`. */
export function inputsAB(bits: number): NetworkInput[] {
  return ["a", "b"].map((name) => ({ name, shape: [bits], domain: binary }));
}

const SIZES = [3, 6, 20];

export const comparisonFamilies: Families = [
  [
    "greater",
    family((bits) => greater(inputsAB(bits), bits, "highest-first"), "highest-first", say),
  ],
  [
    "greater-lowest-first",
    family((bits) => greater(inputsAB(bits), bits, "lowest-first"), "lowest-first", say),
  ],
  [
    "greater-rows",
    family((bits) => greater(inputX([2, bits]), bits, "lowest-first"), "lowest-first", say),
  ],
  [
    "compared",
    family((bits) => compared(inputsAB(bits), bits, "highest-first"), "highest-first", Math.sign),
  ],
];

function family(
  build: (bits: number) => Network,
  order: BitOrder,
  answer: (difference: number) => number,
): Family {
  const numberOf = (digits: readonly number[]) =>
    Number.parseInt((order === "lowest-first" ? [...digits].reverse() : digits).join(""), 2);
  return onLine(SIZES, build, (x, bits) => [
    answer(numberOf(x.slice(0, bits)) - numberOf(x.slice(bits))),
  ]);
}

function say(difference: number): number {
  return difference > 0 ? 1 : 0;
}
