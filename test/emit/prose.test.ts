import { describe, expect, test } from "vitest";
import { printProse as print } from "../../src/emit/prose.ts";
import { smallPrograms } from "./small-programs.ts";

describe("plain English", () => {
  test("rule30", () => {
    expect(print(smallPrograms.rule30)).toMatchInlineSnapshot(`
      "rule30 takes x (n values of 0 or 1) and returns n values of 0 or 1. n may be any
      length.

      For each of the n places i, the result is 1 if either x one to the left is 1 or
      (x here is 1 or x one to the right is 1), but not both, else 0.

      Before the first place comes the last one, and after the last the first: a ring.
      "
    `);
  });

  test("rule30Padded", () => {
    expect(print(smallPrograms.rule30Padded)).toMatchInlineSnapshot(`
      "rule30 takes x (n values of 0 or 1) and returns n values of 0 or 1. n may be any
      length.

      For each of the n places i, the result is 1 if either x one to the left is 1 or
      (x here is 1 or x one to the right is 1), but not both, else 0.

      Beyond the edges everything is 0.
      "
    `);
  });

  test("life", () => {
    expect(print(smallPrograms.life)).toMatchInlineSnapshot(`
      "life takes x (n rows of m values of 0 or 1) and returns n rows of m values of 0
      or 1. n and m may be any lengths.

      For each of the n rows i and m columns j:
      - total is the sum of x over the 3 by 3 block around here;
      - neighbours is total - x here;
      - the result is 1 if total is at least 3 and neighbours is at most 3, else 0.

      Before the first place comes the last one, and after the last the first: a ring.
      "
    `);
  });

  test("largest", () => {
    expect(print(smallPrograms.largest)).toMatchInlineSnapshot(`
      "largest takes x (n numbers) and returns an integer from 0 to n - 1. n may be any
      length.

      The result is the first place of the largest value of x.

      Places are counted from 0.
      "
    `);
  });

  test("majority", () => {
    expect(print(smallPrograms.majority)).toMatchInlineSnapshot(`
      "majority takes x (n values of 0 or 1) and returns 0 or 1. n may be any length.

      The result is 1 if 2 times the sum of all of x is more than n, else 0.
      "
    `);
  });

  test("parity", () => {
    expect(print(smallPrograms.parity)).toMatchInlineSnapshot(`
      "parity takes x (n rows of m values of 0 or 1) and returns an integer. n and m
      may be any lengths.

      The result is the remainder of the sum of all of x divided by 2.
      "
    `);
  });

  test("filledRows", () => {
    expect(print(smallPrograms.filledRows)).toMatchInlineSnapshot(`
      "filled_rows takes x (n rows of m values of 0 or 1) and returns n values of 0 or
      1. n and m may be any lengths.

      For each of the n places i, the result is 1 if at least one value of row i of x
      is 1, else 0.
      "
    `);
  });

  test("fullestRow", () => {
    expect(print(smallPrograms.fullestRow)).toMatchInlineSnapshot(`
      "fullest_row takes x (n rows of m values of 0 or 1) and returns an integer. n and
      m may be any lengths.

      For each of the n places i, row at i is the sum of row i of x.

      The result is the largest value of row.
      "
    `);
  });

  test("larger", () => {
    expect(print(smallPrograms.larger)).toMatchInlineSnapshot(`
      "larger takes a (n values of 0 or 1) and b (n values of 0 or 1) and returns 0 or
      1. n may be any length.

      The result is 1 if (the sum of (a at i times (2 to the power of i)) for all i
      below n) is more than (the sum of (b at k times (2 to the power of k)) for all k
      below n), else 0.

      Places are counted from 0.
      "
    `);
  });

  test("probabilities", () => {
    expect(print(smallPrograms.probabilities)).toMatchInlineSnapshot(`
      "probabilities takes x (n rows of 2 values of 0 or 1) and returns n rows of 2
      probabilities. n may be any length.

      weight is the 2 values 0.1 and -2.5.

      The result is the probabilities in proportion to e to the power of each number
      of (weight at j times x in row i, column j for all i below n and j from 0 to 1).

      Places are counted from 0.
      "
    `);
  });

  test("order", () => {
    expect(print(smallPrograms.order)).toMatchInlineSnapshot(`
      "order takes x (n numbers) and returns n rows of n values of -1, 0 or 1. n may be
      any length.

      For each of the n rows i and n columns k, the result is the sign of (x at i - x
      at k).

      The sign of a number is -1 if it is below 0, 0 if it is 0, and 1 if it is above
      0.
      "
    `);
  });

  test("halves", () => {
    expect(print(smallPrograms.halves)).toMatchInlineSnapshot(`
      "halves takes x (n integers from -9 to 9) and returns n integers. n may be any
      length.

      For each of the n places i:
      - far is x 2 to the left;
      - the result is (far divided by 2, rounded down) + (the remainder of far divided
        by 3).

      Before the first place comes the last one, and after the last the first: a ring.
      "
    `);
  });

  test("edges", () => {
    expect(print(smallPrograms.edges)).toMatchInlineSnapshot(`
      "edges takes x (n values of 0 or 1) and returns n values of 0 or 1. n may be any
      length.

      For each of the n places i, the result is (1 if x at k is not x one to the left
      for at least one k below n, else 0) if i is more than 0, else 0.

      Places are counted from 0.
      "
    `);
  });

  test("lucky", () => {
    expect(print(smallPrograms.lucky)).toMatchInlineSnapshot(`
      "lucky takes x (20 values of 0 or 1) and returns 0 or 1.

      The result is 1 if the sum of all of x is 3, 7 or 13, else 0.
      "
    `);
  });
});
