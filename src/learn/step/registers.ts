import type { Dataset } from "../../data/dataset.ts";
import type { StepPart } from "../../enn/network.ts";
import { extremesOf } from "../../math/domain.ts";
import {
  choiceNetwork,
  extremeNetwork,
  isPositive,
  type PartFrame,
  type Sum,
  sumNetwork,
} from "./sum-networks.ts";

/** An integer that is carried along, whatever is written. */
export interface Register {
  readonly name: string;
  readonly initial: number;
  /** What the largest, or the smallest, that it has been is called, where it rises and falls. */
  readonly extremes?: { readonly larger?: string; readonly smaller?: string };
  /** Is it read before it changes? Else after. */
  readonly isLate: boolean;
  /** What it becomes at a place, of what it was and of the number that it reads. */
  readonly after: (before: number, read: number) => number;
  /** Between these it stays; they are not given where it grows with the length. */
  readonly bounds?: { readonly low: number; readonly high: number };
  /** The network of `after`, by what a step sees: the columns of what it reads and of itself. */
  readonly part: (columns: RegisterColumns, frame: PartFrame) => StepPart;
  /** Which of what a step sees it reads: the cell of an input, or a register that changes before it. */
  readonly source: number;
}

export interface RegisterColumns {
  readonly read: number;
  readonly own: number;
}

/** What may be carried along each input: the last cell, extremes, the sum, and of bits how long each has lasted. */
export function registersOf({ inputs }: Dataset): Register[] {
  return inputs.flatMap(({ domain }, input): Register[] => {
    const bounds = extremesOf(domain);
    const isBinary = domain.kind === "binary";
    const known = isBinary
      ? [lasting(1, "run"), lasting(0, "gap"), total("count"), balance]
      : [extreme("larger", "largest", bounds.low), extreme("smaller", "smallest", bounds.high)];
    const rises = { larger: "largest_total", smaller: "smallest_total" };
    const sums = isBinary ? [] : [{ ...total("total"), extremes: rises }, excess];
    return [
      { ...lastCell, bounds: withZero(bounds), source: input },
      ...[...known, ...sums].map((register) => ({
        ...register,
        ...(register.isBounded ? { bounds } : {}),
        source: input,
      })),
    ];
  });
}

function withZero({ low, high }: { readonly low: number; readonly high: number }) {
  return { low: Math.min(0, low), high: Math.max(0, high) };
}

type Kind = Omit<Register, "source" | "bounds"> & { readonly isBounded: boolean };

const lastCell: Kind = {
  name: "last_value",
  initial: 0,
  isLate: true,
  isBounded: true,
  after: (_, read) => read,
  part: ({ read }, frame) => sumNetwork(sumOf(frame, [[read, 1]]), frame),
};

function extreme(kind: "larger" | "smaller", name: string, initial: number): Kind {
  const pick = kind === "larger" ? Math.max : Math.min;
  return {
    name,
    initial,
    isLate: false,
    isBounded: true,
    after: pick,
    part: ({ read, own }, frame) =>
      extremeNetwork(kind, [sumOf(frame, [[own, 1]]), sumOf(frame, [[read, 1]])], frame),
  };
}

function total(name: string): Kind {
  return {
    name,
    initial: 0,
    isLate: false,
    isBounded: false,
    after: (before, read) => before + read,
    part: ({ read, own }, frame) => {
      const both = sumOf(frame, [
        [own, 1],
        [read, 1],
      ]);
      return sumNetwork(both, frame);
    },
  };
}

/** Ones less zeros. */
const balance: Kind = {
  name: "balance",
  extremes: { larger: "largest_balance", smaller: "smallest_balance" },
  initial: 0,
  isLate: false,
  isBounded: false,
  after: (before, read) => before + 2 * read - 1,
  part: ({ read, own }, frame) => {
    const both = sumOf(frame, [
      [own, 1],
      [read, 2],
    ]);
    return sumNetwork({ ...both, constant: -1 }, frame);
  },
};

/** How many cells in a row have been this bit. */
function lasting(bit: 0 | 1, name: string): Kind {
  return {
    name,
    extremes: { larger: `longest_${name}` },
    initial: 0,
    isLate: false,
    isBounded: false,
    after: (before, read) => (read === bit ? before + 1 : 0),
    part: ({ read, own }, frame) => {
      const longer = sumNetwork({ ...sumOf(frame, [[own, 1]]), constant: 1 }, frame);
      const none = sumNetwork(sumOf(frame, []), frame);
      return choiceNetwork(
        isPositive(read, frame),
        bit === 1 ? [longer, none] : [none, longer],
        frame,
      );
    },
  };
}

/** A sum that never falls below 0. */
const excess: Kind = {
  name: "excess",
  extremes: { larger: "largest_excess" },
  initial: 0,
  isLate: false,
  isBounded: false,
  after: (before, read) => Math.max(before + read, 0),
  part: ({ read, own }, frame) => {
    const more = sumOf(frame, [
      [own, 1],
      [read, 1],
    ]);
    return extremeNetwork("larger", [more, sumOf(frame, [])], frame);
  },
};

function sumOf(
  { inputs }: PartFrame,
  terms: readonly (readonly [column: number, weight: number])[],
): Sum {
  const weights = inputs.map((_, column) => terms.find(([wanted]) => wanted === column)?.[1] ?? 0);
  return { weights, constant: 0 };
}

/** A register that rises and falls, and the largest or smallest that it has been. */
export function withExtremes(register: Register, nInputs: number): Register[][] {
  const { extremes = {}, initial } = register;
  return (["larger", "smaller"] as const).flatMap((kind) => {
    const name = extremes[kind];
    return name === undefined
      ? []
      : [[register, { ...extreme(kind, name, initial), source: nInputs }]];
  });
}

/** Moves registers on by one place, in turn; `values` are what they were. */
export function advance(
  registers: readonly Register[],
  values: number[],
  here: readonly number[],
): void {
  registers.forEach(({ source, after }, k) => {
    const read = source < here.length ? here[source]! : values[source - here.length]!;
    values[k] = after(values[k]!, read);
  });
}
