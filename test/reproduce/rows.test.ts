import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrap } from "../../src/reproduce/bootstrap.ts";
import { compare } from "../../src/reproduce/compare.ts";
import type { Experiment } from "../../src/reproduce/experiment.ts";
import { cannot, share, value } from "../../src/reproduce/measurement.ts";
import { printerOf } from "../../src/reproduce/print-value.ts";
import { type Row, rowsOf } from "../../src/reproduce/row.ts";

const experiment: Experiment = {
  name: "coins",
  title: "Coins",
  about: "",
  panels: [{ what: "heads", unit: "share", x: "coins" }],
  units: () => [],
};

const at = { what: "heads", series: "ours", x: 1 };

describe("bootstrap intervals", () => {
  it("hold the mean, and have no width where nothing varies", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (values) => {
        const { mean, low, high } = bootstrap(values, 0);
        expect(low).toBeLessThanOrEqual(mean + 1e-9);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-9);
        if (new Set(values).size === 1) expect(high).toBe(low);
      }),
      { numRuns: 30 },
    );
  });

  it("are zero where differences cancel, whatever the rounding of their sum", () => {
    expect(bootstrap([0.1, 0.2, -0.3], 0).mean).toBe(0);
  });

  it("are those of a binomial distribution for trials: 10 % around a half of 100", () => {
    const [row] = rowsOf(experiment, [share(at, 0.5, 100)], 0);
    expect(row).toMatchObject({ value: 0.5, measurements: 100 });
    const { low, high } = row as Extract<Row, { kind: "value" }>;
    expect(low).toBeCloseTo(0.4, 1);
    expect(high).toBeCloseTo(0.6, 1);
    expect(high - low).toBeGreaterThan(0.15);
  });
});

describe("rows", () => {
  it("put measurements of one place together and keep what cannot be done", () => {
    const peer = { ...at, series: "peer" };
    const rows = rowsOf(experiment, [value(at, 1), value(at, 0), cannot(peer, "no size")], 0);
    expect(rows).toMatchObject([
      { series: "ours", kind: "value", value: 0.5, measurements: 2 },
      { series: "peer", kind: "cannot", reason: "no size" },
    ]);
  });
});

describe("printed shares", () => {
  const print = printerOf("share");

  it("are whole where they are, and exact only where nothing is missing", () => {
    expect([0.57, 0.5, 1, 0].map(print)).toEqual(["57 %", "50 %", "100 %", "0 %"]);
    expect(print(0.999999)).toBe("99.99 %");
    expect(print(0.000001)).toBe("0.0001 %");
  });
});

describe("comparisons", () => {
  const row = (series: string, low: number, high: number): Row => ({
    ...{ experiment: "coins", what: "heads", unit: "share", x: 1, kind: "value", measurements: 9 },
    ...{ series, value: (low + high) / 2, low, high },
  });

  it("call a gain within the noise a tie, and never count the optimum", () => {
    const peer = row("peer", 0.4, 0.6);
    expect(compare([row("ours", 0.7, 0.8), peer])).toBe("better");
    expect(compare([row("ours", 0.55, 0.8), peer])).toBe("tie");
    expect(compare([row("ours", 0.1, 0.3), peer])).toBe("worse");
    expect(compare([row("ours", 0.7, 0.8), row("optimum", 0.9, 0.9)])).toBeUndefined();
  });
});
