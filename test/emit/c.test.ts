import { describe, expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import {
  bit,
  block,
  compare,
  define,
  element,
  integer,
  max,
  multiply,
  power,
  range,
  size,
  subtract,
  sum,
  table,
  variable,
} from "../../src/program/build.ts";
import type { Program } from "../../src/program/program.ts";
import { bits, upTo } from "./examples.ts";
import { smallPrograms } from "./small-programs.ts";

const print = (program: Program) => emit(program, "c");

describe("printed C", () => {
  test("a table is a map over the array of its length, and rings add a length before a step back", () => {
    expect(print(smallPrograms.rule30)).toMatchInlineSnapshot(`
      "#include <stddef.h>
      #include <stdint.h>

      /** Takes x, n values of 0 or 1; writes n values of 0 or 1 to y. */
      void rule30(size_t n, const int32_t *x, int32_t *y) {
          for (size_t i = 0; i < n; i++) {
              y[i] = x[(i + n - 1) % n] ^ (x[i] | x[(i + 1) % n]);
          }
      }
      "
    `);
  });

  test("a few zeros around are written out, and a size that is used once is inlined", () => {
    expect(print(smallPrograms.rule30Padded)).toMatchInlineSnapshot(`
      "#include <stddef.h>
      #include <stdint.h>
      #include <stdlib.h>

      /* Memory for an array, all zero; aborts if there is none. */
      static void *allocate(size_t count, size_t size) {
          void *memory = calloc(count > 0 ? count : 1, size);
          if (memory == NULL) abort();
          return memory;
      }

      /**
       * Takes x, n values of 0 or 1; writes n values of 0 or 1 to y.
       * Aborts if memory runs out.
       */
      void rule30(size_t n, const int32_t *x, int32_t *y) {
          int32_t *padded = allocate(n + 2, sizeof *padded);
          for (size_t i = 0; i < n; i++) {
              padded[i + 1] = x[i];
          }
          for (size_t i = 0; i < n; i++) {
              y[i] = padded[i] ^ (padded[i + 1] | padded[i + 2]);
          }
          free(padded);
      }
      "
    `);
  });

  test("sums are loops inside loops", () => {
    expect(print(smallPrograms.life)).toMatchInlineSnapshot(`
      "#include <stddef.h>
      #include <stdint.h>

      /** Takes x, n rows of m values of 0 or 1; writes n rows of m values of 0 or 1 to y. */
      void life(size_t n, size_t m, const int32_t *x, int32_t *y) {
          for (size_t i = 0; i < n; i++) {
              for (size_t j = 0; j < m; j++) {
                  int32_t total = 0;
                  for (int32_t a = -1; a <= 1; a++) {
                      for (int32_t b = -1; b <= 1; b++) {
                          total += x[(i + a + n) % n * m + (j + b + m) % m];
                      }
                  }
                  const int32_t neighbours = total - x[i * m + j];
                  y[i * m + j] = total >= 3 && neighbours <= 3;
              }
          }
      }
      "
    `);
  });

  test("the first largest is found by comparing with the best place so far", () => {
    expect(print(smallPrograms.largest)).toMatchInlineSnapshot(`
      "#include <stddef.h>
      #include <stdint.h>
      #include <stdlib.h>

      /**
       * Takes x, n numbers; returns an integer from 0 to n - 1.
       * Aborts if n is above 2147483648.
       */
      int32_t largest(size_t n, const double *x) {
          if (n > 2147483648) abort();
          size_t best = 0;
          for (size_t i = 1; i < n; i++) {
              if (x[i] > x[best]) best = i;
          }
          return best;
      }
      "
    `);
  });

  test("a comparison is 0 or 1", () => {
    expect(print(smallPrograms.majority)).toMatchInlineSnapshot(`
      "#include <stddef.h>
      #include <stdint.h>

      /** Takes x, n values of 0 or 1; returns 0 or 1. */
      int32_t majority(size_t n, const int32_t *x) {
          int64_t total = 0;
          for (size_t i = 0; i < n; i++) {
              total += x[i];
          }
          return 2 * total > (int64_t)n;
      }
      "
    `);
  });

  test("remainders of what is not below 0 are plain", () => {
    expect(print(smallPrograms.parity)).toMatchInlineSnapshot(`
      "#include <stddef.h>
      #include <stdint.h>

      /** Takes x, n rows of m values of 0 or 1; returns an integer. */
      int32_t parity(size_t n, size_t m, const int32_t *x) {
          int64_t total = 0;
          for (size_t i = 0; i < n; i++) {
              for (size_t j = 0; j < m; j++) {
                  total += x[i * m + j];
              }
          }
          return total % 2;
      }
      "
    `);
  });

  test("a search stops at the first find", () => {
    expect(print(smallPrograms.filledRows)).toMatchInlineSnapshot(`
      "#include <stdbool.h>
      #include <stddef.h>
      #include <stdint.h>

      /** Takes x, n rows of m values of 0 or 1; writes n values of 0 or 1 to y. */
      void filled_rows(size_t n, size_t m, const int32_t *x, int32_t *y) {
          for (size_t i = 0; i < n; i++) {
              bool found = false;
              for (size_t j = 0; j < m && !found; j++) {
                  found = x[i * m + j];
              }
              y[i] = found;
          }
      }
      "
    `);
  });

  test("a named array grows, and an extreme starts beyond all values", () => {
    expect(print(smallPrograms.fullestRow)).toMatchInlineSnapshot(`
      "#include <stddef.h>
      #include <stdint.h>
      #include <stdlib.h>

      /* Memory for an array, all zero; aborts if there is none. */
      static void *allocate(size_t count, size_t size) {
          void *memory = calloc(count > 0 ? count : 1, size);
          if (memory == NULL) abort();
          return memory;
      }

      /**
       * Takes x, n rows of m values of 0 or 1; returns an integer.
       * Aborts if m is above 2147483647 or memory runs out.
       */
      int32_t fullest_row(size_t n, size_t m, const int32_t *x) {
          if (m > 2147483647) abort();
          int32_t *row = allocate(n, sizeof *row);
          for (size_t i = 0; i < n; i++) {
              int32_t total = 0;
              for (size_t j = 0; j < m; j++) {
                  total += x[i * m + j];
              }
              row[i] = total;
          }
          int32_t largest = INT32_MIN;
          for (size_t k = 0; k < n; k++) {
              if (row[k] > largest) largest = row[k];
          }
          const int32_t result = largest;
          free(row);
          return result;
      }
      "
    `);
  });

  test("powers of sizes", () => {
    expect(print(smallPrograms.larger)).toMatchInlineSnapshot(`
      "#include <stddef.h>
      #include <stdint.h>
      #include <stdlib.h>

      /**
       * Takes a, n values of 0 or 1, and b, n values of 0 or 1; returns 0 or 1.
       * Aborts if n is above 63.
       */
      int32_t larger(size_t n, const int32_t *a, const int32_t *b) {
          if (n > 63) abort();
          int64_t total = 0;
          for (size_t i = 0; i < n; i++) {
              total += a[i] * ((int64_t)1 << i);
          }
          int64_t total2 = 0;
          for (size_t k = 0; k < n; k++) {
              total2 += b[k] * ((int64_t)1 << k);
          }
          return total > total2;
      }
      "
    `);
  });

  test("probabilities, from logits with constant weights", () => {
    expect(print(smallPrograms.probabilities)).toMatchInlineSnapshot(`
      "#include <math.h>
      #include <stddef.h>
      #include <stdint.h>

      /* Probabilities in proportion to the powers of e, in place of their logits. */
      static void softmax(double *values, size_t count) {
          double largest = -INFINITY;
          for (size_t k = 0; k < count; k++) {
              if (values[k] > largest) largest = values[k];
          }
          double total = 0;
          for (size_t k = 0; k < count; k++) {
              values[k] = exp(values[k] - largest);
              total += values[k];
          }
          for (size_t k = 0; k < count; k++) values[k] /= total;
      }

      /** Takes x, n rows of 2 values of 0 or 1; writes n rows of 2 probabilities to y. */
      void probabilities(size_t n, const int32_t *x, double *y) {
          static const double weight[2] = {0.1, -2.5};
          for (size_t i = 0; i < n; i++) {
              for (int32_t j = 0; j < 2; j++) {
                  y[i * 2 + j] = weight[j] * x[i * 2 + j];
              }
          }
          for (size_t k = 0; k < n; k++) {
              softmax(&y[k * 2], 2);
          }
      }
      "
    `);
  });

  test("signs of differences of reals", () => {
    expect(print(smallPrograms.order)).toMatchInlineSnapshot(`
      "#include <stddef.h>
      #include <stdint.h>

      static int32_t sign_of_real(double value) {
          return (value > 0) - (value < 0);
      }

      /** Takes x, n numbers; writes n rows of n values of -1, 0 or 1 to y. */
      void order(size_t n, const double *x, int32_t *y) {
          for (size_t i = 0; i < n; i++) {
              for (size_t k = 0; k < n; k++) {
                  y[i * n + k] = sign_of_real(x[i] - x[k]);
              }
          }
      }
      "
    `);
  });

  test("division rounds down, and remainders have the divisor's sign", () => {
    expect(print(smallPrograms.halves)).toMatchInlineSnapshot(`
      "#include <stddef.h>
      #include <stdint.h>

      /* The largest integer not above the quotient; the divisor is above 0. */
      static int64_t floor_divide(int64_t dividend, int64_t divisor) {
          return dividend / divisor - (dividend % divisor < 0);
      }

      /** Takes x, n integers from -9 to 9; writes n integers to y. */
      void halves(size_t n, const int32_t *x, int32_t *y) {
          for (size_t i = 0; i < n; i++) {
              const int32_t far = x[(i + 2 * n - 2) % n];
              y[i] = floor_divide(far, 2) + (far + 9) % 3;
          }
      }
      "
    `);
  });

  test("what may fail is computed only if need be", () => {
    expect(print(smallPrograms.edges)).toMatchInlineSnapshot(`
      "#include <stdbool.h>
      #include <stddef.h>
      #include <stdint.h>

      /** Takes x, n values of 0 or 1; writes n values of 0 or 1 to y. */
      void edges(size_t n, const int32_t *x, int32_t *y) {
          for (size_t i = 0; i < n; i++) {
              int32_t value;
              if (i > 0) {
                  bool found = false;
                  for (size_t k = 0; k < n && !found; k++) {
                      found = x[k] != x[i - 1];
                  }
                  value = found;
              } else {
                  value = 0;
              }
              y[i] = value;
          }
      }
      "
    `);
  });

  test("a fixed length, and a value among constants", () => {
    expect(print(smallPrograms.lucky)).toMatchInlineSnapshot(`
      "#include <stdint.h>

      /** Takes x, 20 values of 0 or 1; returns 0 or 1. */
      int32_t lucky(const int32_t *x) {
          int32_t total = 0;
          for (int32_t i = 0; i < 20; i++) {
              total += x[i];
          }
          return total == 3 || total == 7 || total == 13;
      }
      "
    `);
  });

  test("a bound below a size cannot wrap around", () => {
    const i = variable("i");
    const program: Program = {
      name: "f",
      inputs: [bits("x", "n")],
      body: block(
        [],
        bit(
          compare(
            sum([range("i", integer(0), subtract(size("n"), integer(1)))], element("x", i)),
            ">",
            integer(2),
          ),
        ),
      ),
    };
    expect(print(program)).toContain("for (size_t i = 0; i + 1 < n; i++) {");
  });

  test("products are computed in 64 bits where 32 are too few", () => {
    const wide = { kind: "integer", low: -100000, high: 100000 } as const;
    const program: Program = {
      name: "f",
      inputs: [
        { name: "a", shape: [], domain: wide },
        { name: "b", shape: [], domain: wide },
      ],
      body: block([], bit(compare(multiply(variable("a"), variable("b")), ">", integer(7)))),
    };
    expect(print(program)).toContain("return (int64_t)a * b > 7;");
  });

  test("a result that may need more than 32 bits is checked", () => {
    const program: Program = {
      name: "f",
      inputs: [bits("x", "n")],
      body: block(
        [],
        table(
          [upTo("i", integer(2))],
          block([], multiply(integer(2 ** 31), element("x", variable("i")))),
        ),
      ),
    };
    expect(print(program)).toContain("y[i] = narrow(2147483648 * x[i]);");
    expect(print(program)).toContain(" * Aborts if a result needs more than 32 bits.\n");
  });

  test("short arrays of constant lengths are not allocated", () => {
    const program: Program = {
      name: "f",
      inputs: [bits("x", 8)],
      body: block(
        [
          define(
            "t",
            table(
              [upTo("i", integer(8))],
              block([], multiply(integer(2), element("x", variable("i")))),
            ),
          ),
        ],
        max([upTo("k", integer(8))], element("t", variable("k"))),
      ),
    };
    expect(print(program)).toContain("    int32_t t[8];\n");
  });

  test("integers beyond 64 bits at all sizes are refused", () => {
    const program: Program = {
      name: "f",
      inputs: [bits("x", 80)],
      body: block(
        [],
        bit(compare(sum([upTo("i", integer(80))], power(2, variable("i"))), ">", integer(7))),
      ),
    };
    expect(() => print(program)).toThrow("f: expected integers of at most 64 bits");
  });

  test("inputs beyond 32 bits are refused, those without a bound said to fit", () => {
    const sum = (high: number): Program => ({
      name: "f",
      inputs: [{ name: "a", shape: [], domain: { kind: "integer", low: 0, high } }],
      body: block([], bit(compare(variable("a"), ">", integer(7)))),
    });
    expect(() => print(sum(2 ** 40))).toThrow("input a: expected integers of at most 32 bits");
    expect(print(sum(Number.POSITIVE_INFINITY))).toContain(" * Every integer of a fits 32 bits.\n");
  });
});
