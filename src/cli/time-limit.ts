import type { ShouldStop } from "../math/stop.ts";
import type { Watch } from "./job.ts";

/** `--max-seconds`: whether it is time to stop, and whether anything was told so. */
export class TimeLimit {
  readonly #watch: Watch;
  readonly #seconds: number;
  #isOver = false;

  constructor(watch: Watch, seconds = Number.POSITIVE_INFINITY) {
    this.#watch = watch;
    this.#seconds = seconds;
  }

  readonly shouldStop: ShouldStop = () => {
    this.#isOver ||= this.#watch.seconds > this.#seconds;
    return this.#isOver;
  };

  get stopped(): boolean {
    return this.#isOver;
  }
}
