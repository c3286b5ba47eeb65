import type { Pool } from "../../src/learn/pool.ts";

/** What every source reads in a case, and the case's label. */
export interface Case {
  readonly row: readonly number[];
  readonly label: number;
}

/** A pool whose cases are written out; its sources are at these distances, else 0, 1, 2 and so on. */
export function poolOf(
  cases: readonly Case[],
  distances: readonly number[] = [...cases[0]!.row.keys()],
): Pool {
  return {
    nCases: cases.length,
    labels: Uint8Array.from(cases, ({ label }) => label),
    sources: distances.map((step) => ({ kind: "offset", input: 0, offset: [step] })),
    distances,
    read: (source, index) => cases[index]!.row[source]!,
  };
}
