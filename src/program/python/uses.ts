import { isSame } from "../idiom.ts";
import { mentions } from "../mentions.ts";
import { partsOf } from "../parts.ts";
import { namesBoundIn } from "../place.ts";
import type { Expression, Let } from "../program.ts";
import { shiftFrom } from "./linear.ts";

/** Elements `array[...prefix][variable + shift]`, or parts of the array there, that a loop reads. */
export interface Reach {
  readonly array: string;
  readonly prefix: readonly Expression[];
  /** The index as it is written. */
  readonly index: Expression;
  /** What is added to the variable. */
  readonly shift: Expression;
  /** How often it is written. */
  readonly times: number;
}

/** How a loop's variable is used inside the loop. */
export interface Uses {
  readonly reaches: readonly Reach[];
  /** Is the variable used as a number? */
  readonly isNumber: boolean;
  /** Is it used in an index in any other way? */
  readonly isIndex: boolean;
}

/** What stands inside a loop. */
export interface Inside {
  readonly bodies: readonly Expression[];
  /** Variables of further loops around the bodies. */
  readonly variables: readonly string[];
  /** Names that are given to values inside the loop. */
  readonly lets?: readonly Let[];
}

/** How the inside of a loop uses its variable. Cost: the size of the bodies. */
export function usesOf(variable: string, { bodies, variables }: Inside): Uses {
  const reaches: Reach[] = [];
  const found = { isNumber: false, isIndex: false };
  const hidden = [variable, ...variables, ...bodies.flatMap(namesBoundIn)];
  const visit = (expression: Expression, isIndex: boolean): void => {
    if (expression.kind === "variable" && expression.name === variable) {
      if (isIndex) found.isIndex = true;
      else found.isNumber = true;
    }
    if (expression.kind !== "element") {
      for (const part of partsOf(expression)) visit(part, isIndex);
      return;
    }
    const axis = expression.indices.findIndex((index) => mentions(index, [variable]));
    if (axis >= 0) reaches.push(...reachAt(expression, axis));
    expression.indices.forEach((index, k) => {
      if (k !== axis) visit(index, true);
    });
  };
  const reachAt = ({ array, indices }: Element, axis: number): Reach[] => {
    const index = indices[axis]!;
    const prefix = indices.slice(0, axis);
    const shift = shiftFrom(variable, index);
    const isFree = shift !== undefined && ![shift, ...prefix].some((e) => mentions(e, hidden));
    if (!isFree || hidden.includes(array)) {
      visit(index, true);
      return [];
    }
    return [{ array, prefix, index, shift, times: 1 }];
  };
  for (const body of bodies) visit(body, false);
  return { reaches: merged(reaches), ...found };
}

type Element = Extract<Expression, { readonly kind: "element" }>;

function merged(reaches: readonly Reach[]): readonly Reach[] {
  const distinct: Reach[] = [];
  for (const reach of reaches) {
    const known = distinct.findIndex(
      (other) =>
        other.array === reach.array &&
        isSame(other.prefix, reach.prefix) &&
        isSame(other.index, reach.index),
    );
    if (known < 0) distinct.push(reach);
    else distinct[known] = { ...reach, times: distinct[known]!.times + 1 };
  }
  return distinct;
}
