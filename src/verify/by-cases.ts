import type { Network } from "../enn/network.ts";
import { extremesOf } from "../math/domain.ts";
import { sizeOf } from "../math/shape.ts";
import { mentions } from "../program/mentions.ts";
import { partsOf } from "../program/parts.ts";
import type { Block, Expression } from "../program/program.ts";
import type { Task } from "./task.ts";
import { proveHeld } from "./whole-domain.ts";

/** More combinations than this are not gone through. */
const MOST_CASES = 64;

/**
 * A proof case by case: for all that the inputs may hold which say the place of an element, so that in each case
 * the place is known. Undefined where there are none or many such cases, or one of them is not proved.
 */
export function proveByCases(task: Task): { readonly methods: readonly string[] } | undefined {
  const { network, program, limits } = task;
  const pointing = program.inputs.flatMap(({ name }, input) =>
    indicesOf(program.body).some((index) => mentions(index, [name])) ? [input] : [],
  );
  const cases = casesOf(network, pointing);
  if (cases === undefined) return undefined;
  const graphSteps = Math.floor(limits.graphSteps / cases.length);
  const share: Task = { ...task, limits: { ...limits, graphSteps } };
  if (!cases.every((held) => proveHeld(share, held) !== undefined)) return undefined;
  const names = pointing.map((input) => program.inputs[input]!.name).join(", ");
  return { methods: [`expansion for each of ${cases.length} values of ${names}`] };
}

/** The indices of all elements. */
function indicesOf({ lets, result }: Block): Expression[] {
  const inside = (expression: Expression): Expression[] => {
    const own = expression.kind === "element" ? expression.indices : [];
    return [...own, ...partsOf(expression).flatMap(inside)];
  };
  return [...lets.map(({ value }) => value), result].flatMap(inside);
}

/** Values of the cells of these inputs, in all combinations; undefined where there are none or too many. */
function casesOf(
  { inputs }: Network,
  pointing: readonly number[],
): Map<number, number>[] | undefined {
  const cells = inputs.flatMap(({ shape, domain }, input) =>
    Array.from({ length: sizeOf(shape) }, () => ({ input, domain })),
  );
  const split = [...cells.keys()].filter((cell) => pointing.includes(cells[cell]!.input));
  const ranges = split.map((cell) => extremesOf(cells[cell]!.domain));
  const areIntegers = pointing.every((input) =>
    ["integer", "binary"].includes(inputs[input]!.domain.kind),
  );
  const count = ranges.reduce((product, { low, high }) => product * (high - low + 1), 1);
  if (!areIntegers || count < 2 || !(count <= MOST_CASES)) return undefined;
  return split.reduce<Map<number, number>[]>(
    (cases, cell, k) => {
      const { low, high } = ranges[k]!;
      return cases.flatMap((held) =>
        Array.from({ length: high - low + 1 }, (_, step) => new Map([...held, [cell, low + step]])),
      );
    },
    [new Map()],
  );
}
