import type { Network } from "../../enn/network.ts";
import { coordinatesOf, indexOf, type Shape, sizeOf } from "../../math/shape.ts";
import { neverStop, type ShouldStop } from "../../math/stop.ts";
import { type Bounds, depthOf, type Unit, type Wiring } from "../wiring.ts";
import { denseFamilies } from "./dense-families.ts";
import { cellsAt, type Family, presentIn } from "./family.ts";
import { group } from "./group.ts";
import type { Item } from "./item.ts";
import { joinConstants } from "./join-constants.ts";
import { mirrorOf } from "./mirror.ts";
import { readOutputs } from "./output-readings.ts";
import { ownFirst } from "./own-first.ts";
import { identityOf, place, placePlainly } from "./place.ts";
import type { Location, Placed } from "./placed.ts";
import { type Reading, readUnit } from "./reading.ts";
import type { Grid } from "./regions.ts";
import { goOn } from "./stopped.ts";

/** What units read: an input, or a family of units. */
export interface Source {
  readonly grid: Grid;
  readonly bounds: Bounds;
  /** Without a family, an input. */
  readonly family: Family | undefined;
  /** The nodes of the family's members. */
  readonly nodes: readonly number[];
  /** What the family's formula gives at places of its box where there is no member. */
  readonly fill: number | undefined;
  /** Every place of a square has the negative value of the place across its diagonal. */
  readonly isMirrored: boolean;
}

/** All families of a network: hidden ones, each reading sources before it, and those of the outputs. */
export interface Plan {
  /** Inputs first. */
  readonly sources: readonly Source[];
  readonly outputs: readonly OutputFamily[];
  /** Does any unit look further than at what it is connected to? */
  readonly isFar: boolean;
}

export interface OutputFamily {
  readonly family: Family;
  /** What the output gives: factor * unit + offset. */
  readonly factor: number;
  readonly offset: number;
}

/**
 * How far units look: as far as they can be understood, or at what they are connected to only; `plain`
 * takes them as the rows of weights that they are.
 */
export type Reach = "far" | "near" | "plain";

interface Given {
  readonly network: Network;
  readonly wiring: Wiring;
  readonly shouldStop: ShouldStop;
}

/** Finds the families of the units that matter, from the inputs up. Throws Stopped, unless all is plain. */
export function findFamilies(given: Given, reach: Reach): Plan {
  try {
    return new Finder(given, reach).plan();
  } catch (error) {
    // What was understood node by node may be too much family by family.
    if (!(error instanceof Unplaced)) throw error;
    return findFamilies(given, reach === "far" ? "near" : "plain");
  }
}

/** A reading that has too many cases once its nodes are told apart by family. */
class Unplaced extends Error {
  override readonly name = "Unplaced";
}

class Finder {
  readonly #network: Network;
  readonly #wiring: Wiring;
  readonly #reach: Reach;
  readonly #shouldStop: ShouldStop;
  readonly #sources: Source[] = [];
  readonly #readings = new Map<number, Reading>();
  /** By node, where it has one. */
  readonly #locations: Location[];
  /** Nodes that turned out to compute what another one does, with that one. */
  readonly #same = new Map<number, number>();

  constructor({ network, wiring, shouldStop }: Given, reach: Reach) {
    this.#network = network;
    this.#wiring = wiring;
    this.#reach = reach;
    this.#shouldStop = reach === "plain" ? neverStop : shouldStop;
    this.#locations = new Array(wiring.nodes.length);
  }

  plan(): Plan {
    this.#addInputs();
    const { shape } = this.#network.output;
    const outputs = readOutputs(this.#wiring, shape, (node) => this.#read(node));
    for (const nodes of this.#neededByDepth(outputs.flatMap(({ reading }) => nodesOf(reading)))) {
      this.#addFamilies(nodes);
    }
    const items = outputs.map(({ reading, coordinates, factor, offset }) => ({
      placed: this.#place(reading),
      coordinates,
      tag: `${factor} ${offset}`,
    }));
    const families = joinConstants(this.#groupOutputs(items), { items, grids: this.#grids() });
    return {
      sources: this.#sources,
      isFar: [...this.#readings.values()].some(({ layers }) => layers.length > 1),
      outputs: families.map((family) => {
        const { factor, offset } = outputs[family.members[0]!.item]!;
        return { family, factor, offset };
      }),
    };
  }

  #addInputs(): void {
    const { inputs } = this.#network;
    for (const [input, { shape }] of inputs.entries()) {
      const cells = this.#wiring.nodes.flatMap((node, k) =>
        node.kind === "cell" && node.input === input ? [{ node, k }] : [],
      );
      const { low, high, isInteger } = cells[0]!.node;
      for (const { node, k } of cells) {
        this.#locations[k] = {
          source: input,
          cell: node.index,
          sign: 1,
          offset: 0,
          bounds: { low, high, isInteger },
          mirror: undefined,
          isShared: false,
        };
      }
      this.#sources.push({
        grid: { shape },
        bounds: { low, high, isInteger },
        family: undefined,
        nodes: [],
        fill: undefined,
        isMirrored: false,
      });
    }
  }

  #read(node: number): Reading {
    const known = this.#readings.get(node);
    if (known !== undefined) return known;
    goOn(this.#shouldStop);
    const unit = this.#wiring.nodes[node]!;
    if (unit.kind === "cell") throw new Error(`node ${node} is a cell`);
    const reading =
      (this.#reach === "far" ? this.#farthest(unit) : undefined) ??
      readUnit(this.#wiring.nodes, unit, Infinity)!;
    this.#readings.set(node, reading);
    return reading;
  }

  /** From as near the inputs as a unit can be understood; of very many cases somewhat farther, where these are few. */
  #farthest(unit: Unit): Reading | undefined {
    let first: Reading | undefined;
    for (let depth = 0; depth < unit.depth - 1; depth++) {
      const reading = readUnit(this.#wiring.nodes, unit, depth);
      if (reading !== undefined && countCases(reading) <= MOST_CASES) return reading;
      first ??= reading;
    }
    return first;
  }

  /** The units that have to be computed before others can be, nearest to the inputs first. */
  #neededByDepth(first: readonly number[]): number[][] {
    const needed = new Set<number>();
    const waiting = [...first];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (needed.has(node) || this.#wiring.nodes[node]!.kind === "cell") continue;
      needed.add(node);
      waiting.push(...nodesOf(this.#read(node)));
    }
    const byDepth: number[][] = [];
    for (const node of needed) {
      const depth = depthOf(this.#wiring.nodes[node]!);
      byDepth[depth] ??= [];
      byDepth[depth]!.push(node);
    }
    return byDepth.filter((nodes) => nodes !== undefined);
  }

  #addFamilies(nodes: readonly number[]): void {
    // Nodes may differ in how they are computed only: one of them stands for all.
    const firsts = new Map<string, number[]>();
    const items: Item[] = [];
    for (const node of nodes) {
      const placed = this.#place(this.#read(node));
      const key = identityOf(placed);
      const alike = firsts.get(key);
      if (alike !== undefined) {
        alike.push(node);
        this.#same.set(node, alike[0]!);
        continue;
      }
      firsts.set(key, [node]);
      items.push({ placed, coordinates: [], tag: "" });
    }
    const members = [...firsts.values()];
    for (const family of this.#group(items)) {
      const source = this.#sources.length;
      const own = family.members.map(({ item }) => members[item]!);
      const added = this.#sourceOf(family, own.flat());
      this.#sources.push(added);
      family.members.forEach(({ variables, sign }, k) => {
        const cell = indexOf(variables, family.shape);
        const mirror = added.isMirrored ? indexOf(variables.toReversed(), family.shape) : undefined;
        const offset = sign < 0 && family.rule === "threshold" ? 1 : 0;
        const { bounds } = added;
        const isShared = own[k]!.length > 1;
        const location = { source, cell, sign, offset, bounds, mirror, isShared };
        for (const node of own[k]!) this.#locations[node] = location;
      });
    }
  }

  #group(items: readonly Item[]): Family[] {
    const grids = this.#grids();
    const all = [...items.keys()];
    if (this.#reach === "plain") return denseFamilies(all, items, grids);
    return group(items, grids, this.#shouldStop);
  }

  /** In as few families, and by as few lists of places, as there are with the cells of two in either order. */
  #groupOutputs(items: readonly Item[]): Family[] {
    const families = this.#group(items);
    if (this.#reach === "plain" || nWordsOf(families) === 1) return families;
    const turned = items.map((item) => ownFirst(item, this.#grids()));
    if (turned.every((item) => item === undefined)) return families;
    const others = this.#group(items.map((item, k) => turned[k] ?? item));
    return nWordsOf(others) < nWordsOf(families) ? others : families;
  }

  #sourceOf(family: Family, nodes: readonly number[]): Source {
    const found = nodes.map((node) => this.#wiring.nodes[node]!);
    const bounds: Bounds = {
      low: Math.min(...found.map(({ low }) => low)),
      high: Math.max(...found.map(({ high }) => high)),
      isInteger: found.every(({ isInteger }) => isInteger),
    };
    const grid = presentIn(family);
    if (grid.present === undefined) {
      return { family, nodes, bounds, grid, fill: undefined, isMirrored: false };
    }
    const mirrored = mirrorOf(family, this.#grids());
    if (mirrored !== undefined) {
      return { family, nodes, bounds, grid: mirrored, fill: 0, isMirrored: true };
    }
    const fill = this.#fillOf(family, grid);
    // Only what adds nothing may be described along with members.
    const known = fill === 0 ? grid : { shape: grid.shape };
    return { family, nodes, bounds, grid: known, fill, isMirrored: false };
  }

  /** The one value that the family's sum has at all places without a member, if it has one. */
  #fillOf(family: Family, { shape, present }: Grid): number | undefined {
    const { body, rule } = family;
    if (body.kind !== "sum" || typeof body.bias !== "object" || !("kind" in body.bias))
      return undefined;
    if (body.bias.kind !== "constant" || rule === "sum") return undefined;
    for (let cell = 0; cell < sizeOf(shape); cell++) {
      if (present!.has(cell)) continue;
      const variables = coordinatesOf(cell, shape);
      const weights = new Map<string, number>();
      for (const [k, each] of family.classes.entries()) {
        const cells = each.law ? undefined : cellsAt(each, variables, this.#grids()[each.source]!);
        if (cells === undefined) return undefined;
        for (const at of cells) {
          const key = `${each.source} ${at}`;
          weights.set(key, (weights.get(key) ?? 0) + body.weights[k]!);
        }
      }
      if ([...weights.values()].some((weight) => weight !== 0)) return undefined;
    }
    const { value } = body.bias;
    return rule === "threshold" ? Number(value > 0) : Math.sign(value);
  }

  /** A reading in place; where two of its nodes are one, it is read again. */
  #place(reading: Reading): Placed {
    goOn(this.#shouldStop);
    const locate = (each: number): Location => this.#locations[each]!;
    const shapeOf = (source: number): Shape => this.#sources[source]!.grid.shape;
    if (this.#reach === "plain") return placePlainly(reading, locate);
    const placed = place(reading, locate, shapeOf);
    if (placed !== undefined) return placed;
    const again = this.#again(reading);
    const placedAgain = again && place(again, locate, shapeOf);
    if (placedAgain === undefined) throw new Unplaced("a unit has too many cases");
    return placedAgain;
  }

  /** The same unit, read with one name for nodes that are the same. */
  #again({ unit, reach }: Reading): Reading | undefined {
    return readUnit(this.#wiring.nodes, unit, reach, this.#same);
  }

  #grids(): Grid[] {
    return this.#sources.map(({ grid }) => grid);
  }
}

/** How many families and lists of places there are. */
function nWordsOf(families: readonly Family[]): number {
  const lists = families.flatMap(({ classes }) =>
    classes.flatMap(({ formulas }) => formulas.filter(({ kind }) => kind === "values")),
  );
  return families.length + lists.length;
}

/** Nobody understands a table of more cases, where there is another one. */
const MOST_CASES = 128;

/** Combinations of the classes' totals. */
function countCases({ classes }: Reading): number {
  return classes.reduce(
    (product, { nodes, bounds }) => product * (nodes.length * (bounds.high - bounds.low) + 1),
    1,
  );
}

function nodesOf({ classes }: Reading): number[] {
  return classes.flatMap(({ nodes }) => nodes);
}
