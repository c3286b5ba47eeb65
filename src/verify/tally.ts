interface Count {
  outputs: number;
  kinds: number;
  nodes: number;
}

/** How many outputs were proved by which method, in words. */
export class Tally {
  readonly #counts = new Map<string, Count>();

  /** One more output; `isNew` unless it is proved as a renaming of another. */
  add(method: string, isNew: boolean, nodes: number): void {
    const count = this.#counts.get(method) ?? { outputs: 0, kinds: 0, nodes: 0 };
    count.outputs += 1;
    count.kinds += isNew ? 1 : 0;
    count.nodes += nodes;
    this.#counts.set(method, count);
  }

  /** One phrase for each method, in order of first use. */
  describe(): string[] {
    return [...this.#counts].map(([method, { outputs, kinds, nodes }]) => {
      const how = nodes === 0 ? method : `${method} (${nodes} nodes)`;
      if (outputs === 1) return how;
      return `${how} for ${outputs} outputs ${kinds === 1 ? "alike" : `of ${kinds} kinds`}`;
    });
  }
}
