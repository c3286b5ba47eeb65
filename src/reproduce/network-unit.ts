import { distillNetwork } from "../distill.ts";
import { countPythonTokens } from "../emit/python-tokens.ts";
import type { Network } from "../enn/network.ts";
import type { Unit } from "./experiment.ts";
import { text, value } from "./measurement.ts";
import type { Panel } from "./panel.ts";
import { parametersOf } from "./parameters.ts";

const SIZES = "the published network and its program";
const SECONDS = "seconds to condense the published network and to prove its program";
const PROGRAM = "the program of the published network";

/** What is shown of a network that goes through the condenser. */
export const networkPanels: readonly Panel[] = [
  { what: SIZES, unit: "count", x: "network" },
  { what: SECONDS, unit: "seconds", x: "network" },
  { what: PROGRAM, unit: "text", x: "network" },
];

/** A network with known weights through condenser and proof, beside the program by hand. */
export function networkUnit(x: string, build: () => Network, byHand: string): Unit {
  return {
    name: `the published network, ${x}`,
    effort: 3,
    measure: ({ now }) => {
      const network = build();
      const start = now();
      let condensed = start;
      const { source, verdict } = distillNetwork(network, {
        name: "published",
        onStage: (stage) => {
          if (stage === "verify") condensed = now();
        },
      });
      const proved = now();
      const sizes = { what: SIZES, x };
      return [
        value({ ...sizes, series: "parameters" }, parametersOf(network)),
        value({ ...sizes, series: "tokens of ours" }, countPythonTokens(source.python!)),
        value({ ...sizes, series: "tokens by hand" }, countPythonTokens(byHand)),
        value({ what: SECONDS, x, series: "condense" }, condensed - start),
        value({ what: SECONDS, x, series: "prove" }, proved - condensed),
        text(
          { what: PROGRAM, x, series: "ours" },
          `# ${verdict.kind} on ${verdict.domain}\n${source.python!}`,
        ),
        text({ what: PROGRAM, x, series: "by hand, about the same" }, byHand),
      ];
    },
  };
}
