/** Numbers that grow in number. Cost: each is copied twice on average; memory is at most three times theirs. */
export class Floats {
  #values = new Float64Array(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  /** All of them; the list is empty afterwards, so that its memory is free. */
  take(): Float64Array {
    const taken = this.#values.slice(0, this.#length);
    this.#values = new Float64Array(0);
    this.#length = 0;
    return taken;
  }

  #grow(): void {
    const larger = new Float64Array(Math.max(64, 2 * this.#values.length));
    larger.set(this.#values);
    this.#values = larger;
  }
}
