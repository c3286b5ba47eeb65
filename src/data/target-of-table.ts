const USUAL_NAMES: readonly string[] = ["y", "label", "target", "class"];

/** The names by which tables call a target, of those that a table has. */
export function usualTargets(names: readonly string[]): string[] {
  return USUAL_NAMES.filter((name) => names.includes(name));
}

/** The target of a table where none is named: y, label, target or class, else the last column. */
export function targetOfTable(names: readonly string[]): string | undefined {
  return usualTargets(names)[0] ?? names.at(-1);
}
