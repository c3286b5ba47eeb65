import type { Sequences } from "./sequences.ts";

/** A state, and what is known of it: for each symbol that was read there, the item and where it leads. */
export interface TreeState {
  readonly edges: Map<number, Edge>;
  /** The item at the end, where a sequence ends here. */
  end: number | undefined;
}

export interface Edge {
  readonly item: number;
  readonly to: number;
}

/** More than these are more than it takes. */
const MOST_STATES = 200_000;

/**
 * The states of sequences that share what they share from the start: state 0, and after it one for each
 * beginning. Undefined where two samples with one beginning have different items.
 */
export function prefixTreeOf(
  { nSamples, length, symbols, items, ends }: Sequences,
  mostSamples: number,
): TreeState[] | undefined {
  const states: TreeState[] = [{ edges: new Map(), end: undefined }];
  const count = Math.min(nSamples, mostSamples, Math.ceil(MOST_STATES / length));
  for (let k = 0; k < count; k++) {
    const sample = Math.floor((k * nSamples) / count);
    let at = 0;
    for (let step = 0; step < length; step++) {
      const cell = sample * length + step;
      const { edges } = states[at]!;
      const known = edges.get(symbols[cell]!);
      if (known !== undefined && known.item !== items[cell]) return undefined;
      const to = known?.to ?? states.length;
      if (known === undefined) {
        edges.set(symbols[cell]!, { item: items[cell]!, to });
        states.push({ edges: new Map(), end: undefined });
      }
      at = to;
    }
    if (ends === undefined) continue;
    const last = states[at]!;
    if (last.end !== undefined && last.end !== ends[sample]) return undefined;
    last.end = ends[sample];
  }
  return states;
}
