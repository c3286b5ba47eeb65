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
  const cells = new Map<string, CellWeight>();
  let bias = layer!.bias;
  for (const { index, weight } of layer!.classWeights) {
    for (const node of classes[index]!.nodes) {
      const { source, cell, sign, offset, bounds, mirror } = locate(node);
      if (offset !== 0) bias = exacts.add(bias, exacts.multiply(exact(weight), offset));
      const isTurned = mirror !== undefined && weight * sign < 0;
      const at = isTurned ? mirror : cell;
      const own = isTurned ? -weight * sign : weight * sign;
      const key = `${source} ${at}`;
      const known = cells.get(key);
      // Weights that have no sum are kept apart: what they weigh is read twice.
      const sum = known && exacts.sumIfDouble(known.weight, own);
      if (known === undefined) cells.set(key, { source, cell: at, bounds, weight: own });
      else if (sum !== undefined) cells.set(key, { ...known, weight: sum });
      else cells.set(`${key} ${cells.size}`, { source, cell: at, bounds, weight: own });
    }
  }
  return partsOf([...cells.values()], { ...layer!, bias });
}

interface CellWeight {
  readonly source: number;
  readonly cell: number;
  readonly bounds: Bounds;
  readonly weight: number;
}

/** One class for each source and weight. */
function partsOf(cells: readonly CellWeight[], layer: LayeredUnit): Parts {
  const parts = new Map<number, Map<number, CellWeight[]>>();
  for (const each of cells) {
    if (each.weight === 0) continue;
    const bySource = parts.get(each.source) ?? new Map<number, CellWeight[]>();
    parts.set(each.source, bySource);
    const alike = bySource.get(each.weight);
    if (alike === undefined) bySource.set(each.weight, [each]);
    else alike.push(each);
  }
  const found = [...parts.values()].flatMap((bySource) => [...bySource.values()]);
  return {
    classes: found.map((own) => ({
      source: own[0]!.source,
      bounds: own[0]!.bounds,
      cells: own.map(({ cell }) => cell).sort((a, b) => a - b),
    })),
    layers: [
      { ...layer, classWeights: found.map((own, index) => ({ index, weight: own[0]!.weight })) },
    ],
  };
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
