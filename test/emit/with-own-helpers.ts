/** Printed C whose helpers have a number in their names, so that many sources are one file. */
export function withOwnHelpers(source: string, k: number): string {
  const helpers = [...source.matchAll(/^static \S+ \*?(\w+)\(/gm)].map(([, name]) => name!);
  return helpers.reduce(
    (text, name) => text.replace(new RegExp(`\\b${name}\\(`, "g"), `${name}_${k}(`),
    source,
  );
}
