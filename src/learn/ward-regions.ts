import type { Region, Sides, Strategy } from "./regions.ts";
import type { Separate, Unit } from "./separate.ts";
import { type WardTree, wardTree } from "./ward-tree.ts";

/** More points on both sides together are not clustered: their pairs of clusters would take minutes. */
const MOST_POINTS = 256;

/**
 * Regions around Ward's clusters, as many as it takes: starts with one cluster for each label; as long as
 * some own and some other cluster are told apart by no unit, the tallest union is undone among all
 * clusters of such pairs.
 *
 * The order of the points does not matter. Undefined where two points cannot be told apart, and for many
 * points. Cost: the third power of the points for the trees, and a linear program for each pair of
 * clusters that there ever is: at most points of one side times points of the other, four times.
 */
export const wardRegions: Strategy = ({ own, other }, separate) => {
  if (own.length + other.length > MOST_POINTS) return undefined;
  return new Division({ own, other }, separate).regions();
};

class Division {
  #own: readonly WardTree[];
  #other: readonly WardTree[];
  readonly #units = new Map<WardTree, Map<WardTree, Unit | undefined>>();
  readonly #separate: Separate;

  constructor({ own, other }: Sides, separate: Separate) {
    this.#own = [wardTree(own)];
    this.#other = [wardTree(other)];
    this.#separate = separate;
  }

  regions(): readonly Region[] | undefined {
    for (;;) {
      const mixed = this.#inseparable();
      if (mixed.size === 0) break;
      const tallest = tallestOf(mixed);
      if (tallest.parts === undefined) return undefined;
      this.#own = divided(this.#own, tallest);
      this.#other = divided(this.#other, tallest);
    }
    return this.#own.map((cluster) =>
      this.#other.flatMap((against) => this.#unitOf(cluster, against) ?? []),
    );
  }

  /** The clusters of all pairs that no unit tells apart, own ones first. */
  #inseparable(): Set<WardTree> {
    const isMixed = (own: WardTree, other: WardTree): boolean =>
      this.#unitOf(own, other) === undefined;
    return new Set([
      ...this.#own.filter((own) => this.#other.some((other) => isMixed(own, other))),
      ...this.#other.filter((other) => this.#own.some((own) => isMixed(own, other))),
    ]);
  }

  /** Asked for each pair once. */
  #unitOf(own: WardTree, other: WardTree): Unit | undefined {
    const known = this.#units.get(own) ?? new Map<WardTree, Unit | undefined>();
    this.#units.set(own, known);
    if (!known.has(other)) known.set(other, this.#separate(own.points, other.points));
    return known.get(other);
  }
}

/** The first of the tallest, whichever label it is of. */
function tallestOf(clusters: ReadonlySet<WardTree>): WardTree {
  return [...clusters].reduce((best, each) => (each.height > best.height ? each : best));
}

/** The parts of a cluster in its place. */
function divided(clusters: readonly WardTree[], cluster: WardTree): readonly WardTree[] {
  return clusters.flatMap((each) => (each === cluster ? (each.parts ?? []) : [each]));
}
