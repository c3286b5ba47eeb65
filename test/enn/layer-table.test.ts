import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLayerTable } from "../../src/enn/layer-table.ts";

describe("parseLayerTable", () => {
  it("reads a row for each input and a last one of biases", () => {
    const { weights, biases } = parseLayerTable("1,0\n-2,0.5\n3e-1,0\n-1,7\n", "a.csv");
    expect([...weights]).toEqual([1, 0, -2, 0.5, 0.3, 0]);
    expect([...biases]).toEqual([-1, 7]);
  });

  it("takes spaces, carriage returns and what printf writes", () => {
    const text = " 1.000000000000000000e+00 , +2\r\n.5,-3.\r\n007,1E5\r\n\r\n";
    const { weights, biases } = parseLayerTable(text, "a.csv");
    expect([...weights, ...biases]).toEqual([1, 2, 0.5, -3, 7, 100000]);
  });

  it("gives back the doubles that were printed", () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(double, { minLength: 2, maxLength: 8 }), (values) => {
        const { weights, biases } = parseLayerTable(values.join("\n"), "a.csv");
        // The sign of a zero has no meaning.
        expect([...weights, ...biases].map((each) => each + 0)).toEqual(values.map((v) => v + 0));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each([
    ["", /^empty-layer: a\.csv: expected a row for each input .* found an empty file; /],
    ["\n \n", /^empty-layer: /],
    ["1,2\n", /^too-few-rows: a\.csv: .* found one row; was the bias row included\?$/],
    ["1,2\n3\n", /^ragged-rows: a\.csv:2: expected 2 columns as in the first row, found 1; /],
    ["1,2\n\n3,4\n", /^ragged-rows: a\.csv:2: expected 2 columns .* found 1; /],
    ["1\n2,3,4\n", /^ragged-rows: a\.csv:2: expected 1 columns .* found 3; /],
    ["w1,w2\n1,2\n", /^not-a-number: a\.csv:1: .* column 1, found "w1"; .* no header$/],
    ["1;2\n3;4\n", /^not-a-number: a\.csv:1: .* found "1;2"; .* commas between its numbers/],
    ["1,2\n3,\n", /^not-a-number: a\.csv:2: expected a number in column 2, found nothing; /],
    ["1\n0x10\n", /^not-a-number: a\.csv:2: .* found "0x10"; write a decimal number/],
    ["1\n1_000\n", /^not-a-number: .* found "1_000"; /],
    ["1\n--1\n", /^not-a-number: .* found "--1"; /],
    ["1\n.\n", /^not-a-number: .* found "\."; /],
    ["1\nnan\n", /^not-finite: a\.csv:2: expected a finite number in column 1, found nan; /],
    ["1\n-inf\n", /^not-finite: .* found -inf; /],
    ["1\nInfinity\n", /^not-finite: .* found Infinity; /],
    ["1\n1e999\n", /^not-finite: .* found 1e999; /],
  ])("refuses %j", (text, sentence) => {
    expect(() => parseLayerTable(text, "a.csv")).toThrow(sentence);
  });
});
