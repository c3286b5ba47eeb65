/** Whether all cases are tried, which takes about half as long again: `THOROUGH=1 npm test`. */
const isThorough = process.env.THOROUGH === "1";

/** Every third one of many cases, from the first one on, or all where tests are to be thorough. */
export function some<Case>(cases: readonly Case[]): readonly Case[] {
  return isThorough ? cases : cases.filter((_, k) => k % 3 === 0);
}
