/** A step: what is seen there, and the item that is written. */
export interface SeenItem {
  readonly seen: readonly number[];
  readonly item: number;
}

/** Does what is seen say what the item is? */
export function isFunction(rows: readonly SeenItem[]): boolean {
  const items = new Map<string, number>();
  return rows.every(({ seen, item }) => {
    const key = seen.join();
    const known = items.get(key) ?? item;
    items.set(key, known);
    return known === item;
  });
}
