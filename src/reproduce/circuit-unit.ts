import type { Dataset } from "../data/dataset.ts";
import { distill } from "../distill.ts";
import { orObstacle } from "../verify/obstacle.ts";
import type { Verdict } from "../verify/verdict.ts";
import { verify } from "../verify/verify.ts";
import { CHECKS, type Compared } from "./circuit-checker.ts";
import type { Unit } from "./experiment.ts";
import { type At, cannot, type Measurement, text, value } from "./measurement.ts";
import { netlistsOf } from "./netlist/netlists.ts";
import type { Panel } from "./panel.ts";

const SECONDS = "seconds to prove that the program equals the network";
const GATES = "and-gates of one output of the program, after ABC";

/** What is shown of problems from bits to bits. */
export const circuitPanels: readonly Panel[] = [
  { what: SECONDS, unit: "seconds", x: "problem" },
  { what: GATES, unit: "count", x: "problem" },
];

interface CircuitWork {
  readonly x: string;
  readonly dataset: () => Dataset;
  /** The panel of verdicts. */
  readonly verdicts: string;
}

/** A process takes longer now and then. */
const TIMES = 3;

/** What is learnt from samples, and its program, as circuits: both proofs of the same pair, and the gates. */
export function circuitUnit({ x, dataset, verdicts }: CircuitWork): Unit {
  return {
    name: `${x}, as circuits`,
    effort: 4,
    needs: "abc",
    measure: async ({ abc, now }) => {
      const { network, program } = await distill(dataset(), { name: "f" });
      const netlists = orObstacle(() => netlistsOf(network, program));
      if ("reason" in netlists) {
        return CHECKS.map((check) => cannot(placeOf(check, x), netlists.reason));
      }
      const said = new Set<string>();
      const proofs = Array.from({ length: TIMES }, () => {
        const start = now();
        const verdict = verify(network, program);
        const ours = timed(verdict.kind, { what: SECONDS, x, series: "ours" }, now() - start);
        const theirs = CHECKS.map((check) => {
          const compared = abc!.compare(check, netlists.network, netlists.program);
          checkAgreement(`${x}, ${check}`, verdict, compared);
          said.add(`${check}: ${compared.kind}`);
          return timed(compared.kind, placeOf(check, x), compared.seconds);
        });
        return [ours, ...theirs];
      });
      return [
        ...proofs.flat(),
        value({ what: GATES, x, series: "program" }, abc!.countGates(netlists.first)),
        text({ what: verdicts, x, series: "ABC" }, [...said].join("\n")),
      ];
    },
  };
}

function placeOf(check: string, x: string): At {
  return { what: SECONDS, x, series: `ABC, ${check}` };
}

/** Only a proof has a time. */
function timed(verdict: (Verdict | Compared)["kind"], at: At, seconds: number): Measurement {
  return verdict === "equivalent" ? value(at, seconds) : cannot(at, verdict);
}

/** Throws where one says that both are the same function, and the other that they are not. */
function checkAgreement(where: string, ours: Verdict, theirs: Compared): void {
  const isRefuted = ours.kind === "equivalent" && theirs.kind === "differs";
  const isDenied = ours.kind === "different" && theirs.kind === "equivalent";
  if (!isRefuted && !isDenied) return;
  throw new Error(
    `${where}: we say ${ours.kind}, ABC says ${theirs.kind}; one of the two is wrong`,
  );
}
