import fc from "fast-check";
import { expect, it } from "vitest";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { printJsonl } from "../../src/data/print-jsonl.ts";
import { nest, type Shape, sizeOf } from "../../src/math/shape.ts";

it("prints texts, labels and distributions as they stood", () => {
  const text =
    '{"c": ["o","x"], "n": 0.1, "y": {"no": 0.75, "yes": 0.25}}\n' +
    '{"c": ["x","x"], "n": 1e+20, "y": {"no": 0, "yes": 1}}\n';
  expect(printJsonl(parseJsonl(text))).toBe(text);
  const labelled = '{"n": 1, "y": [true,false]}\n{"n": -3, "y": [true,true]}\n';
  expect(printJsonl(parseJsonl(labelled))).toBe(labelled);
});

const shapes: readonly Shape[] = [[], [3], [2, 2], [1, 2, 2]];

const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 1e20, -1e21, 2 ** 53, 5e-324),
);
const word = fc.constantFrom("a", "B", "1", "", '"', "\\", "\u2028", "é", "__proto__", "true");
const label = fc.constantFrom<"number" | "boolean" | "string">("number", "boolean", "string");

function leaves(kind: "number" | "boolean" | "string", count: number) {
  const one = { number, boolean: fc.boolean(), string: word }[kind];
  return fc.array(one as fc.Arbitrary<number | boolean | string>, {
    minLength: count,
    maxLength: count,
  });
}

const SAMPLES = 4;

/** A column of nested values for each sample. */
const column = fc
  .tuple(fc.constantFrom(...shapes), label)
  .chain(([shape, kind]) =>
    leaves(kind, SAMPLES * sizeOf(shape)).map((flat) =>
      Array.from({ length: SAMPLES }, (_, sample) =>
        nest(flat.slice(sample * sizeOf(shape), (sample + 1) * sizeOf(shape)), shape),
      ),
    ),
  );

const eighths = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));

/** A target of few classes, or of distributions over three. */
const target = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...shapes),
      fc.constantFrom([0, 1], [false, true], ["x", "y"], [-2, 0.5]),
    )
    .chain(([shape, classes]) =>
      fc
        .array(fc.constantFrom<number | boolean | string>(...classes), {
          minLength: SAMPLES * sizeOf(shape),
          maxLength: SAMPLES * sizeOf(shape),
        })
        .map((flat) =>
          Array.from({ length: SAMPLES }, (_, sample) =>
            nest<number | boolean | string>(
              flat.slice(sample * sizeOf(shape), (sample + 1) * sizeOf(shape)),
              shape,
            ),
          ),
        ),
    ),
  fc
    .tuple(
      fc.constantFrom(["a", "b", "c"], ["1", "2", "10"]),
      fc.array(eighths, { minLength: SAMPLES, maxLength: SAMPLES }),
    )
    .map(([names, cuts]) =>
      cuts.map(([a, b]) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const shares = [low / 8, (high - low) / 8, 1 - high / 8];
        return Object.fromEntries(names.map((name, k) => [name, shares[k]]));
      }),
    ),
);

it("is read back as the same data set", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom("x", "10", "2", "__proto__", "a b"), { minLength: 1 }),
      fc.array(column, { minLength: 5, maxLength: 5 }),
      target,
      (names, columns, labels) => {
        const lines = Array.from({ length: SAMPLES }, (_, sample) => {
          const fields = names.map(
            (name, k) => `${JSON.stringify(name)}:${text(columns[k]![sample])}`,
          );
          // One input always changes, so that something is left.
          return `{${fields.join()}, "changing": ${sample}, "y":${text(labels[sample])}}`;
        });
        const data = parseJsonl(lines.join("\n"));
        const again = parseJsonl(printJsonl(data));
        expect(again).toEqual({ ...data, warnings: [] });
      },
    ),
    { seed: 4, numRuns: 300 },
  );
});

/** JSON with exponents for large numbers: digits alone would be integers that are rounded. */
function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(text).join()}]`;
  const isLarge = typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return isLarge ? value.toExponential() : JSON.stringify(value);
}
