/**
 * Asked now and then by long searches: true ends them with the best that they have so far.
 *
 * Pure rooms have no clock: a shell passes one that knows the time. Once true, it stays true.
 */
export type ShouldStop = () => boolean;

/** What is asked where nobody sets a limit. */
export const neverStop: ShouldStop = () => false;
