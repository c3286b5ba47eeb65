/** A name that none of these is. */
export function unlike(names: readonly string[], wanted: string): string {
  return names.includes(wanted) ? unlike(names, `${wanted}_`) : wanted;
}
