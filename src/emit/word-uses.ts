/** How often a name stands in printed code; what stands in texts is no use of it. */
export function usesOf(name: string, code: string): number {
  const bare = code.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
  return bare.match(new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, "g"))?.length ?? 0;
}
