import type { ProgramInput, Size } from "../program/program.ts";

/** Checks of the lengths that a function is for, where it is not for all lengths. */
export function guardLines({ name, shape }: ProgramInput): readonly string[] {
  const wrong = shape.flatMap((length, axis) =>
    typeof length === "number" ? [wrongLength(name, axis, length)] : [],
  );
  if (wrong.length === 0) return [];
  return [
    `  if (${wrong.join(" || ")}) {`,
    `    throw new RangeError("${name} must ${expected(shape)}");`,
    "  }",
  ];
}

const items = ["row", "plane", "block"];

function wrongLength(name: string, axis: number, length: number): string {
  if (axis === 0) return `${name}.length !== ${length}`;
  const names = Array.from({ length: axis }, (_, k) => items[axis - k - 1] ?? `array${k}`);
  const innermost = `${names.at(-1)}.length !== ${length}`;
  return names.reduceRight((test, item, k) => {
    const array = k === 0 ? name : names[k - 1]!;
    return `${array}.some((${item}) => ${test})`;
  }, innermost);
}

function expected(shape: readonly Size[]): string {
  return shape.length === 1 ? `have ${shape[0]} values` : `be ${shape.join(" by ")}`;
}
