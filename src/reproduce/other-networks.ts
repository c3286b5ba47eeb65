import type { Unit } from "./experiment.ts";
import { cannotAt } from "./peer-unit.ts";
import { SHARING_SERIES, type SharingKind } from "./sharing-peers.ts";

interface Panel {
  readonly what: string;
  readonly name: string;
  /** The network that the problem is given to. */
  readonly shares: SharingKind;
  readonly places: readonly string[];
}

/** Why networks of a panel's other problems have no column at some places. */
const REASONS: readonly (readonly [kind: SharingKind, reason: string])[] = [
  ["sequence", "says bits, and no place in what it reads"],
  ["elements", "says the place of one of its inputs only"],
];

/** What the networks for other problems cannot do, where one panel holds several problems. */
export function otherNetworks({ what, name, shares, places }: Panel): Unit {
  const own = SHARING_SERIES[shares];
  return {
    name: `${name}, other networks`,
    effort: 0,
    needs: "torch",
    measure: () =>
      REASONS.map(([kind, reason]) => [SHARING_SERIES[kind], reason] as const)
        .filter(([series]) => series !== own)
        .flatMap(([series, reason]) => cannotAt(what, series, { places, reason })),
  };
}
