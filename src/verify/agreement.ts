import type { AnyNetwork } from "../enn/network.ts";
import type { Program } from "../program/program.ts";
import { formMisfit, inputMisfit, misfitOf } from "./misfit.ts";
import { allUnits, noiseOn } from "./noise.ts";
import { samplesOf } from "./samples.ts";
import { trialOf } from "./trial.ts";

/**
 * The share of some inputs on which a program says what a network says, 0 to 1; 0 where it does not take them.
 *
 * The same inputs every time, without those on which a sum of the network is noise.
 */
export function agreement(network: AnyNetwork, program: Program): number {
  if (anyMisfit(network, program) !== undefined) return 0;
  const run = trialOf(network, program);
  const isNoisy =
    network.kind === "feedforward" ? noiseOn(network, allUnits(network)) : () => false;
  const inputs = [...samplesOf(network.inputs, INPUTS)].filter((x) => !isNoisy(x));
  const same = inputs.filter((x) => run(x).kind === "same");
  return inputs.length === 0 ? 1 : same.length / inputs.length;
}

const INPUTS = 40;

function anyMisfit(network: AnyNetwork, program: Program): string | undefined {
  if (network.kind === "feedforward") return misfitOf(network, program);
  return formMisfit(network, program) ?? inputMisfit(network.inputs, program.inputs);
}
