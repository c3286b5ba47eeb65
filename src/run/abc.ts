import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Check, CircuitChecker, Compared } from "../reproduce/circuit-checker.ts";
import { blif } from "../reproduce/netlist/blif.ts";
import type { Netlist } from "../reproduce/netlist/netlist.ts";
import type { OutsidePackage } from "./outside-package.ts";

export const ABC: OutsidePackage = { name: "ABC", setUp: "apt-get install -y berkeley-abc" };

/** As its package calls it. */
const COMMAND = "berkeley-abc";

const MOST_MILLISECONDS = 120_000;

/** They give up by themselves before. */
const COMPARE: Readonly<Record<Check, string>> = {
  cec: "cec -T 60 0.blif 1.blif",
  "&cec":
    "read_blif 0.blif; strash; write_aiger 0.aig; read_blif 1.blif; strash; write_aiger 1.aig; " +
    "&r 0.aig; &cec -T 60 1.aig",
};

/** Rewriting stops to help after fewer. */
const ROUNDS = 24;
const COUNT = `read_blif 0.blif; strash; ${"dc2; print_stats; ".repeat(ROUNDS)}`;

/** ABC of Berkeley, in a process for each question, which is waited for: nothing of ours runs beside its clock. */
export class Abc implements CircuitChecker {
  readonly #command: string;
  readonly #version: string;

  private constructor(command: string, version: string) {
    this.#command = command;
    this.#version = version;
  }

  /** Nothing where it is not installed. */
  static start(command = COMMAND): Abc | undefined {
    const version = /ABC ([\d.]+)/.exec(run(command, "version").text ?? "")?.[1];
    return version === undefined ? undefined : new Abc(command, version);
  }

  get version(): string {
    return this.#version;
  }

  compare(check: Check, left: Netlist, right: Netlist): Compared {
    const { text, seconds } = this.#ask([left, right], COMPARE[check]);
    return { kind: verdictIn(text), seconds };
  }

  /** The fewest of some rounds of rewriting. */
  countGates(netlist: Netlist): number {
    const { text } = this.#ask([netlist], COUNT);
    const counts = [...(text ?? "").matchAll(/\band = +(\d+)/g)].map(([, count]) => Number(count));
    if (counts.length === ROUNDS) return Math.min(...counts);
    throw new Error(`ABC counted gates ${counts.length} times, not ${ROUNDS}`);
  }

  /** Netlists are files with their numbers as names. */
  #ask(netlists: readonly Netlist[], script: string): Answer {
    const folder = mkdtempSync(join(tmpdir(), "distill-abc-"));
    try {
      for (const [k, netlist] of netlists.entries()) {
        writeFileSync(join(folder, `${k}.blif`), blif(netlist));
      }
      return run(this.#command, script, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function verdictIn(text: string | undefined): Compared["kind"] {
  if (text === undefined || /Networks are undecided/i.test(text)) return "undecided";
  if (text.includes("Networks are equivalent")) return "equivalent";
  if (text.includes("Networks are NOT EQUIVALENT")) return "differs";
  throw new Error(`ABC gave no verdict: ${text.split("\n")[0]}`);
}

interface Answer {
  /** Missing where there is no such command, or it takes too long. */
  readonly text: string | undefined;
  readonly seconds: number;
}

/** What a script prints in a folder. */
function run(command: string, script: string, folder = "."): Answer {
  const start = performance.now();
  // It reads no settings of the user.
  const { stdout, error } = spawnSync(command, ["-s", "-q", script], {
    cwd: folder,
    encoding: "utf8",
    timeout: MOST_MILLISECONDS,
    killSignal: "SIGKILL",
  });
  const seconds = (performance.now() - start) / 1000;
  return { text: error === undefined ? stdout : undefined, seconds };
}
