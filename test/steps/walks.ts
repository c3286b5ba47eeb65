import type { Dataset } from "../../src/data/dataset.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import type { StepNetwork } from "../../src/enn/network.ts";
import { learn } from "../../src/learn/learn.ts";
import { Random } from "../../src/math/random.ts";

/** What is written from place to place, by whoever carries something along. */
export interface Walk {
  /** By input: integers from 0 to below this. */
  readonly inputs: Readonly<Record<string, number>>;
  readonly answer: (...arrays: readonly (readonly number[])[]) => readonly number[];
}

/** Two numbers whose first digits count least, added as at school; the last carry is the last digit. */
export function addition(base: number): Walk {
  return {
    inputs: { a: base, b: base },
    answer: (a, b) => {
      let carry = 0;
      const digits = a!.map((digit, k) => {
        const total = digit + b![k]! + carry;
        carry = Math.floor(total / base);
        return total % base;
      });
      return [...digits, carry];
    },
  };
}

/** The same, where the last digits count least. */
export function additionFromTheEnd(base: number): Walk {
  const { inputs, answer } = addition(base);
  const turned = (a: readonly number[] | undefined) => [...a!].reverse();
  return { inputs, answer: (a, b) => [...answer(turned(a), turned(b))].reverse() };
}

/** Once a 1 was seen in the one array, 1, until a 1 stands in the other. */
export const latch: Walk = {
  inputs: { set: 2, reset: 2 },
  answer: (set, reset) => {
    let isOn = 0;
    return set!.map((bit, k) => {
      if (bit === 1) isOn = 1;
      else if (reset![k] === 1) isOn = 0;
      return isOn;
    });
  },
};

/** What is left of a binary number, read so far, modulo 5. */
export const remainder: Walk = {
  inputs: { x: 2 },
  answer: (x) => {
    let rest = 0;
    return x!.map((bit) => {
      rest = (2 * rest + bit) % 5;
      return rest;
    });
  },
};

/** Were never more brackets closed (0) than opened (1)? */
export const balanced: Walk = {
  inputs: { x: 2 },
  answer: (x) => {
    let [depth, isFine] = [0, 1];
    return x!.map((bit) => {
      depth += 2 * bit - 1;
      if (depth < 0) isFine = 0;
      return isFine;
    });
  },
};

/** Is the sum of the one array so far above that of the other? */
export const lead: Walk = {
  inputs: { a: 4, b: 4 },
  answer: (a, b) => {
    let ahead = 0;
    return a!.map((points, k) => {
      ahead += points - b![k]!;
      return ahead > 0 ? 1 : 0;
    });
  },
};

/** The last two results and what is read, modulo 3. */
export const lastTwo: Walk = {
  inputs: { x: 3 },
  answer: (x) => {
    let [last, before] = [0, 0];
    return x!.map((value) => {
      [last, before] = [(value + last + before) % 3, last];
      return last;
    });
  },
};

/** Random arrays of one length for a walk. */
export function drawn({ inputs }: Walk, length: number, random: Random): number[][] {
  return Object.values(inputs).map((limit) => Array.from({ length }, () => random.below(limit)));
}

export function samplesOf(walk: Walk, length: number, count: number, seed = 1): Dataset {
  const random = new Random(seed);
  const lines = Array.from({ length: count }, () => {
    const arrays = drawn(walk, length, random);
    const named = Object.keys(walk.inputs).map((name, k) => [name, arrays[k]!] as const);
    return JSON.stringify({ ...Object.fromEntries(named), y: walk.answer(...arrays) });
  });
  return parseJsonl(`${lines.join("\n")}\n`, {});
}

/** The step network with the fewest bits that is learnt from some samples. */
export async function stepsFrom(walk: Walk, length: number, count: number): Promise<StepNetwork> {
  const candidates = await learn(samplesOf(walk, length, count));
  const steps = candidates.flatMap(({ network }) => (network.kind === "step" ? [network] : []));
  if (steps[0] === undefined) throw new Error("no step network was learnt");
  return steps[0];
}

/** The same network for arrays of another length. */
export function ofLength(network: StepNetwork, length: number): StepNetwork {
  const more = network.end === undefined ? 0 : 1;
  return {
    ...network,
    inputs: network.inputs.map((input) => ({ ...input, shape: [length] })),
    output: { ...network.output, shape: [length + more] },
  };
}
