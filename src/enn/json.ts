import type { z as Zod } from "zod";
import { badNetwork, schemaSentence } from "../errors.ts";
import { checkNetwork } from "./check.ts";
import type { AnyNetwork, Layer, Network, NetworkInput, StepNetwork, StepPart } from "./network.ts";

/** What stands in the file's `format`, and the version that is printed and parsed. */
export const NETWORK_FORMAT = "deep-distilling-network";
export const NETWORK_VERSION = 1;

/**
 * A network as text: one line for each array of numbers. `parseNetwork` gives an equal one back.
 *
 * Exact: numbers are printed with the digits that denote their doubles. Throws `bad-network`.
 */
export function printNetwork(network: AnyNetwork): string {
  checkNetwork(network);
  const { kind, inputs, output } = network;
  const head = `{
  "format": ${JSON.stringify(NETWORK_FORMAT)},
  "version": ${NETWORK_VERSION},
  "kind": ${JSON.stringify(kind)},
  "inputs": ${printInputs(inputs, "  ")},`;
  const body = kind === "step" ? printStep(network) : `"layers": ${printLayers(network, "  ")}`;
  return `${head}
  ${body},
  "output": ${JSON.stringify(output)}
}
`;
}

/**
 * The network in a text that `printNetwork` printed; `place` is what errors call it.
 *
 * Throws `bad-network`. Async, because the library that checks the text is loaded on first use.
 */
export async function parseNetwork(text: string, place = "network"): Promise<AnyNetwork> {
  const { z } = await import("zod");
  const value = parseJson(text, place);
  const file = fileSchema(z).safeParse(value);
  if (!file.success) throw badNetwork(place, schemaSentence(file.error.issues[0]!));
  const parsed = networkSchema(z).safeParse(value);
  if (!parsed.success) throw badNetwork(place, schemaSentence(parsed.error.issues[0]!));
  const network = parsed.data.kind === "step" ? stepOf(parsed.data) : feedforwardOf(parsed.data);
  checkNetwork(network, place);
  return network;
}

function printInputs(inputs: readonly NetworkInput[], indent: string): string {
  return printList(
    inputs.map((input) => JSON.stringify(input)),
    indent,
  );
}

function printStep({ isBackward, isInTurn, carried, item, end }: StepNetwork): string {
  const states = carried.map(({ next, ...state }) => {
    const known = Object.entries(state).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
    return `{
      ${known.join(", ")},
      "next": ${printPart(next, "      ")}
    }`;
  });
  const ended = end === undefined ? [] : [`"end": ${printPart(end, "  ")}`];
  return [
    `"isBackward": ${isBackward}`,
    ...(isInTurn === undefined ? [] : [`"isInTurn": ${isInTurn}`]),
    `"carried": ${printList(states, "  ")}`,
    ...(item === undefined ? [] : [`"item": ${printPart(item, "  ")}`]),
    ...ended,
  ].join(",\n  ");
}

/** A network inside another one: it has no format of its own. */
function printPart(network: StepPart, indent: string): string {
  const deeper = `${indent}  `;
  return `{
${deeper}"kind": ${JSON.stringify(network.kind)},
${deeper}"inputs": ${printInputs(network.inputs, deeper)},
${deeper}${printInside(network, deeper)},
${deeper}"output": ${JSON.stringify(network.output)}
${indent}}`;
}

function printInside(network: StepPart, indent: string): string {
  if (network.kind === "feedforward") return `"layers": ${printLayers(network, indent)}`;
  const { condition, then, otherwise } = network;
  return Object.entries({ condition, then, otherwise })
    .map(([key, part]) => `"${key}": ${printPart(part, indent)}`)
    .join(`,\n${indent}`);
}

function printLayers({ layers }: Network, indent: string): string {
  return printList(
    layers.map((layer) => printLayer(layer, `${indent}  `)),
    indent,
  );
}

function printList(items: readonly string[], indent: string): string {
  return `[
${indent}  ${items.join(`,\n${indent}  `)}
${indent}]`;
}

function printLayer({ activation, weights, biases }: Layer, indent: string): string {
  const fields = [
    `"activation": ${JSON.stringify(activation)}`,
    `"nNeurons": ${weights.nRows}`,
    `"nInputs": ${weights.nColumns}`,
    `"starts": ${printNumbers(weights.starts)}`,
    `"columns": ${printNumbers(weights.columns)}`,
    `"weights": ${printNumbers(weights.values)}`,
    `"biases": ${printNumbers(biases)}`,
  ];
  return `{
${indent}  ${fields.join(`,\n${indent}  `)}
${indent}}`;
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

type Schemas = ReturnType<typeof schemas>;

type Parsed<Name extends keyof Schemas> = Zod.infer<Schemas[Name]>;

function feedforwardOf({ inputs, layers, output }: Parsed<"feedforward">): Network {
  return { kind: "feedforward", inputs, layers: layers.map(layerOf), output: outputOf(output) };
}

function partOf(part: Parsed<"part">): StepPart {
  if (part.kind === "feedforward") return feedforwardOf(part);
  return {
    kind: "choice",
    inputs: part.inputs,
    condition: feedforwardOf(part.condition),
    then: partOf(part.then),
    otherwise: partOf(part.otherwise),
    output: outputOf(part.output),
  };
}

function stepOf({ isInTurn, carried, item, end, output, ...known }: Parsed<"step">): StepNetwork {
  return {
    ...known,
    ...(isInTurn === undefined ? {} : { isInTurn }),
    carried: carried.map(({ next, ...state }) => ({ ...state, next: partOf(next) })),
    ...(item === undefined ? {} : { item: partOf(item) }),
    ...(end === undefined ? {} : { end: partOf(end) }),
    output: outputOf(output),
  };
}

function outputOf({ classes, ...rest }: Parsed<"feedforward">["output"]): Network["output"] {
  return classes === undefined ? rest : { ...rest, classes };
}

function layerOf({
  activation,
  nNeurons,
  nInputs,
  ...arrays
}: Parsed<"feedforward">["layers"][number]): Layer {
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

/** What every file says, whatever network it holds. */
function fileSchema(z: typeof Zod) {
  return z.object({
    format: z.literal(NETWORK_FORMAT, `expected "${NETWORK_FORMAT}"; is this another file?`),
    version: z.literal(
      NETWORK_VERSION,
      `expected ${NETWORK_VERSION}; was the file written by another release?`,
    ),
  });
}

function networkSchema(z: typeof Zod) {
  const { feedforward, step } = schemas(z);
  return z.discriminatedUnion("kind", [feedforward, step]);
}

/** What a network is: of layers, a part of a step, and of steps. */
function schemas(z: typeof Zod) {
  const shape = z.array(z.int());
  const inputs = z.array(z.object({ name: z.string(), shape, domain: domainSchema(z) }));
  const output = z.object({
    name: z.string(),
    shape,
    labels: labelsSchema(z),
    classes: classesSchema(z),
  });
  const layers = z.array(layerSchema(z));
  const feedforward = z.object({ kind: z.literal("feedforward"), inputs, layers, output });
  const choice = z.object({
    kind: z.literal("choice"),
    inputs,
    condition: feedforward,
    get then(): typeof part {
      return part;
    },
    get otherwise(): typeof part {
      return part;
    },
    output,
  });
  const part = z.discriminatedUnion("kind", [feedforward, choice]);
  const state = { name: z.string(), low: z.int(), high: z.int(), initial: z.int(), next: part };
  const step = z.object({
    kind: z.literal("step"),
    inputs,
    isBackward: z.boolean(),
    isInTurn: z.boolean().optional(),
    carried: z.array(z.object(state)),
    item: part.optional(),
    end: part.optional(),
    output,
  });
  return { feedforward, part, step };
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
