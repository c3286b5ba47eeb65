/** Measurements of one kind, shown as one table, and as one chart where they have an axis. */
export interface Panel {
  /** What is measured; measurements name it. */
  readonly what: string;
  readonly unit: Measure;
  /** What the places are along which it is measured. */
  readonly x: string;
  /** How the horizontal axis of the chart runs; without it there is no chart. */
  readonly axis?: "linear" | "log" | "names";
}

/** `share` and `difference` are shown in per cent, `text` as it stands. */
export type Measure = "share" | "difference" | "count" | "seconds" | "text";
