import type { NetworkInput } from "../enn/network.ts";
import { add, element, integer, modulo, range, subtract, sum, variable } from "../program/build.ts";
import type { Expression, Range } from "../program/program.ts";
import { expressionTokens } from "../program/size.ts";
import { type AxisMode, isRelative } from "./2-trace.ts";
import type { Leaf } from "./graph.ts";

/** How one input is named and reached from inside the loops over the output's places. */
export interface Access {
  readonly input: NetworkInput;
  /** The array that is read: the input, or its copy with zeros around it. */
  readonly array: string;
  /** Zeros before the first element, along each axis. */
  readonly before: readonly number[];
}

export interface Names {
  /** Along each axis: the length of the inputs, the loop variable, and the variable of a window. */
  readonly lengths: readonly Expression[];
  readonly loops: readonly string[];
  readonly steps: readonly string[];
}

/** Writes what a function reads, at a place given by loop variables, as expressions. */
export class Reader {
  constructor(
    readonly accesses: readonly Access[],
    readonly modes: readonly AxisMode[],
    readonly names: Names,
  ) {}

  element({ input, at }: Leaf): Expression {
    const { array } = this.accesses[input]!;
    if (at.length === 0) return variable(array);
    return element(array, ...at.map((step, axis) => this.#index(input, axis, integer(step))));
  }

  /** The sum of some cells, each once: as a window where they form one, if that is shorter. */
  sum(leaves: readonly Leaf[]): Expression {
    const inputs = [...new Set(leaves.map(({ input }) => input))];
    const parts = inputs.map((input) => this.#sumOf(leaves.filter((leaf) => leaf.input === input)));
    return parts.length === 1 ? parts[0]! : add(...parts);
  }

  /** Is the sum of these cells written as a window, rather than cell by cell? */
  isWindow(leaves: readonly Leaf[]): boolean {
    const written = this.sum(leaves);
    return written.kind === "sum" || (written.kind === "subtract" && written.left.kind === "sum");
  }

  /** The whole box of a window along several axes that lacks some cells: worth a line of its own. */
  wholeOf(leaves: readonly Leaf[]): readonly Leaf[] | undefined {
    if (!this.isWindow(leaves) || leaves[0]!.at.length < 2) return undefined;
    const { input } = leaves[0]!;
    const whole = cellsOf(boxAround(leaves)).map((at) => ({ input, at }));
    return whole.length > leaves.length ? whole : undefined;
  }

  #sumOf(leaves: readonly Leaf[]): Expression {
    const spelt =
      leaves.length === 1 ? this.element(leaves[0]!) : add(...leaves.map((l) => this.element(l)));
    const window = this.#isRelative(leaves[0]!.input) ? this.#window(leaves) : undefined;
    if (window === undefined) return spelt;
    return expressionTokens(window) < expressionTokens(spelt) ? window : spelt;
  }

  /** A box of cells, or one without a few of its cells. */
  #window(leaves: readonly Leaf[]): Expression | undefined {
    const box = boxAround(leaves);
    const present = new Set(leaves.map(({ at }) => at.join()));
    const missing = cellsOf(box).filter((at) => !present.has(at.join()));
    if (missing.length > MOST_MISSING) return undefined;
    const { input } = leaves[0]!;
    return missing.reduce(
      (rest, at) => subtract(rest, this.element({ input, at })),
      this.#boxSum(input, box),
    );
  }

  #boxSum(input: number, box: readonly Interval[]): Expression {
    const { array } = this.accesses[input]!;
    const ranges: Range[] = [];
    const indices = box.map(({ low, high }, axis) => {
      if (low === high) return this.#index(input, axis, integer(low));
      const step = this.names.steps[axis]!;
      const shift = this.#shift(input, axis);
      ranges.push(range(step, integer(low + shift), integer(high + shift + 1)));
      return this.#index(input, axis, variable(step));
    });
    return sum(ranges, element(array, ...indices));
  }

  /** The index at a step, a constant or a window's variable, from the place. */
  #index(input: number, axis: number, step: Expression): Expression {
    if (!this.#isRelative(input)) return step;
    const place = variable(this.names.loops[axis]!);
    const constant = step.kind === "integer" ? step.value + this.#shift(input, axis) : undefined;
    if (constant === 0) return place;
    const moved = add(place, constant === undefined ? step : integer(constant));
    return this.modes[axis] === "ring" ? modulo(moved, this.names.lengths[axis]!) : moved;
  }

  #shift(input: number, axis: number): number {
    return this.accesses[input]!.before[axis]!;
  }

  #isRelative(input: number): boolean {
    return isRelative(this.accesses[input]!.input.shape, this.modes);
  }
}

/** Cells that a box may lack and still be the clearest way to say which cells are meant. */
const MOST_MISSING = 2;

interface Interval {
  readonly low: number;
  readonly high: number;
}

function boxAround(leaves: readonly Leaf[]): Interval[] {
  return leaves[0]!.at.map((_, axis) => {
    const steps = leaves.map(({ at }) => at[axis]!);
    return { low: Math.min(...steps), high: Math.max(...steps) };
  });
}

function cellsOf(box: readonly Interval[]): number[][] {
  return box.reduce<number[][]>(
    (cells, { low, high }) =>
      cells.flatMap((cell) => Array.from({ length: high - low + 1 }, (_, k) => [...cell, low + k])),
    [[]],
  );
}
