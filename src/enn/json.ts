import type { z as Zod } from "zod";
import { badNetwork, schemaSentence } from "../errors.ts";
import { checkNetwork } from "./check.ts";
import type { Layer, Network } from "./network.ts";

/** What stands in the file's `format`, and the version that is printed and parsed. */
export const NETWORK_FORMAT = "deep-distilling-network";
export const NETWORK_VERSION = 1;

/**
 * A network as text: one line for each array of numbers. `parseNetwork` gives an equal one back.
 *
 * Exact: numbers are printed with the digits that denote their doubles. Throws `bad-network`.
 */
export function printNetwork(network: Network): string {
  checkNetwork(network);
  const { kind, inputs, layers, output } = network;
  return `{
  "format": ${JSON.stringify(NETWORK_FORMAT)},
  "version": ${NETWORK_VERSION},
  "kind": ${JSON.stringify(kind)},
  "inputs": [
    ${inputs.map((input) => JSON.stringify(input)).join(",\n    ")}
  ],
  "layers": [
    ${layers.map(printLayer).join(",\n    ")}
  ],
  "output": ${JSON.stringify(output)}
}
`;
}

/**
 * The network in a text that `printNetwork` printed; `place` is what errors call it.
 *
 * Throws `bad-network`. Async, because the library that checks the text is loaded on first use.
 */
export async function parseNetwork(text: string, place = "network"): Promise<Network> {
  const { z } = await import("zod");
  const value = parseJson(text, place);
  const parsed = networkSchema(z).safeParse(value);
  if (!parsed.success) throw badNetwork(place, schemaSentence(parsed.error.issues[0]!));
  const { kind, inputs, layers, output } = parsed.data;
  const { classes, ...rest } = output;
  const named = classes === undefined ? rest : { ...rest, classes };
  const network: Network = { kind, inputs, layers: layers.map(layerOf), output: named };
  checkNetwork(network, place);
  return network;
}

function printLayer({ activation, weights, biases }: Layer): string {
  return `{
      "activation": ${JSON.stringify(activation)},
      "nNeurons": ${weights.nRows},
      "nInputs": ${weights.nColumns},
      "starts": ${printNumbers(weights.starts)},
      "columns": ${printNumbers(weights.columns)},
      "weights": ${printNumbers(weights.values)},
      "biases": ${printNumbers(biases)}
    }`;
}

function printNumbers(numbers: Int32Array | Float64Array): string {
  // JSON.stringify would drop the sign of -0.
  return `[${Array.from(numbers, (value) => (Object.is(value, -0) ? "-0" : `${value}`)).join(",")}]`;
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badNetwork(
      place,
      "expected JSON, found other text; is this the network.json that was written?",
    );
  }
}

type ParsedLayer = Zod.infer<ReturnType<typeof layerSchema>>;

function layerOf({ activation, nNeurons, nInputs, ...arrays }: ParsedLayer): Layer {
  return {
    activation,
    weights: {
      nRows: nNeurons,
      nColumns: nInputs,
      starts: Int32Array.from(arrays.starts),
      columns: Int32Array.from(arrays.columns),
      values: Float64Array.from(arrays.weights),
    },
    biases: Float64Array.from(arrays.biases),
  };
}

function networkSchema(z: typeof Zod) {
  const shape = z.array(z.int());
  return z.object({
    format: z.literal(NETWORK_FORMAT, `expected "${NETWORK_FORMAT}"; is this another file?`),
    version: z.literal(
      NETWORK_VERSION,
      `expected ${NETWORK_VERSION}; was the file written by another release?`,
    ),
    kind: z.literal("feedforward"),
    inputs: z.array(z.object({ name: z.string(), shape, domain: domainSchema(z) })),
    layers: z.array(layerSchema(z)),
    output: z.object({
      name: z.string(),
      shape,
      labels: labelsSchema(z),
      classes: classesSchema(z),
    }),
  });
}

function layerSchema(z: typeof Zod) {
  return z.object({
    activation: z.enum(["sign", "step", "argmax", "softmax", "identity"]),
    nNeurons: z.int(),
    nInputs: z.int(),
    starts: z.array(z.int32()),
    columns: z.array(z.int32()),
    weights: z.array(z.number()),
    biases: z.array(z.number()),
  });
}

function labelsSchema(z: typeof Zod) {
  return z.object({ kind: z.enum(["raw", "above-zero"]) });
}

function classesSchema(z: typeof Zod) {
  return z
    .array(z.union([z.number(), z.string(), z.boolean()]))
    .min(1)
    .optional();
}

function domainSchema(z: typeof Zod) {
  return z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("binary") }),
    z.object({ kind: z.literal("sign") }),
    z.object({ kind: z.literal("integer"), low: z.int(), high: z.int() }),
    z.object({ kind: z.literal("real") }),
    z.object({ kind: z.literal("one-hot"), values: z.array(z.string()).min(1) }),
  ]);
}
