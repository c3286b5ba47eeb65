import { describe, expect, it } from "vitest";
import type { CircuitChecker, Compared } from "../../src/reproduce/circuit-checker.ts";
import { compactness } from "../../src/reproduce/compactness.ts";
import type { Measurement } from "../../src/reproduce/measurement.ts";
import type { Netlist } from "../../src/reproduce/netlist/netlist.ts";
import { espresso } from "../../src/run/espresso.ts";

const quick = { quick: true, seed: 0 } as const;

/** What is measured of the majority of nine bits, where ABC always says the same. */
async function measured(
  kind: Compared["kind"],
  countGates: CircuitChecker["countGates"] = () => 42,
): Promise<Measurement[]> {
  const unit = compactness.units(quick).find(({ name }) => name === "majority, as circuits")!;
  let time = 0;
  return unit.measure({
    ...quick,
    rest: async () => {},
    espresso,
    now: () => {
      time += 1;
      return time;
    },
    abc: { compare: () => ({ kind, seconds: 0.5 }), countGates },
  });
}

describe("problems of bits as circuits", () => {
  it("are proved by both, and counted for one output", async () => {
    const counted: Netlist[] = [];
    const found = await measured("equivalent", (netlist) => {
      counted.push(netlist);
      return 42;
    });
    const seconds = found.filter(({ what }) => what.startsWith("seconds"));
    expect(seconds).toHaveLength(9);
    expect(seconds.slice(0, 3)).toMatchObject([
      { series: "ours", x: "majority", value: 1 },
      { series: "ABC, cec", x: "majority", value: 0.5 },
      { series: "ABC, &cec", x: "majority", value: 0.5 },
    ]);
    expect(found.slice(9)).toMatchObject([
      { series: "program", x: "majority", value: 42 },
      { series: "ABC", text: "cec: equivalent\n&cec: equivalent" },
    ]);
    expect(counted.map(({ graph }) => graph.nInputs)).toEqual([9]);
  });

  it("fail where one of the two proofs must be wrong", async () => {
    await expect(measured("differs")).rejects.toThrow(
      "majority, cec: we say equivalent, ABC says differs; one of the two is wrong",
    );
  });

  it("have no time where ABC is undecided", async () => {
    const found = await measured("undecided");
    expect(found[1]).toMatchObject({ kind: "cannot", series: "ABC, cec", reason: "undecided" });
    expect(found.at(-1)).toMatchObject({ text: "cec: undecided\n&cec: undecided" });
  });

  it("are the seven from bits to bits", () => {
    const names = compactness.units(quick).flatMap(({ name, needs }) => {
      return needs === "abc" ? [name.split(",")[0]] : [];
    });
    expect(names).toEqual([
      "rule30",
      "rule110",
      "life",
      "all-rules",
      "majority",
      "parity",
      "greater",
    ]);
  });
});
