/** How often a name stands in printed code. */
export function usesOf(name: string, code: string): number {
  return code.match(new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, "g"))?.length ?? 0;
}
