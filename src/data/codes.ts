/** Texts by the order in which they came. */
export class Codes {
  readonly #codes = new Map<string, number>();

  /** The same text has the same code, a new one the next. */
  codeOf(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    this.#codes.set(text, code);
    return code;
  }

  /** In the order of their codes. */
  get texts(): string[] {
    return [...this.#codes.keys()];
  }
}
