/** One hoped-for figure and what was measured; a shortfall stays visible and stops nothing. */
export interface Figure {
  readonly what: string;
  readonly hopedFor: string;
  readonly measured: string;
  readonly isReached: boolean;
}

/** Prints figures as they come, and counts those that fall short. */
export class Report {
  #shortfalls = 0;

  add({ what, hopedFor, measured, isReached }: Figure): void {
    if (!isReached) this.#shortfalls += 1;
    const mark = isReached ? "ok   " : "SHORT";
    console.log(`${mark} ${what.padEnd(58)} ${measured.padEnd(30)} hoped for ${hopedFor}`);
  }

  close(): void {
    const count = this.#shortfalls;
    console.log(count === 0 ? "every figure is reached" : `${count} figures fall short`);
  }
}
