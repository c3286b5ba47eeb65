import type { Activation, Network, NetworkInput } from "../../src/enn/network.ts";
import type { Domain } from "../../src/math/domain.ts";
import { Random } from "../../src/math/random.ts";
import { type Shape, sizeOf } from "../../src/math/shape.ts";
import { type LayerPlan, type Neuron, networkOf } from "../../src/tasks/neuron.ts";
import { added, type Bank, banks, Chance, type Space } from "./random-banks.ts";

/** Random networks of very different structure, with a few exceptions and repetitions put in. */
export function randomStructure(seed: number): Network {
  const random = new Random(seed);
  const chance = new Chance(random, { isReal: random.below(8) === 0 });
  const inputs = randomInputs(chance);
  let width = 0;
  let spaces = inputs.map(({ shape }): Space => {
    width += sizeOf(shape);
    return { start: width - sizeOf(shape), shape };
  });
  const nHidden = random.below(3);
  const layers: LayerPlan[] = [];
  for (let l = 0; l < nHidden; l++) {
    const made = randomLayer(spaces, chance, 1 + random.below(3));
    const order = chance.is(3) ? shuffle(made.neurons.length, random) : undefined;
    const neurons = order?.map((k) => made.neurons[k]!) ?? made.neurons;
    // What is shuffled is one array without a pattern.
    spaces = order === undefined ? made.spaces : [{ start: 0, shape: [neurons.length] }];
    const activation = chance.of<Activation>(["sign", "sign", "step", "step", "identity"]);
    layers.push({ activation, neurons: varied(neurons, layersWidth(layers, width), chance) });
  }
  const last = randomLayer(spaces, chance, chance.is(4) ? 2 : 1);
  const neurons = varied(last.neurons, layersWidth(layers, width), chance);
  const shape = last.spaces.length === 1 ? last.spaces[0]!.shape : [neurons.length];
  return finished({ inputs, layers, neurons, shape }, chance);
}

interface Unfinished {
  readonly inputs: readonly NetworkInput[];
  readonly layers: readonly LayerPlan[];
  readonly neurons: readonly Neuron[];
  readonly shape: Shape;
}

function finished({ inputs, layers, neurons, shape }: Unfinished, chance: Chance): Network {
  const wanted = chance.of<Activation>(["sign", "step", "identity", "argmax", "argmax", "softmax"]);
  const isGrouped = wanted === "argmax" || wanted === "softmax";
  const activation = isGrouped && shape.length === 0 ? "sign" : wanted;
  const outputs = isGrouped && shape.length > 0 ? shape.slice(0, -1) : shape;
  const isLabelled = activation !== "softmax" && activation !== "argmax" && chance.is(3);
  return networkOf({
    inputs,
    layers: [...layers, { activation, neurons }],
    shape: outputs,
    labels: { kind: isLabelled ? "above-zero" : "raw" },
  });
}

const SHAPES: readonly Shape[] = [
  [],
  [1],
  [2],
  [3],
  [4],
  [5],
  [6],
  [8],
  [1, 3],
  [2, 2],
  [2, 3],
  [3, 3],
  [4, 3],
  [4, 4],
  [3, 5],
  [2, 2, 2],
  [2, 3, 2],
  [3, 3, 3],
];

function randomInputs(chance: Chance): NetworkInput[] {
  const count = chance.of([1, 1, 1, 2, 2, 3]);
  const shape = chance.of(SHAPES);
  return Array.from({ length: count }, (_, k) => ({
    name: `x${k}`,
    shape: k === 0 || chance.is(2) ? shape : chance.of(SHAPES),
    domain: randomDomain(chance),
  }));
}

function randomDomain(chance: Chance): Domain {
  const low = chance.random.below(4) - 2;
  return chance.of<Domain>([
    { kind: "binary" },
    { kind: "binary" },
    { kind: "sign" },
    { kind: "integer", low, high: low + chance.random.below(6) },
    { kind: "integer", low: -1000, high: 1000 },
    { kind: "real" },
  ]);
}

/** Banks of neurons next to each other, and the arrays that they are. */
function randomLayer(sources: readonly Space[], chance: Chance, nBanks: number) {
  const neurons: Neuron[] = [];
  const spaces: Space[] = [];
  while (spaces.length < nBanks) {
    const bank = randomBank(sources, chance);
    if (neurons.length > 0 && neurons.length + bank.neurons.length > MOST_NEURONS) break;
    spaces.push({ start: neurons.length, shape: bank.shape });
    neurons.push(...bank.neurons);
  }
  return { neurons, spaces };
}

const MOST_NEURONS = 60;

function randomBank(sources: readonly Space[], chance: Chance): Bank {
  const first = bankFrom(chance.of(sources), chance);
  if (chance.is(2)) return first;
  for (let attempt = 0; attempt < 8; attempt++) {
    const second = bankFrom(chance.of(sources), chance);
    if (second.shape.join() === first.shape.join()) return added(first, second);
    if (second.shape.length === 0) return spread(first, second);
  }
  return first;
}

/** Every neuron of a bank also reads what one neuron does. */
function spread(bank: Bank, one: Bank): Bank {
  const [{ entries }] = one.neurons as [Neuron];
  const neurons = bank.neurons.map((each) => ({ ...each, entries: [...each.entries, ...entries] }));
  return { ...bank, neurons };
}

function bankFrom(source: Space, chance: Chance): Bank {
  const makers = Object.values(banks);
  for (;;) {
    const bank = chance.of(makers)(source, chance);
    if (bank !== undefined && bank.neurons.length <= MOST_NEURONS) return bank;
  }
}

/** The neurons with an exception among them, or one twice, or as they are. */
function varied(given: readonly Neuron[], nColumns: number, chance: Chance): Neuron[] {
  const neurons = [...given];
  const nExceptions = chance.of([0, 0, 0, 1, 2]);
  for (let k = 0; k < nExceptions; k++) {
    const at = chance.random.below(neurons.length);
    neurons[at] = exception(neurons, at, nColumns, chance);
  }
  return neurons;
}

function exception(
  neurons: readonly Neuron[],
  at: number,
  nColumns: number,
  chance: Chance,
): Neuron {
  const { bias, entries } = neurons[at]!;
  const other = { column: chance.random.below(nColumns), value: chance.weight() };
  return chance.of<Neuron>([
    { bias: chance.bias(), entries },
    { bias, entries: entries.slice(1) },
    { bias, entries: [...entries, other] },
    { bias, entries: entries.map((each) => ({ ...each, value: -each.value })) },
    { bias: -bias, entries: entries.map((each) => ({ ...each, value: -each.value })) },
    neurons[chance.random.below(neurons.length)]!,
    { bias, entries: [] },
  ]);
}

function layersWidth(layers: readonly LayerPlan[], nInputs: number): number {
  return layers.at(-1)?.neurons.length ?? nInputs;
}

function shuffle(length: number, random: Random): number[] {
  const keyed = Array.from({ length }, (_, item) => ({ item, key: random.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
