import type { Item } from "./item.ts";
import type { Grid } from "./regions.ts";

export interface Found {
  readonly items: readonly Item[];
  /** Items without a family. */
  readonly open: ReadonlySet<number>;
  readonly grids: readonly Grid[];
}
