import * as exacts from "../../math/exact.ts";
import { type Exact, exact } from "../../math/exact.ts";
import type { Bounds } from "../wiring.ts";
import type { Locate, PlacedClass } from "./placed.ts";
import type { LayeredUnit, Reading } from "./reading.ts";

/** Classes of one source each, and layers that weigh these. */
interface Parts {
  readonly classes: PlacedClass[];
  readonly layers: readonly LayeredUnit[];
}

/**
 * A direct sum by cells: what is the opposite of its cell changes sign, weights of one cell are added up,
 * and where the negative value of a cell is found elsewhere, negative weights are read from there.
 */
export function directParts({ classes, layers }: Reading, locate: Locate): Parts {
  const [layer] = layers;
  const parts = new CellsByWeight();
  let part: WeightedCells | undefined;
  let bias = layer!.bias;
  let mayRepeat = false;
  for (const { index, weight } of layer!.classWeights) {
    for (const node of classes[index]!.nodes) {
      const { source, cell, sign, offset, bounds, mirror, isShared } = locate(node);
      if (offset !== 0) bias = exacts.add(bias, exacts.multiply(exact(weight), offset));
      mayRepeat ||= isShared;
      const isTurned = mirror !== undefined && weight * sign < 0;
      const own = isTurned ? -weight * sign : weight * sign;
      // Mostly it is the part of the node before.
      if (part === undefined || part.weight !== own || part.source !== source) {
        part = parts.of({ source, bounds, weight: own });
      }
      part.cells.push(isTurned ? mirror : cell);
    }
  }
  const found = mayRepeat ? addedUp(parts.list()) : parts.list();
  return {
    classes: found.map(({ source, bounds, cells }) => ({
      source,
      bounds,
      cells: cells.sort((a, b) => a - b),
    })),
    layers: [
      { ...layer!, bias, classWeights: found.map(({ weight }, index) => ({ index, weight })) },
    ],
  };
}

interface CellWeight {
  readonly source: number;
  readonly bounds: Bounds;
  readonly weight: number;
}

interface WeightedCells extends CellWeight {
  readonly cells: number[];
}

/** Cells of one source and weight together. */
class CellsByWeight {
  readonly #sources = new Map<number, Map<number, WeightedCells>>();

  of(weight: CellWeight): WeightedCells {
    const parts = this.#sources.get(weight.source) ?? new Map<number, WeightedCells>();
    this.#sources.set(weight.source, parts);
    const part = parts.get(weight.weight) ?? { ...weight, cells: [] };
    parts.set(weight.weight, part);
    return part;
  }

  list(): WeightedCells[] {
    return [...this.#sources.values()].flatMap((parts) => [...parts.values()]);
  }
}

/** The same with each cell once; weights that have no sum are kept apart: what they weigh is read twice. */
function addedUp(parts: readonly WeightedCells[]): WeightedCells[] {
  const cells = new Map<string, CellWeight & { readonly cell: number }>();
  for (const { cells: own, ...of } of parts) {
    for (const cell of own) {
      const key = `${of.source} ${cell}`;
      const known = cells.get(key);
      const sum = known && exacts.sumIfDouble(known.weight, of.weight);
      if (known === undefined) cells.set(key, { ...of, cell });
      else if (sum !== undefined) cells.set(key, { ...known, weight: sum });
      else cells.set(`${key} ${cells.size}`, { ...of, cell });
    }
  }
  const sums = new CellsByWeight();
  for (const { cell, ...of } of cells.values()) if (of.weight !== 0) sums.of(of).cells.push(cell);
  return sums.list();
}

/** The same with units between; undefined where two nodes are one cell, which a table would count once. */
export function layeredParts({ classes, layers }: Reading, locate: Locate): Parts | undefined {
  const parts: Part[] = [];
  const offsets = classes.map(() => 0);
  const seen = new Set<string>();
  for (const [from, { nodes }] of classes.entries()) {
    for (const node of nodes) {
      const { source, cell, sign, offset, bounds } = locate(node);
      const key = `${source} ${cell}`;
      if (seen.has(key)) return undefined;
      seen.add(key);
      offsets[from]! += offset;
      let part = parts.find(
        (each) => each.source === source && each.from === from && each.sign === sign,
      );
      if (part === undefined) {
        part = { from, source, sign, bounds, cells: [] };
        parts.push(part);
      }
      part.cells.push(cell);
    }
  }
  return {
    classes: parts.map(({ source, cells, bounds }) => ({
      source,
      bounds,
      cells: cells.sort((a, b) => a - b),
    })),
    layers: layers.map((layer) => ({
      ...layer,
      bias: layer.classWeights.reduce<Exact>(
        (sum, { index, weight }) =>
          exacts.add(sum, exacts.multiply(exact(weight), offsets[index]!)),
        layer.bias,
      ),
      classWeights: layer.classWeights.flatMap(({ index, weight }) =>
        parts.flatMap(({ from, sign }, part) =>
          from === index ? [{ index: part, weight: weight * sign }] : [],
        ),
      ),
    })),
  };
}

interface Part {
  /** The number of the class that it is a part of. */
  readonly from: number;
  readonly source: number;
  readonly sign: number;
  readonly bounds: Bounds;
  readonly cells: number[];
}
