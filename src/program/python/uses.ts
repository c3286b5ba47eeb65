import { isSame } from "../idiom.ts";
import { mentions } from "../mentions.ts";
import { partsOf } from "../parts.ts";
import { namesBoundIn } from "../place.ts";
import type { Expression, Let, Range } from "../program.ts";
import { courseOf, type Way } from "./course.ts";
import { type PythonPlace, seen } from "./python-place.ts";

/** Elements `array[...prefix][variable + shift]`, or parts of the array there, that a loop reads. */
export interface Reach {
  readonly array: string;
  readonly prefix: readonly Expression[];
  /** The index as it is written. */
  readonly index: Expression;
  readonly way: Way;
  /** The index without the variable. */
  readonly shift: Expression;
  /** How often it is written. */
  readonly times: number;
  /** Is the element read at every turn of the loop? */
  readonly isCertain: boolean;
}

/** How a loop's variable is used inside the loop. */
export interface Uses {
  readonly reaches: readonly Reach[];
  /** Arrays of which elements `array[...][variable]` are read, whose first index is of a loop further inside. */
  readonly columns: readonly string[];
  /** Is the variable used as a number? */
  readonly isNumber: boolean;
  /** Is it used in an index in any other way? */
  readonly isIndex: boolean;
}

/** What stands inside a loop. */
export interface Inside {
  readonly bodies: readonly Expression[];
  /** Ranges of further loops around the bodies. */
  readonly ranges: readonly Range[];
  /** Names that are given to values inside the loop. */
  readonly lets: readonly Let[];
  /** Does each turn of the loop make the item at its own place of a new array? */
  readonly isTable: boolean;
}

type Element = Extract<Expression, { readonly kind: "element" }>;

/** How the inside of a loop uses its variable. Cost: the size of the bodies. */
export function usesOf(variable: string, inside: Inside, place: PythonPlace): Uses {
  const reaches: Reach[] = [];
  const columns = new Set<string>();
  const found = { isNumber: false, isIndex: false };
  const bound = [...inside.bodies, ...boundsOf(inside.ranges)].flatMap(namesBoundIn);
  const hidden = [variable, ...inside.ranges.map((range) => range.variable), ...bound];

  const visit = (expression: Expression, isIndex: boolean, isCertain: boolean): void => {
    if (expression.kind === "variable" && expression.name === variable) {
      if (isIndex) found.isIndex = true;
      else found.isNumber = true;
    }
    if (expression.kind === "element") {
      visitElement(seen(expression, place), isCertain);
      return;
    }
    const certain = new Set(isCertain ? certainParts(expression) : []);
    for (const part of partsOf(expression)) visit(part, isIndex, certain.has(part));
  };
  const visitElement = ({ array, indices }: Element, isCertain: boolean): void => {
    const axis = indices.findIndex((index) => mentions(index, [variable]));
    const reach =
      axis < 0 ? undefined : reachAt(variable, { kind: "element", array, indices }, axis);
    const isFree =
      reach !== undefined &&
      !hidden.includes(array) &&
      ![reach.shift, ...reach.prefix].some((each) => mentions(each, hidden));
    const isColumn =
      reach !== undefined && !isFree && indices.length === 2 && isInColumn(reach, hidden);
    if (isFree) reaches.push({ ...reach, isCertain });
    if (isColumn) columns.add(array);
    indices.forEach((index, k) => {
      if (k !== axis || !(isFree || isColumn)) visit(index, true, isCertain);
    });
  };

  const isInside = inside.ranges.every(isNeverEmpty);
  for (const each of boundsOf(inside.ranges)) visit(each, false, false);
  for (const body of inside.bodies) visit(body, false, isInside);
  return { reaches: merged(reaches), columns: [...columns], ...found };
}

function reachAt(variable: string, { array, indices }: Element, axis: number): Reach | undefined {
  const index = indices[axis]!;
  const prefix = indices.slice(0, axis);
  const course = courseOf(variable, index);
  return course && { array, prefix, index, ...course, times: 1, isCertain: false };
}

/** `array[i][variable]`, where i is the variable of a loop further inside. */
function isInColumn({ prefix, way, shift, array }: Reach, hidden: readonly string[]): boolean {
  const [row] = prefix;
  const isPlain = way.kind === "rising" && shift.kind === "integer" && shift.value === 0;
  return isPlain && row?.kind === "variable" && !hidden.includes(array);
}

/** The parts of an expression that have a value wherever the expression has one. */
function certainParts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "if":
      return [expression.condition];
    case "and":
    case "or":
      return expression.operands.slice(0, 1);
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
    case "table":
      return expression.ranges.every(isNeverEmpty) ? partsOf(expression) : [];
    case "argmax":
    case "argmin":
    case "scan":
    case "fold":
      return isNeverEmpty(expression.range) ? partsOf(expression) : [];
    case "integer":
    case "number":
    case "size":
    case "variable":
    case "element":
    case "add":
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
    case "power":
    case "sign":
    case "compare":
    case "member":
    case "xor":
    case "not":
    case "bit":
    case "truth":
    case "list":
    case "pad":
    case "softmax":
      return partsOf(expression);
  }
}

function isNeverEmpty({ from, to }: Range): boolean {
  return from.kind === "integer" && to.kind === "integer" && from.value < to.value;
}

function boundsOf(ranges: readonly Range[]): readonly Expression[] {
  return ranges.flatMap(({ from, to }) => [from, to]);
}

function merged(reaches: readonly Reach[]): readonly Reach[] {
  const distinct: Reach[] = [];
  for (const reach of reaches) {
    const at = distinct.findIndex(
      (other) =>
        other.array === reach.array &&
        isSame(other.prefix, reach.prefix) &&
        isSame(other.index, reach.index),
    );
    const known = distinct[at];
    if (known === undefined) distinct.push(reach);
    else {
      const isCertain = known.isCertain || reach.isCertain;
      distinct[at] = { ...known, times: known.times + 1, isCertain };
    }
  }
  return distinct;
}
