/** Seconds spent in each of some stages, one after the other. */
export class Stopwatch<Stage extends string> {
  readonly #start = performance.now();
  readonly #spent = new Map<Stage, number>();
  #stage: Stage | undefined;
  #since = this.#start;

  /** Ends the stage before, if any. */
  enter(stage: Stage): void {
    this.stop();
    this.#stage = stage;
  }

  stop(): void {
    const now = performance.now();
    if (this.#stage !== undefined) {
      this.#spent.set(this.#stage, (this.#spent.get(this.#stage) ?? 0) + now - this.#since);
    }
    this.#stage = undefined;
    this.#since = now;
  }

  secondsIn(stage: Stage): number {
    return rounded(this.#spent.get(stage) ?? 0);
  }

  get seconds(): number {
    return rounded(performance.now() - this.#start);
  }
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}
