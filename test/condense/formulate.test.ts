import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../src/condense/1-exact.ts";
import { trace } from "../../src/condense/2-trace.ts";
import { formulate } from "../../src/condense/4-formulate.ts";
import { frameOf } from "../../src/condense/frame.ts";
import { type Naming, write } from "../../src/condense/values.ts";
import type { Activation, Network } from "../../src/enn/network.ts";
import { block, table } from "../../src/program/build.ts";
import { check } from "../../src/program/check.ts";
import type { Program } from "../../src/program/program.ts";
import { agreeOn } from "../verify/brute-force.ts";
import { allBits } from "../verify/pairs.ts";
import { ringNetwork, type Stencil, stencils } from "./random-networks.ts";

const NAMINGS: readonly Naming[] = ["none", "sums"];

const anyActivations = fc.array(fc.constantFrom<Activation>("sign", "step"), {
  minLength: 3,
  maxLength: 3,
});

/** Every program that the forms of the function on a ring and their namings give. */
function programsOf(network: Network): Program[] {
  const { graph, functions } = trace(network, exact(network), ["ring"]);
  const frame = frameOf(network, { name: "f", modes: ["ring"], leaves: [] });
  return formulate(graph, functions[0]!, frame.reader).flatMap((form) =>
    NAMINGS.map((naming) => {
      const { lets, result } = write(form, frame.reader, naming, frame.taken);
      const everywhere = table(frame.ranges, block(lets, result));
      return { name: frame.name, inputs: frame.inputs, body: block(frame.pads, everywhere) };
    }),
  );
}

describe("every way to say a function is right", () => {
  it("units on a ring, ties and all", () => {
    let nForms = 0;
    let nTies = 0;
    fc.assert(
      fc.property(anyActivations.chain(stencils), (stencil) => {
        const network = ringNetwork(stencil, 6);
        const programs = programsOf(network);
        // A constant has one form only.
        fc.pre(programs.length > NAMINGS.length);
        for (const program of programs) {
          check(program);
          expect(agreeOn(network, program, allBits(6))).toBe(true);
        }
        nForms += programs.length / NAMINGS.length;
        nTies += hasTie(stencil) ? 1 : 0;
      }),
      { seed: 7, numRuns: 20 },
    );
    expect(nForms).toBeGreaterThanOrEqual(40);
    expect(nTies).toBeGreaterThan(5);
  });
});

/** Does a differentia come to 0 on some cells? */
function hasTie({ units }: Stencil): boolean {
  return units[0]!.some(({ bias, weights }) =>
    allBits(weights.length).some((x) => weights.reduce((s, w, k) => s + w * x[k]!, bias) === 0),
  );
}
