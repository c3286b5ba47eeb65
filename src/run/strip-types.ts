/**
 * Printed TypeScript as JavaScript: the types of parameters, results and variables are left out.
 *
 * For the types that are printed: numbers, big integers, booleans and arrays of them.
 */
export function stripTypes(source: string): string {
  let text = "";
  let start = 0;
  for (const match of source.matchAll(
    /\??: (?=(?:readonly |\()*(?:number|bigint|boolean)\b)|<(?:number|bigint)>/g,
  )) {
    if (match.index < start) continue;
    text += source.slice(start, match.index);
    const end = match.index + match[0].length;
    start = match[0].startsWith("<") ? end : endOfType(source, end);
  }
  return text + source.slice(start);
}

/** The place after a type that starts at a place. */
function endOfType(source: string, start: number): number {
  let depth = 0;
  let place = start;
  for (;;) {
    const [part] = /^(?:readonly |\(|\)|\[\]|\w+)/.exec(source.slice(place, place + 20)) ?? [];
    if (part === undefined || (part === ")" && depth === 0)) return place;
    if (part === "(") depth += 1;
    if (part === ")") depth -= 1;
    place += part.length;
  }
}
