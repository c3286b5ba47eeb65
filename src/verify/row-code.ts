import { constant, type Node, subtract, sum, term } from "./circuit.ts";

/** The values of the features, and the result there. */
export interface Row {
  readonly values: readonly number[];
  readonly result: number;
}

interface Digit {
  readonly low: number;
  /** How many values there may be. */
  readonly base: number;
}

/**
 * Rows of features and a result as single numbers, which ascend as the rows do: the first feature is
 * the leading digit, the result the last one.
 */
export class RowCode {
  readonly #digits: readonly Digit[];

  /** `places` holds, for each place, the features and then the result. */
  constructor(places: readonly (readonly Node[])[]) {
    const length = places[0]?.length ?? 0;
    this.#digits = Array.from({ length }, (_, k) => {
      const low = places.reduce(
        (least, row) => Math.min(least, row[k]!.low),
        Number.MAX_SAFE_INTEGER,
      );
      const high = places.reduce(
        (most, row) => Math.max(most, row[k]!.high),
        Number.MIN_SAFE_INTEGER,
      );
      return { low, base: high - low + 1 };
    });
  }

  /** How many rows of features there are at most. */
  get count(): number {
    return this.#digits.slice(0, -1).reduce((product, { base }) => product * base, 1);
  }

  /** Throws Obstacle where numbers might pass 2^53. */
  encode(row: readonly Node[]): Node {
    return row.reduce((code, node, k) => {
      const { low, base } = this.#digits[k]!;
      return sum([term(base, code), term(1, subtract(node, constant(low)))], 0);
    }, constant(0));
  }

  /** Of the features alone. */
  keyOf(code: number): number {
    return Math.floor(code / this.#digits.at(-1)!.base);
  }

  decode(code: number): Row {
    const values = new Array<number>(this.#digits.length);
    let rest = code;
    for (let k = values.length - 1; k >= 0; k--) {
      const { low, base } = this.#digits[k]!;
      values[k] = low + (rest % base);
      rest = Math.floor(rest / base);
    }
    return { values: values.slice(0, -1), result: values.at(-1)! };
  }
}
