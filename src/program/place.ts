import type { Label } from "../math/label.ts";
import { isTruth } from "./idiom.ts";
import { partsOf } from "./parts.ts";
import type { Block, Carried, Expression, Let, Program, Range, Size } from "./program.ts";

/** What is known where an expression stands; the same for all languages. */
export interface Place {
  /** The lengths of the axes of each array. */
  readonly lengths: ReadonlyMap<string, readonly Expression[]>;
  /** The values of each loop variable. */
  readonly ranges: ReadonlyMap<string, Range>;
  /** The names whose values are truths. */
  readonly truths: ReadonlySet<string>;
  /** Sizes that are printed as the text here, not by their name. */
  readonly inlined: ReadonlyMap<string, string>;
  /** All names of the program, for fresh ones to avoid. */
  readonly taken: ReadonlySet<string>;
  /** Arrays of constants that are written where they are read. */
  readonly texts: ReadonlyMap<string, readonly Label[]>;
}

/** The place at the start of a program's body. */
export function placeOf(
  program: Program & Partial<Pick<Place, "texts">>,
  inlined: ReadonlyMap<string, string>,
): Place {
  const { texts = new Map<string, readonly Label[]>() } = program;
  const inputs = program.inputs.flatMap(({ name, shape }) =>
    shape.length === 0 ? [] : [[name, shape.map(lengthOf)] as const],
  );
  const constants = [...texts].map(([name, values]) => [name, [lengthOf(values.length)]] as const);
  const taken = new Set([program.name, ...boundNames(program)]);
  const lengths = new Map<string, readonly Expression[]>([...inputs, ...constants]);
  return { lengths, ranges: new Map(), truths: new Set(), inlined, taken, texts };
}

/** The place after a name is given to a value. */
export function placeAfter<At extends Place>(place: At, { name, value }: Let): At {
  const lengths = lengthsOf(value, place);
  return {
    ...place,
    lengths: lengths === undefined ? place.lengths : new Map(place.lengths).set(name, lengths),
    truths: isTruth(value, place.truths) ? new Set(place.truths).add(name) : place.truths,
  };
}

/** The place at the result of a block. */
export function placeAtResult<At extends Place>(place: At, block: Block): At {
  return block.lets.reduce((at, named) => placeAfter(at, named), place);
}

/** The place inside loops. */
export function placeInside<At extends Place>(place: At, ranges: readonly Range[]): At {
  const added = ranges.map((range) => [range.variable, range] as const);
  return { ...place, ranges: new Map([...place.ranges, ...added]) };
}

/** Everything that is bound anywhere in a program, for an expression taken out of its place. */
export function placeAnywhere(program: Program): Place {
  const start = placeOf(program, new Map());
  return bindings(program.body).reduce(
    (place, bound) =>
      "variable" in bound ? placeInside(place, [bound]) : placeAfter(place, bound),
    start,
  );
}

/** The lengths of the axes of an array; undefined for what is not an array. */
export function lengthsOf(expression: Expression, place: Place): readonly Expression[] | undefined {
  switch (expression.kind) {
    case "variable":
      return place.lengths.get(expression.name);
    case "table":
      return expression.ranges.map(({ to }) => to);
    case "scan":
      return [longer(expression.range.to, expression.end === undefined ? 0 : 1)];
    case "pad":
      return place.lengths
        .get(expression.array)
        ?.map((length, axis) => longer(length, expression.before[axis]! + expression.after[axis]!));
    case "list":
      return [lengthOf(expression.items.length), ...(lengthsOf(expression.items[0]!, place) ?? [])];
    case "if":
      return lengthsOf(expression.then, place);
    case "softmax":
      return lengthsOf(expression.logits, place);
    case "integer":
    case "number":
    case "size":
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
    case "and":
    case "or":
    case "xor":
    case "not":
    case "bit":
    case "truth":
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
    case "argmax":
    case "argmin":
    case "fold":
      return undefined;
  }
}

/** A length and a constant more. */
function longer(length: Expression, extra: number): Expression {
  if (extra === 0) return length;
  if (length.kind === "integer") return { kind: "integer", value: length.value + extra };
  return { kind: "add", terms: [length, { kind: "integer", value: extra }] };
}

function lengthOf(length: Size): Expression {
  return typeof length === "string"
    ? { kind: "size", name: length }
    : { kind: "integer", value: length };
}

function boundNames(program: Program): readonly string[] {
  const inputs = program.inputs.flatMap(({ name, shape }) => [name, ...shape.map(String)]);
  const inner = bindings(program.body).map((bound) =>
    "variable" in bound ? bound.variable : bound.name,
  );
  return [...inputs, ...inner];
}

/** The names that are bound anywhere inside an expression. */
export function namesBoundIn(expression: Expression): readonly string[] {
  return bindingsIn(expression).map((bound) => ("variable" in bound ? bound.variable : bound.name));
}

/** All lets and ranges of a block, in the order in which they are written. */
function bindings(block: Block): readonly (Let | Range)[] {
  return [
    ...block.lets.flatMap((named) => [...bindingsIn(named.value), named]),
    ...bindingsIn(block.result),
  ];
}

function bindingsIn(expression: Expression): readonly (Let | Range)[] {
  switch (expression.kind) {
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
      return [...expression.ranges, ...partsOf(expression).flatMap(bindingsIn)];
    case "argmax":
    case "argmin":
      return [expression.range, ...partsOf(expression).flatMap(bindingsIn)];
    case "table":
      return [
        ...expression.ranges,
        ...expression.ranges.flatMap(({ to }) => bindingsIn(to)),
        ...bindings(expression.body),
      ];
    case "scan": {
      const { range, carried, body, end } = expression;
      return [
        range,
        ...carried.map(startOf),
        ...bindingsIn(range.to),
        ...bindings(body),
        ...carried.flatMap(({ next }) => bindingsIn(next)),
        ...(end === undefined ? [] : bindingsIn(end)),
      ];
    }
    case "fold":
      return [
        expression.range,
        ...expression.carried.map(startOf),
        ...expression.lets,
        ...partsOf(expression).flatMap(bindingsIn),
      ];
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
    case "and":
    case "or":
    case "xor":
    case "not":
    case "bit":
    case "truth":
    case "if":
    case "list":
    case "pad":
    case "softmax":
      return partsOf(expression).flatMap(bindingsIn);
  }
}

/** A carried name as it starts. */
function startOf({ name, initial }: Carried): Let {
  return { name, value: { kind: "integer", value: initial } };
}
