import { otherProblem, sameSize } from "../errors.ts";
import type { Domain } from "../math/domain.ts";
import { isSameShape } from "../math/shape.ts";
import type { AnyNetwork } from "./network.ts";
import { givesProbabilities } from "./prediction-shape.ts";

/**
 * Checks that networks are of one problem at different sizes: the same inputs and the same kind of output,
 * of the same numbers of axes, no two of them of the same lengths.
 *
 * `places` are what errors call them. Throws `different-problems`, `same-size`.
 */
export function checkSizes(networks: readonly AnyNetwork[], places: readonly string[]): void {
  const [first, ...others] = networks.map(traitsOf);
  others.forEach((traits, k) => {
    const at = traits.findIndex((trait, t) => trait !== first![t]);
    if (at >= 0) {
      throw otherProblem(places[k + 1]!, places[0]!, {
        expected: first![at]!,
        found: traits[at]!,
      });
    }
  });
  networks.forEach((network, k) => {
    const before = networks.findIndex((other) => isSameSize(other, network));
    if (before < k) throw sameSize(places[k]!, places[before]!, lengthsText(network));
  });
}

/** What networks of one problem have in common, in words, what is more general first. */
function traitsOf(network: AnyNetwork): string[] {
  const { inputs, output } = network;
  const { classes } = output;
  return [
    inputs.length === 1 ? "1 input" : `${inputs.length} inputs`,
    `inputs named ${inputs.map(({ name }) => name).join(", ")}`,
    ...inputs.map(({ name, shape }) => `${name} with ${axesText(shape.length)}`),
    ...inputs.map(({ name, domain }) => `${name} of the domain ${domainText(domain)}`),
    `an output named ${output.name}`,
    `${output.name} with ${axesText(output.shape.length)}`,
    `${output.name} of ${valuesText(network)}`,
    classes === undefined ? "no classes" : `the classes ${JSON.stringify(classes)}`,
  ];
}

function axesText(count: number): string {
  return count === 1 ? "1 axis" : `${count} axes`;
}

/** As `--input-domain` has it. */
function domainText(domain: Domain): string {
  switch (domain.kind) {
    case "binary":
    case "sign":
    case "real":
      return domain.kind;
    case "integer":
      return `integer:${domain.low}..${domain.high}`;
    case "one-hot":
      return `one-hot ${JSON.stringify(domain.values)}`;
  }
}

/** What can be told without running the network; whether equal numbers come out, proofs will say. */
function valuesText(network: AnyNetwork): string {
  if (givesProbabilities(network)) return "probabilities";
  if (network.kind === "step") return "single values";
  const { layers, output } = network;
  const areSigns = layers.at(-1)!.activation === "sign" && output.labels.kind === "raw";
  return areSigns ? "signs" : "single values";
}

function isSameSize(a: AnyNetwork, b: AnyNetwork): boolean {
  return a.inputs.every(({ shape }, k) => isSameShape(shape, b.inputs[k]!.shape));
}

function lengthsText({ inputs }: AnyNetwork): string {
  return inputs
    .map(({ name, shape }) => (shape.length === 0 ? name : `${name} of ${shape.join("x")}`))
    .join(" and ");
}
