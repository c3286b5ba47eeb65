/** Whether all cases are tried, which takes about twice as long: `THOROUGH=1 npm test`. */
const isThorough = process.env.THOROUGH === "1";

/** Every second one of many cases, from the first one on, or all where tests are to be thorough. */
export function some<Case>(cases: readonly Case[]): readonly Case[] {
  return isThorough ? cases : cases.filter((_, k) => k % 2 === 0);
}
