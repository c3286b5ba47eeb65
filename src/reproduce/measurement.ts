/** Where a measurement belongs: the panel, the series and the place along the panel. */
export interface At {
  readonly what: string;
  readonly series: string;
  readonly x: number | string;
}

/** What one unit of work found at one place; several units may measure the same place. */
export type Measurement =
  | (At & { readonly kind: "value"; readonly value: number; readonly trials?: number })
  | (At & { readonly kind: "cannot"; readonly reason: string })
  | (At & { readonly kind: "text"; readonly text: string });

export function value(at: At, value: number): Measurement {
  return { kind: "value", ...at, value };
}

/** The share of some independent trials that succeed: its interval is theirs. */
export function share(at: At, value: number, trials: number): Measurement {
  return { kind: "value", ...at, value, trials };
}

/** What a series cannot do at all, which is not the same as doing it badly. */
export function cannot(at: At, reason: string): Measurement {
  return { kind: "cannot", ...at, reason };
}

/** Something to read, such as a program. */
export function text(at: At, text: string): Measurement {
  return { kind: "text", ...at, text };
}
