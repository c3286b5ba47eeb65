import { describe, expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import {
  add,
  block,
  define,
  element,
  integer,
  modulo,
  multiply,
  power,
  size,
  subtract,
  sum,
  table,
  variable,
} from "../../src/program/build.ts";
import type { Program } from "../../src/program/program.ts";
import { bits, upTo } from "./examples.ts";
import { smallPrograms } from "./small-programs.ts";

const print = (program: Program) => emit(program, "typescript");

describe("printed TypeScript", () => {
  test("a table is a map over the array of its length, and rings add a length before a step back", () => {
    expect(print(smallPrograms.rule30)).toMatchInlineSnapshot(`
      "/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
      export function rule30(x: readonly number[]): number[] {
        const n = x.length;
        return x.map((value, i) => x[(i + n - 1) % n] ^ (value | x[(i + 1) % n]));
      }
      "
    `);
  });

  test("a few zeros around are written out, and a size that is used once is inlined", () => {
    expect(print(smallPrograms.rule30Padded)).toMatchInlineSnapshot(`
      "/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
      export function rule30(x: readonly number[]): number[] {
        const padded = [0, ...x, 0];
        return Array.from(
          { length: x.length },
          (_, i) => padded[i] ^ (padded[i + 1] | padded[i + 2])
        );
      }
      "
    `);
  });

  test("names of the program's own are in camel case, those of the user stay", () => {
    const program: Program = {
      name: "full_rows",
      inputs: [bits("x_y", "n", "m")],
      body: {
        lets: [
          define(
            "row_sums",
            table(
              [upTo("i", size("n"))],
              block([], sum([upTo("j", size("m"))], element("x_y", variable("i"), variable("j")))),
            ),
          ),
          define("rowSums", integer(2)),
        ],
        result: sum(
          [upTo("k", size("n"))],
          multiply(variable("rowSums"), element("row_sums", variable("k"))),
        ),
      },
    };
    expect(print(program)).toMatchInlineSnapshot(`
      "/** Takes x_y, n rows of m values of 0 or 1; returns an integer. */
      export function full_rows(x_y: readonly (readonly number[])[]): number {
        const rowSums2 = x_y.map((row) => row.reduce((sum, value) => sum + value, 0));
        const rowSums = 2;
        return rowSums2.reduce((sum, value) => sum + rowSums * value, 0);
      }
      "
    `);
  });

  test("an end that is one more than a name is said by the name", () => {
    const upToHere = [upTo("j", add(variable("i"), integer(1)))];
    const totals = table(
      [upTo("i", size("n"))],
      block([], sum(upToHere, element("x", variable("j")))),
    );
    const program: Program = {
      name: "totals",
      inputs: [bits("x", "n")],
      body: { lets: [], result: totals },
    };
    expect(print(program)).toMatchInlineSnapshot(`
      "/** Takes x, n values of 0 or 1; returns n integers. */
      export function totals(x: readonly number[]): number[] {
        const y: number[] = [];
        for (let i = 0; i < x.length; i++) {
          let total = 0;
          for (let j = 0; j <= i; j++) {
            total += x[j];
          }
          y.push(total);
        }
        return y;
      }
      "
    `);
  });

  test("sums are loops inside loops", () => {
    expect(print(smallPrograms.life)).toMatchInlineSnapshot(`
      "/** Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1. */
      export function life(x: readonly (readonly number[])[]): number[][] {
        const n = x.length;
        const m = x[0].length;
        const y = Array.from({ length: n }, () => new Array<number>(m).fill(0));
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < m; j++) {
            let total = 0;
            for (let a = -1; a <= 1; a++) {
              for (let b = -1; b <= 1; b++) {
                total += x[(i + a + n) % n][(j + b + m) % m];
              }
            }
            const neighbours = total - x[i][j];
            y[i][j] = Number(total >= 3 && neighbours <= 3);
          }
        }
        return y;
      }
      "
    `);
  });

  test("the first largest is found by comparing with the best place so far", () => {
    expect(print(smallPrograms.largest)).toMatchInlineSnapshot(`
      "/** Takes x, n numbers; returns an integer from 0 to n - 1. */
      export function largest(x: readonly number[]): number {
        let best = 0;
        for (let i = 1; i < x.length; i++) {
          if (x[i] > x[best]) best = i;
        }
        return best;
      }
      "
    `);
  });

  test("a comparison is 0 or 1", () => {
    expect(print(smallPrograms.majority)).toMatchInlineSnapshot(`
      "/** Takes x, n values of 0 or 1; returns 0 or 1. */
      export function majority(x: readonly number[]): number {
        return Number(2 * x.reduce((sum, value) => sum + value, 0) > x.length);
      }
      "
    `);
  });

  test("remainders of what is not below 0 are plain", () => {
    expect(print(smallPrograms.parity)).toMatchInlineSnapshot(`
      "/** Takes x, n rows of m values of 0 or 1; returns an integer. */
      export function parity(x: readonly (readonly number[])[]): number {
        return x.flat().reduce((sum, value) => sum + value, 0) % 2;
      }
      "
    `);
  });

  test("a search stops at the first find", () => {
    expect(print(smallPrograms.filledRows)).toMatchInlineSnapshot(`
      "/** Takes x, n rows of m values of 0 or 1; returns n values of 0 or 1. */
      export function filled_rows(x: readonly (readonly number[])[]): number[] {
        return x.map((row) => Number(row.some((value) => value === 1)));
      }
      "
    `);
  });

  test("a named array grows, and an extreme starts beyond all values", () => {
    expect(print(smallPrograms.fullestRow)).toMatchInlineSnapshot(`
      "/** Takes x, n rows of m values of 0 or 1; returns an integer. */
      export function fullest_row(x: readonly (readonly number[])[]): number {
        const row = x.map((line) => line.reduce((sum, value) => sum + value, 0));
        let largest = -Infinity;
        for (let k = 0; k < x.length; k++) {
          if (row[k] > largest) largest = row[k];
        }
        return largest;
      }
      "
    `);
  });

  test("powers of sizes", () => {
    expect(print(smallPrograms.larger)).toMatchInlineSnapshot(`
      "/** Takes a, n values of 0 or 1, and b, n values of 0 or 1; returns 0 or 1. */
      export function larger(a: readonly number[], b: readonly number[]): number {
        if (b.length !== a.length) {
          throw new RangeError("b must have as many values as a");
        }
        const n = a.length;
        let total = 0n;
        for (let i = 0; i < n; i++) {
          total += BigInt(a[i]) * 2n ** BigInt(i);
        }
        let total2 = 0n;
        for (let k = 0; k < n; k++) {
          total2 += BigInt(b[k]) * 2n ** BigInt(k);
        }
        return Number(total > total2);
      }
      "
    `);
  });

  test("probabilities, from logits with constant weights", () => {
    expect(print(smallPrograms.probabilities)).toMatchInlineSnapshot(`
      "/** Probabilities in proportion to the powers of e. */
      function softmax(logits: readonly number[]): number[] {
        const largest = Math.max(...logits);
        const powers = logits.map((logit) => Math.exp(logit - largest));
        const total = powers.reduce((sum, power) => sum + power, 0);
        return powers.map((power) => power / total);
      }

      /** Takes x, n rows of 2 values of 0 or 1; returns n rows of 2 probabilities. */
      export function probabilities(x: readonly (readonly number[])[]): number[][] {
        if (x.some((row) => row.length !== 2)) {
          throw new RangeError("x must be n by 2");
        }
        const weight = [0.1, -2.5];
        return x.map((row) => weight.map((value, j) => value * row[j])).map(softmax);
      }
      "
    `);
  });

  test("signs of differences of reals", () => {
    expect(print(smallPrograms.order)).toMatchInlineSnapshot(`
      "/** Takes x, n numbers; returns n rows of n values of -1, 0 or 1. */
      export function order(x: readonly number[]): number[][] {
        return x.map((value) => x.map((other) => Math.sign(value - other)));
      }
      "
    `);
  });

  test("division rounds down, and remainders have the divisor's sign", () => {
    expect(print(smallPrograms.halves)).toMatchInlineSnapshot(`
      "/** Takes x, n integers from -9 to 9; returns n integers. */
      export function halves(x: readonly number[]): number[] {
        const n = x.length;
        const y: number[] = [];
        for (let i = 0; i < n; i++) {
          const far = x[(i + 2 * n - 2) % n];
          y.push(Math.floor(far / 2) + (far + 9) % 3);
        }
        return y;
      }
      "
    `);
  });

  test("what may fail is computed only if need be", () => {
    expect(print(smallPrograms.edges)).toMatchInlineSnapshot(`
      "/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
      export function edges(x: readonly number[]): number[] {
        return x.map((_, i) => i > 0 ? Number(x.some((value) => value !== x[i - 1])) : 0);
      }
      "
    `);
  });

  test("a fixed length, and a value among constants", () => {
    expect(print(smallPrograms.lucky)).toMatchInlineSnapshot(`
      "/** Takes x, 20 values of 0 or 1; returns 0 or 1. */
      export function lucky(x: readonly number[]): number {
        if (x.length !== 20) {
          throw new RangeError("x must have 20 values");
        }
        return Number([3, 7, 13].includes(x.reduce((sum, value) => sum + value, 0)));
      }
      "
    `);
  });

  test("exact integers need more than doubles only where sizes let them grow", () => {
    const total = (length: number | string): Program => ({
      name: "f",
      inputs: [bits("x", length)],
      body: block(
        [],
        sum(
          [upTo("i", typeof length === "string" ? size(length) : integer(length))],
          power(2, variable("i")),
        ),
      ),
    });
    expect(print(total(52))).toContain("total += 2 ** i;");
    expect(print(total(60))).toContain("total += 2n ** BigInt(i);");
    expect(print(total("n"))).toContain("return Number(total);");
  });

  test("a length is checked where that keeps doubles exact", () => {
    const [i, n] = [variable("i"), size("n")];
    const weighted: Program = {
      name: "f",
      inputs: [bits("x", "n")],
      body: block([], sum([upTo("i", n)], multiply(i, element("x", i)))),
    };
    expect(print(weighted)).toMatchInlineSnapshot(`
      "/** Takes x, n values of 0 or 1; returns an integer. */
      export function f(x: readonly number[]): number {
        const n = x.length;
        if (n > 94906265) throw new RangeError("n must be at most 94906265");
        return x.reduce((sum, value, i) => sum + i * value, 0);
      }
      "
    `);
  });

  test("a dividend without a bound gets its remainder raised", () => {
    const program: Program = {
      name: "f",
      inputs: [
        { name: "s", shape: [], domain: { kind: "integer", low: -99, high: 99 } },
        bits("x", "n"),
      ],
      body: block([], element("x", modulo(subtract(variable("s"), size("n")), size("n")))),
    };
    expect(print(program)).toContain("return x[((s - n) % n + n) % n];");
  });

  test("an array that may be an input is not the caller's to change", () => {
    const same: Program = {
      name: "f",
      inputs: [bits("x", "n")],
      body: block([], variable("x")),
    };
    expect(print(same)).toContain("export function f(x: readonly number[]): readonly number[] {");
    const copy = {
      ...same,
      body: block([], table([upTo("i", size("n"))], block([], element("x", variable("i"))))),
    };
    expect(print(copy)).toContain("): number[] {");
  });
});
