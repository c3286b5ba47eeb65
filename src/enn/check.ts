import { badNetwork } from "../errors.ts";
import type { Domain } from "../math/domain.ts";
import { countWays, wayAt } from "../math/integer-ranges.ts";
import { type Shape, sizeOf } from "../math/shape.ts";
import type {
  Activation,
  AnyNetwork,
  Layer,
  Network,
  NetworkInput,
  NetworkOutput,
  StepNetwork,
  StepPart,
} from "./network.ts";
import { partPredictor } from "./predict-part.ts";
import { givesProbabilities } from "./prediction-shape.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";
import { stepInputs } from "./step-inputs.ts";

/**
 * Checks that layers fit each other and the arrays at both ends, and that all numbers are finite.
 *
 * `place` is what the error calls the network. Throws `bad-network`.
 */
export function checkNetwork(network: AnyNetwork, place = "network"): void {
  if (network.kind === "step") checkStep(network, place);
  else checkFeedforward(network, place);
}

function checkFeedforward(network: Network, place: string): void {
  const fail = (sentence: string): never => {
    throw badNetwork(place, sentence);
  };
  checkInputs(network, fail);
  checkLayers(network.layers, fail);
  checkFit(network, fail);
}

/** Every part is a network of one step: of a cell of each input and what is carried. */
function checkStep(network: StepNetwork, place: string): void {
  const fail = (sentence: string): never => {
    throw badNetwork(place, sentence);
  };
  const { inputs, carried, item, end } = network;
  checkInputs(network, fail);
  const length = inputs[0]!.shape[0];
  if (!inputs.every(({ shape }) => shape.length === 1 && shape[0] === length)) {
    fail("expected inputs of one axis and one length, as a step network has");
  }
  for (const { name, low, high, initial } of carried) {
    const isRange =
      [low, high, initial].every(Number.isSafeInteger) && low <= initial && initial <= high;
    if (!isRange)
      fail(`expected integers ${name} from ${low} to ${high}, found ${initial} at the start`);
  }
  if (network.isInTurn === true && carried.length > MOST_IN_TURN) {
    fail(`expected at most ${MOST_IN_TURN} integers that change in turn, found ${carried.length}`);
  }
  const seen = stepInputs(network);
  const parts: readonly (readonly [StepPart, readonly NetworkInput[]])[] = [
    ...(item === undefined ? [] : [[item, seen] as const]),
    ...carried.map(({ next }) => [next, seen] as const),
    ...(end === undefined ? [] : [[end, seen.slice(inputs.length)] as const]),
  ];
  for (const [part, wanted] of parts) checkPart(part, wanted, place);
  checkStepOutput(network, length!, fail);
}

/** Each is said in terms of those before it, in full: of more that would take too long. */
const MOST_IN_TURN = 4;

/** A number from a cell of each input and what is carried. */
function checkPart(part: StepPart, wanted: readonly NetworkInput[], place: string): void {
  const fail = (sentence: string): never => {
    throw badNetwork(place, sentence);
  };
  const isFitting =
    JSON.stringify(part.inputs) === JSON.stringify(wanted) && part.output.shape.length === 0;
  if (!isFitting) fail("expected parts from a cell of each input and what is carried to one value");
  if (part.kind === "choice") {
    for (const inner of [part.condition, part.then, part.otherwise]) {
      checkPart(inner, wanted, place);
    }
    if (!givesBits(part.condition)) fail("expected a condition that gives 0 or 1");
    const { labels, classes } = part.output;
    if (labels.kind !== "raw" || classes !== undefined) {
      fail("expected a choice that gives what its parts give, found labels of its own");
    }
    return;
  }
  checkFeedforward(part, place);
  if (part.output.classes !== undefined || givesProbabilities(part)) {
    fail("expected parts that give numbers, found classes or probabilities");
  }
}

function givesBits({ layers, output: { labels } }: Network): boolean {
  return labels.kind === "above-zero" || layers.at(-1)!.activation === "step";
}

function checkStepOutput(network: StepNetwork, length: number, fail: Fail): void {
  const { item, end, output } = network;
  if (output.labels.kind !== "raw") {
    fail("expected raw numbers as the output of steps, found other labels");
  }
  if (item === undefined) {
    if (end === undefined) fail("expected steps with an output, found none");
    if (output.shape.length !== 0)
      fail(`expected one output, found an array of ${output.shape.join("x")}`);
    if (output.classes !== undefined) checkEnds(network, output.classes.length, fail);
    return;
  }
  if (output.classes !== undefined) fail("expected numbers as the outputs of steps, found classes");
  const expected = length + (end === undefined ? 0 : 1);
  if (output.shape.length !== 1 || output.shape[0] !== expected) {
    fail(`expected ${expected} outputs, found ${output.shape.join("x")}`);
  }
}

/** States of which more are not asked for their classes. */
const MOST_STATES = 4096;

/** Whatever is carried in the end stands for one of the classes. */
function checkEnds({ carried, end }: StepNetwork, nClasses: number, fail: Fail): void {
  const count = countWays(carried);
  if (!(count <= MOST_STATES)) fail("expected few states in the end, which stand for classes");
  const predict = partPredictor(end!);
  for (let k = 0; k < count; k++) {
    const said = predict(wayAt(k, carried))[0]!;
    if (!Number.isInteger(said) || said < 0 || said >= nClasses) {
      fail(`expected an end from 0 to ${nClasses - 1}, one for each class, found ${said}`);
    }
  }
}

type Fail = (sentence: string) => never;

type OneHot = Extract<Domain, { readonly kind: "one-hot" }>;

function checkInputs({ inputs }: Pick<AnyNetwork, "inputs">, fail: Fail): void {
  if (inputs.length === 0) fail("expected at least one input, found none");
  const names = new Set<string>();
  for (const { name, shape, domain } of inputs) {
    if (names.has(name)) fail(`expected inputs of different names, found ${name} twice`);
    names.add(name);
    checkShape(`input ${name}`, shape, fail);
    if (domain.kind === "integer" && !(domain.low <= domain.high)) {
      fail(
        `expected a lowest value up to the highest in input ${name}, found ${domain.low} and ${domain.high}`,
      );
    }
    if (domain.kind === "one-hot") checkValues(`input ${name}`, { shape, domain }, fail);
  }
}

/** One place for each value, along the last axis. */
function checkValues(
  what: string,
  { shape, domain }: { readonly shape: Shape; readonly domain: OneHot },
  fail: Fail,
): void {
  const { values } = domain;
  if (new Set(values).size < values.length) fail(`expected different values of ${what}`);
  if (shape.at(-1) !== values.length) {
    const length = shape.length === 0 ? "none" : `one of ${shape.at(-1)}`;
    fail(
      `${what} expects a last axis of ${values.length}, one place for each value, found ${length}`,
    );
  }
}

function checkShape(what: string, shape: Shape, fail: Fail): void {
  const isFine = shape.every((length) => Number.isSafeInteger(length) && length >= 1);
  if (!isFine) fail(`expected lengths from 1 in the shape of ${what}, found ${shape.join("x")}`);
}

function checkLayers(layers: readonly Layer[], fail: Fail): void {
  if (layers.length === 0) fail("expected at least one layer, found none");
  layers.forEach((layer, l) => {
    const place = `layer ${l + 1}`;
    checkMatrix(place, layer.weights, fail);
    if (layer.biases.length !== layer.weights.nRows) {
      fail(`${place} expects ${layer.weights.nRows} biases, found ${layer.biases.length}`);
    }
    if (!layer.biases.every(Number.isFinite)) fail(`${place} has a bias that is not finite`);
    if (l < layers.length - 1 && looksAtGroups(layer.activation)) {
      fail(
        `${place} expects sign, step or identity, found ${layer.activation}, which only the last layer has`,
      );
    }
  });
}

function checkMatrix(place: string, matrix: SparseMatrix, fail: Fail): void {
  const { nRows, nColumns, starts, columns, values } = matrix;
  const entries = `${columns.length} columns and ${values.length} weights`;
  if (columns.length !== values.length)
    fail(`${place} expects as many columns as weights, found ${entries}`);
  const isRow = (start: number, r: number): boolean => r === 0 || start >= starts[r - 1]!;
  const isFramed =
    starts.length === nRows + 1 && starts[0] === 0 && starts[nRows] === values.length;
  if (!isFramed || !starts.every(isRow)) {
    fail(`${place} expects ${nRows + 1} ascending starts from 0 to ${values.length}, found others`);
  }
  for (let row = 0; row < nRows; row++) {
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const lowest = k === starts[row] ? 0 : columns[k - 1]! + 1;
      if (columns[k]! < lowest || columns[k]! >= nColumns) {
        fail(
          `${place} expects columns that ascend below ${nColumns} in row ${row}, found ${columns[k]}`,
        );
      }
      const isWeight = Number.isFinite(values[k]) && values[k] !== 0;
      if (!isWeight)
        fail(`${place} expects finite weights other than 0 in row ${row}, found ${values[k]}`);
    }
  }
}

/** Layer to layer, and the arrays at both ends. */
function checkFit({ inputs, layers, output }: Network, fail: Fail): void {
  let size = inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  layers.forEach(({ weights }, l) => {
    if (weights.nColumns !== size)
      fail(`layer ${l + 1} expects ${weights.nColumns} inputs, found ${size}; is a layer missing?`);
    size = weights.nRows;
  });
  checkShape(`output ${output.name}`, output.shape, fail);
  if (output.labels.kind === "above-zero" && layers.at(-1)!.activation === "softmax") {
    fail(
      `output ${output.name} expects raw labels beside softmax, found above-zero; all probabilities are: should the last layer be argmax?`,
    );
  }
  checkClasses(output, layers.at(-1)!, fail);
  const outputs = sizeOf(output.shape);
  const isFine = looksAtGroups(layers.at(-1)!.activation)
    ? size > 0 && size % outputs === 0
    : size === outputs;
  if (!isFine)
    fail(
      `output ${output.name} expects ${outputs} values, found ${size} neurons in the last layer; is its shape right?`,
    );
}

/** Classes are counted by what the last layer gives: indices, sides, or probabilities. */
function checkClasses(
  { name, shape, labels, classes }: NetworkOutput,
  last: Layer,
  fail: Fail,
): void {
  if (classes === undefined) return;
  if (new Set(classes).size < classes.length) fail(`output ${name} expects different classes`);
  const expected = nValues(last, labels, sizeOf(shape));
  if (expected === undefined) {
    fail(`output ${name} expects no classes beside ${last.activation} with raw labels`);
  }
  if (classes.length !== expected) {
    fail(`output ${name} expects ${expected} classes, found ${classes.length}`);
  }
}

/** How many values the outputs have, counted from 0; undefined where they are no indices. */
function nValues(
  { activation, weights }: Layer,
  labels: NetworkOutput["labels"],
  outputs: number,
): number | undefined {
  if (labels.kind === "above-zero" || activation === "step") return 2;
  return looksAtGroups(activation) ? weights.nRows / outputs : undefined;
}

function looksAtGroups(activation: Activation): boolean {
  return activation === "argmax" || activation === "softmax";
}
