import { tooShort } from "../program/least-lengths.ts";
import type { Program, Size } from "../program/program.ts";
import { expected, fitting, sharesLength } from "../program/wrong-length.ts";

/**
 * Checks of the lengths that a function is for: those that are no symbols, those of inputs before, and those
 * that may be too short.
 */
export function guardLines(program: Pick<Program, "inputs" | "body">): readonly string[] {
  const lengths = new Map<Size, string>();
  const wrong = program.inputs.flatMap(({ name, shape }, k) => {
    const others = program.inputs.slice(0, k).filter((other) => sharesLength(other, shape));
    const fixed = wrongLengths(name, shape, (length) =>
      typeof length === "number" ? String(length) : undefined,
    );
    const shared = wrongLengths(name, shape, (length) => lengths.get(length));
    shape.forEach((length, axis) => {
      if (typeof length === "number" || lengths.has(length)) return;
      lengths.set(length, `${name}${"[0]".repeat(axis)}.length`);
    });
    return [
      ...refusal(fixed, `${name} must ${expected(shape)}`),
      ...refusal(shared, `${name} must ${fitting(shape, others)}`),
    ];
  });
  const short = tooShort(program).flatMap(({ symbol, least, sentence }) =>
    refusal([`${lengths.get(symbol)!} < ${least}`], sentence),
  );
  return [...wrong, ...short];
}

function refusal(wrong: readonly string[], message: string): readonly string[] {
  if (wrong.length === 0) return [];
  return [`  if (${wrong.join(" || ")}) {`, `    throw new RangeError("${message}");`, "  }"];
}

function wrongLengths(
  name: string,
  shape: readonly Size[],
  wanted: (length: Size) => string | undefined,
): readonly string[] {
  return shape.flatMap((length, axis) => {
    const text = wanted(length);
    return text === undefined ? [] : [wrongLength(name, axis, text)];
  });
}

const items = ["row", "plane", "block"];

function wrongLength(name: string, axis: number, length: string): string {
  if (axis === 0) return `${name}.length !== ${length}`;
  const names = Array.from({ length: axis }, (_, k) => items[axis - k - 1] ?? `array${k}`);
  const innermost = `${names.at(-1)}.length !== ${length}`;
  return names.reduceRight((test, item, k) => {
    const array = k === 0 ? name : names[k - 1]!;
    return `${array}.some((${item}) => ${test})`;
  }, innermost);
}
