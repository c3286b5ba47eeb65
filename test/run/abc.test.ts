import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { CHECKS } from "../../src/reproduce/circuit-checker.ts";
import { netlistOf } from "../../src/reproduce/netlist/netlist.ts";
import { netlistsOf } from "../../src/reproduce/netlist/netlists.ts";
import { Abc } from "../../src/run/abc.ts";
import * as circuit from "../../src/verify/circuit.ts";
import { orObstacle } from "../../src/verify/obstacle.ts";
import { verify } from "../../src/verify/verify.ts";
import { programMutants } from "../verify/mutants.ts";
import { choiceAndCount, life, type Pair, parity, rule30Ring } from "../verify/pairs.ts";

const folder = mkdtempSync(join(tmpdir(), "distill-circuits-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const abc = Abc.start();

const pairs: readonly (readonly [string, Pair])[] = [
  ["rule 30 on a ring of 7", rule30Ring(7)],
  ["parity of 6", parity(6)],
  ["a choice and a count", choiceAndCount()],
];

const FEW = 8;

describe("ABC", () => {
  it("is nothing where it is missing", () => {
    expect(Abc.start("no-such-command")).toBeUndefined();
  });

  it.skipIf(abc === undefined).each(pairs)(
    "tells what we tell of mutated programs: %s",
    (_, { network, program }) => {
      const mutants = programMutants(program).flatMap((mutant) => {
        const { kind } = verify(network, mutant);
        const netlists = orObstacle(() => netlistsOf(network, mutant));
        return kind === "unproved" || "reason" in netlists ? [] : [{ kind, netlists }];
      });
      const different = mutants.filter(({ kind }) => kind === "different").slice(0, FEW);
      const equivalent = mutants.filter(({ kind }) => kind === "equivalent").slice(0, 1);
      expect([different.length, equivalent.length]).toEqual([FEW, 1]);
      for (const { kind, netlists } of [...different, ...equivalent]) {
        for (const check of CHECKS) {
          const compared = abc!.compare(check, netlists.network, netlists.program);
          expect(compared.kind, check).toBe(kind === "different" ? "differs" : "equivalent");
        }
      }
    },
  );

  it.skipIf(abc === undefined)("proves Life, times it, and leaves no file behind", () => {
    vi.stubEnv("TMPDIR", folder);
    expect(abc!.version).toMatch(/^\d/);
    const { network, program } = life(4, 5);
    const netlists = netlistsOf(network, program);
    for (const check of CHECKS) {
      const { kind, seconds } = abc!.compare(check, netlists.network, netlists.program);
      expect(kind).toBe("equivalent");
      expect(seconds).toBeGreaterThan(0);
    }
    expect(readdirSync(folder)).toEqual([]);
    vi.unstubAllEnvs();
  });

  it.skipIf(abc === undefined)("counts the gates that are left", () => {
    const [a, b, c] = [0, 1, 2].map(circuit.cell) as [circuit.Node, circuit.Node, circuit.Node];
    const gates = (node: circuit.Node): number => abc!.countGates(netlistOf([node], 3, 1));
    const both = circuit.logic("and", [a, b]);
    expect(gates(circuit.logic("or", [both, circuit.logic("and", [a, c])]))).toBe(2);
    expect(gates(circuit.logic("xor", [a, b, c]))).toBe(6);
    expect(gates(circuit.logic("and", [both, circuit.not(a)]))).toBe(0);
  });
});
