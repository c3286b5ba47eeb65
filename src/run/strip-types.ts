/**
 * Printed TypeScript as JavaScript: the types of parameters, results and variables are left out.
 *
 * For the types that are printed: numbers, big integers, booleans, texts and arrays of them; and `!`
 * after an element. What stands in texts and comments stays.
 */
export function stripTypes(source: string): string {
  let text = "";
  let start = 0;
  for (const match of source.matchAll(pattern)) {
    const [found] = match;
    if (match.index < start || found.startsWith('"') || found.startsWith("/*")) continue;
    text += source.slice(start, match.index);
    const end = match.index + found.length;
    start = found.endsWith(": ") ? endOfType(source, end) : end;
  }
  return text + source.slice(start);
}

const type = "(?:number|bigint|boolean|string)\\b";

const pattern = new RegExp(
  [
    '"(?:[^"\\\\\\n]|\\\\.)*"',
    "/\\*[^]*?\\*/",
    `\\??: (?=(?:readonly |\\()*${type})`,
    `<${type}(?: \\| ${type})*>`,
    "(?<=\\])!(?!=)",
  ].join("|"),
  "g",
);

/** The place after a type that starts at a place. */
function endOfType(source: string, start: number): number {
  let depth = 0;
  let place = start;
  for (;;) {
    const [part] = /^(?:readonly |\(|\)| \| |\[\]|\w+)/.exec(source.slice(place, place + 20)) ?? [];
    if (part === undefined || (part === ")" && depth === 0)) return place;
    if (part === "(") depth += 1;
    if (part === ")") depth -= 1;
    place += part.length;
  }
}
