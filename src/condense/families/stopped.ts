import type { ShouldStop } from "../../math/stop.ts";

/** Thrown where a search is to end before it has found anything whole. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Throws `Stopped` once it is time to stop. */
export function goOn(shouldStop: ShouldStop): void {
  if (shouldStop()) throw new Stopped("there is no time left");
}
