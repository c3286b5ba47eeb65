import type { Sample } from "./parse-sample.ts";

/** The keys of a line as they stand there: objects put keys that are integers first. */
export function keysInOrder(line: string, sample: Sample): string[] {
  const keys = [...sample.keys()];
  if (!keys.some((key) => /^\d+$/.test(key))) return keys;
  const written = new Set<string>();
  let depth = 0;
  for (const [token] of line.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[[\]{}]/g)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (depth === 1 && token.endsWith(":")) {
      written.add(JSON.parse(token.slice(0, -1)) as string);
    }
  }
  return [...written];
}
