import type { Io } from "./io.ts";

const WIDTH = 78;

/** One line on a terminal that is written over and over; silent elsewhere. */
export class Progress {
  #isShown = false;

  constructor(
    readonly io: Io,
    readonly isWanted: boolean,
  ) {}

  show(step: string): void {
    if (!this.isWanted || !this.io.isTerminal) return;
    this.#isShown = true;
    this.io.err(`\r\x1b[2K${step.slice(0, WIDTH)}`);
  }

  clear(): void {
    if (this.#isShown) this.io.err("\r\x1b[2K");
    this.#isShown = false;
  }
}
