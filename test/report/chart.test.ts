import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chart } from "../../src/report/chart/chart.ts";
import { markPath } from "../../src/report/chart/marks.ts";
import { linearScale, logScale } from "../../src/report/chart/scale.ts";

describe("axes", () => {
  it("have round steps that hold all values", () => {
    expect(linearScale(0, 1).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(linearScale(3, 97).ticks).toEqual([0, 20, 40, 60, 80, 100]);
    expect(logScale(5, 1000).ticks).toEqual([10, 100, 1000]);
    expect(logScale(20, 500).ticks).toEqual([20, 50, 100, 200, 500]);
  });

  it("put every value between their ends", () => {
    const numbers = fc.tuple(fc.integer(), fc.integer(), fc.integer());
    fc.assert(
      fc.property(numbers, (values) => {
        const [low, value, high] = [...values].sort((a, b) => a - b) as [number, number, number];
        const { at, ticks } = linearScale(low, high);
        expect(at(value)).toBeGreaterThanOrEqual(-1e-9);
        expect(at(value)).toBeLessThanOrEqual(1 + 1e-9);
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
      { numRuns: 100 },
    );
  });
});

describe("charts", () => {
  const point = { x: 1, y: 0.5, low: 0.4, high: 0.6 };
  const draw = (kind: "linear" | "names") =>
    chart([{ name: "a < b", points: [point, { ...point, x: 2 }] }], {
      ...{ title: "shares", x: "sizes", print: String },
      axis: kind === "names" ? { kind, names: ["one", "two", "three"] } : { kind },
    }).text;

  it("draw lines along numbers, and none over names", () => {
    expect(draw("linear")).toContain('class="line"');
    expect(draw("names")).not.toContain('class="line"');
    expect(draw("names")).toContain(">three</text>");
  });

  it("tell ten series apart, by their shapes too", () => {
    const names = [...Array(10).keys()].map((k) => `series ${k}`);
    const { text } = chart(
      names.map((name) => ({ name, points: [point] })),
      { title: "", x: "", print: String, axis: { kind: "names", names: ["one"] } },
    );
    const colours = [...text.matchAll(/<g class="(s\d)"><path class="mark"/g)].map(
      ([, each]) => each,
    );
    expect(new Set(colours).size).toBe(10);
    const shapes = names.map((_, k) => markPath(k, 0, 0));
    expect(new Set(shapes).size).toBe(10);
  });

  it("escape names and follow dark mode", () => {
    expect(draw("linear")).toContain("a &lt; b");
    expect(draw("linear")).toContain("prefers-color-scheme: dark");
    expect(draw("linear")).not.toContain("NaN");
  });
});
