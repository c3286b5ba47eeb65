/** `x[2][5]`. */
export function elementName(name: string, indices: readonly number[]): string {
  return name + indices.map((index) => `[${index}]`).join("");
}
