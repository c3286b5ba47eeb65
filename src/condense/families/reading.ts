import type { Exact } from "../../math/exact.ts";
import * as exacts from "../../math/exact.ts";
import {
  type Bounds,
  depthOf,
  type Node,
  type Rule,
  type Sum,
  type Term,
  type Unit,
} from "../wiring.ts";
import { isSmall } from "./table.ts";

/** How a unit is computed from nodes that are nearer to the inputs, alike ones taken together. */
export interface Reading {
  readonly rule: Rule;
  /** The depth up to which nodes are read as they are. */
  readonly reach: number;
  readonly classes: readonly NodeClass[];
  /** The units between, of which the last one is the unit itself. */
  readonly layers: readonly LayeredUnit[];
  /** What is read. */
  readonly unit: Given;
}

/** Nodes that only count together: every unit between gives all of them one weight. */
export interface NodeClass {
  /** Ascending. */
  readonly nodes: readonly number[];
  /** Of one node. */
  readonly bounds: Bounds;
}

/** A unit as a sum of classes' totals and of units before it in the list. */
export interface LayeredUnit {
  readonly rule: Rule;
  readonly classWeights: readonly Weighted[];
  readonly unitWeights: readonly Weighted[];
  readonly bias: Exact;
}

export interface Weighted {
  /** Number of a class or of a unit. */
  readonly index: number;
  readonly weight: number;
}

/**
 * Reads a unit from nodes of depth `reach` or less; undefined where it would take too many classes.
 *
 * Of a unit that is read from what it is directly connected to, there is always a reading. `same` says
 * which nodes turned out to be others. Cost: the terms of the units between.
 */
export function readUnit(
  nodes: readonly Node[],
  unit: Pick<Unit, "rule" | "terms" | "bias">,
  reach: number,
  same: ReadonlyMap<number, number> = new Map(),
): Reading | undefined {
  if (reach === Infinity) return readDirectly(nodes, unit);
  if (unit.terms.length > MOST_UNITS) return undefined;
  const partition = new Partition(nodes);
  const cone = coneOf(nodes, unit, { reach, same, partition });
  if (cone === undefined) return undefined;
  if (cone.length === 1) return readDirectly(nodes, unit);
  const classes = partition.classes();
  const layers = layersOf(cone, partition);
  const counted = classes.map(({ nodes: cells, bounds }) => ({ cells, bounds }));
  if (!isSmall(counted, layers)) return undefined;
  return { rule: unit.rule, reach, classes, layers, unit };
}

/** A unit as the sum that it is: one class for each weight and sort of node. */
function readDirectly(nodes: readonly Node[], unit: Given): Reading {
  const { rule, terms, bias } = unit;
  const parts = new Map<number, Part[]>();
  let part: Part | undefined;
  // By index, as these are all terms of a network: before it is compiled, that takes half the time.
  for (let k = 0; k < terms.length; k++) {
    const { node, weight } = terms[k]!;
    const { sort } = nodes[node]!;
    // Mostly it is the part of the term before.
    if (part === undefined || part.weight !== weight || part.sort !== sort) {
      const known = parts.get(weight) ?? [];
      parts.set(weight, known);
      part = known.find((each) => each.sort === sort);
      if (part === undefined) {
        part = { weight, sort, nodes: [] };
        known.push(part);
      }
    }
    part.nodes.push(node);
  }
  const classes: NodeClass[] = [];
  const classWeights: Weighted[] = [];
  for (const [weight, own] of parts) {
    for (const { nodes: members } of own) {
      classWeights.push({ index: classes.length, weight });
      const { low, high, isInteger } = nodes[members[0]!]!;
      classes.push({ nodes: members, bounds: { low, high, isInteger } });
    }
  }
  const layers = [{ rule, classWeights, unitWeights: [], bias }];
  return { rule, reach: Infinity, classes, layers, unit };
}

interface Part {
  readonly weight: number;
  readonly sort: number;
  readonly nodes: number[];
}

/** A sum that is no unit, such as the score of a class. */
export function readSum(nodes: readonly Node[], { terms, bias }: Sum): Reading {
  return readUnit(nodes, { rule: "sum", terms, bias }, Infinity)!;
}

/** The reading of 1 - unit for a threshold, of -unit for a sign or a sum; undefined for thresholds on reals. */
export function oppositeOf({ layers, unit, ...reading }: Reading): Reading | undefined {
  const last = layers.at(-1)!;
  const isThreshold = last.rule === "threshold";
  const isWhole =
    typeof last.bias === "number" &&
    [...last.classWeights, ...last.unitWeights].every(({ weight }) =>
      Number.isSafeInteger(weight),
    ) &&
    reading.classes.every(({ bounds }) => bounds.isInteger);
  if (isThreshold && !isWhole) return undefined;
  const negated = ({ index, weight }: Weighted): Weighted => ({ index, weight: -weight });
  // not (sum > 0) is 1 - sum > 0
  const bias = exacts.add(exacts.multiply(-1, last.bias), isThreshold ? 1 : 0);
  const turned: LayeredUnit = {
    ...last,
    bias,
    classWeights: last.classWeights.map(negated),
    unitWeights: last.unitWeights.map(negated),
  };
  const terms = unit.terms.map(({ node, weight }) => ({ node, weight: -weight }));
  const opposite = {
    ...unit,
    terms,
    bias: exacts.add(exacts.multiply(-1, unit.bias), isThreshold ? 1 : 0),
  };
  return { ...reading, layers: [...layers.slice(0, -1), turned], unit: opposite };
}

const MOST_UNITS = 512;
const MOST_CLASSES = 12;

type Given = Pick<Unit, "rule" | "terms" | "bias">;

interface ConeUnit extends Given {
  readonly node: number | undefined;
}

interface Between {
  readonly reach: number;
  readonly same: ReadonlyMap<number, number>;
  /** Of the nodes that the units between read. */
  readonly partition: Partition;
}

/** The units between, each after those that it reads; undefined for too many, or too many classes. */
function coneOf(
  nodes: readonly Node[],
  unit: Given,
  { reach, same, partition }: Between,
): readonly ConeUnit[] | undefined {
  const cone: ConeUnit[] = [];
  const seen = new Set<number>();
  const visit = (each: ConeUnit): boolean => {
    for (const { node } of each.terms) {
      const child = nodes[node]!;
      if (child.kind === "cell" || child.depth <= reach || seen.has(node)) continue;
      seen.add(node);
      if (seen.size > MOST_UNITS || !visit({ ...child, node })) return false;
    }
    const own = same.size === 0 ? each : { ...each, terms: renamed(each.terms, same) };
    cone.push(own);
    return partition.refine(own, reach);
  };
  return visit({ ...unit, node: undefined }) ? cone : undefined;
}

/** The terms with one node for all that are the same. */
function renamed(terms: readonly Term[], same: ReadonlyMap<number, number>): Term[] {
  const weights = new Map<number, number>();
  for (const { node, weight } of terms) {
    const name = same.get(node) ?? node;
    weights.set(name, (weights.get(name) ?? 0) + weight);
  }
  return [...weights].flatMap(([node, weight]) => (weight === 0 ? [] : [{ node, weight }]));
}

/** Splits nodes into classes, unit by unit. */
class Partition {
  readonly #nodes: readonly Node[];
  readonly #classOf = new Map<number, number>();
  #nClasses = 0;

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
  }

  /** Tells apart what the unit weighs differently; false where there are too many classes. */
  refine({ terms }: Given, reach: number): boolean {
    const sizes = this.#sizes();
    const parts = new Map<string, number[]>();
    for (const { node, weight } of terms) {
      const child = this.#nodes[node]!;
      if (depthOf(child) > reach) continue;
      const key = `${this.#classOf.get(node) ?? `sort ${child.sort}`} ${weight}`;
      const part = parts.get(key);
      if (part === undefined) parts.set(key, [node]);
      else part.push(node);
    }
    for (const part of parts.values()) {
      const old = this.#classOf.get(part[0]!);
      // A class of which the unit reads all nodes stays what it is.
      if (old !== undefined && sizes.get(old) === part.length) continue;
      const next = this.#nClasses++;
      for (const node of part) this.#classOf.set(node, next);
    }
    return this.#sizes().size <= MOST_CLASSES;
  }

  classes(): NodeClass[] {
    const members = new Map<number, number[]>();
    for (const [node, of] of this.#classOf) {
      const known = members.get(of);
      if (known === undefined) members.set(of, [node]);
      else known.push(node);
    }
    return [...members.values()].map((found) => {
      const { low, high, isInteger } = this.#nodes[found[0]!]!;
      return { nodes: found.sort((a, b) => a - b), bounds: { low, high, isInteger } };
    });
  }

  /** The number of a node's class among `classes()`. */
  order(): ReadonlyMap<number, number> {
    const order = new Map<number, number>();
    const numbers = new Map<number, number>();
    for (const [node, of] of this.#classOf) {
      if (!numbers.has(of)) numbers.set(of, numbers.size);
      order.set(node, numbers.get(of)!);
    }
    return order;
  }

  #sizes(): Map<number, number> {
    const sizes = new Map<number, number>();
    for (const of of this.#classOf.values()) sizes.set(of, (sizes.get(of) ?? 0) + 1);
    return sizes;
  }
}

function layersOf(cone: readonly ConeUnit[], partition: Partition): LayeredUnit[] {
  const classOf = partition.order();
  const numbers = new Map(cone.map(({ node }, k) => [node, k]));
  return cone.map(({ rule, terms, bias }) => {
    const classWeights = new Map<number, number>();
    const unitWeights: Weighted[] = [];
    for (const { node, weight } of terms) {
      const inside = numbers.get(node);
      if (inside !== undefined) unitWeights.push({ index: inside, weight });
      else classWeights.set(classOf.get(node)!, weight);
    }
    return {
      rule,
      bias,
      unitWeights,
      classWeights: [...classWeights].map(([index, weight]) => ({ index, weight })),
    };
  });
}
