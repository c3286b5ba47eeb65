import { isConstant } from "../program/constant.ts";
import { constantOf, isSame } from "../program/idiom.ts";
import { fresh } from "../program/names.ts";
import { partsOf } from "../program/parts.ts";
import type { Expression, Range } from "../program/program.ts";
import { lengthsIn } from "./lengths-in.ts";
import { lower, lowerLets, lowerRanges } from "./lower.ts";
import { lowerScan } from "./lower-scan.ts";
import type { Procedure } from "./procedure.ts";
import { sceneInside, spanIn } from "./scene.ts";

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** Writes the steps that give a name to an array. */
export function assignArray(name: string, value: Expression, out: Procedure): void {
  const known = { span: spanIn(value, out.scene), lengths: lengthsIn(value, out.scene)! };
  if (isConstant(value)) {
    out.steps.push({ kind: "constants", name, value, scene: out.scene });
    out.bind(name, known);
    return;
  }
  if (!out.dialect.hasArrayValues || !isUniform(value, out)) {
    newArray(name, value, out);
    return;
  }
  const lowered = lowerArray(value, out, name);
  if (lowered.kind !== "variable" || lowered.name !== name) out.name(name, lowered, known);
}

/** An array without sums and the like as a value, after the steps that they need. */
export function lowerArray(value: Expression, out: Procedure, wanted?: string): Expression {
  switch (value.kind) {
    case "table":
      return tableValue(value, out, wanted);
    case "list":
      return { ...value, items: value.items.map((item) => lowerItem(item, out)) };
    case "scan":
      return newArray(wanted ?? out.fresh("y"), value, out);
    case "pad":
      if (isShortPad(value)) return value;
      return newArray(wanted ?? out.fresh("padded"), value, out);
    case "if":
      return arrayChoice(value, out, wanted);
    case "softmax":
      return { ...value, logits: lowerArray(originalOf(value.logits, out), out) };
    default:
      return value;
  }
}

/** The array of which a table is a copy, where it is one. */
function originalOf(value: Expression, { scene }: Procedure): Expression {
  if (value.kind !== "table" || value.body.result.kind !== "element") return value;
  const { array, indices } = value.body.result;
  const isCopy =
    isSame(indices, variablesOf(value.ranges)) &&
    isSame(
      value.ranges.map(({ to }) => to),
      scene.place.lengths.get(array),
    );
  return isCopy ? { kind: "variable", name: array } : value;
}

/** Where an array is put: into one that is there, or a part of it with these first indices. */
export interface Destination {
  readonly array: string;
  readonly indices: readonly Expression[];
  /** Is it zero everywhere? */
  readonly isZero: boolean;
}

/** Writes the steps that put an array somewhere, element by element. */
export function fill(to: Destination, value: Expression, out: Procedure): void {
  const { array, indices } = to;
  const at = (index: Expression): Destination => ({ ...to, indices: [...indices, index] });
  switch (value.kind) {
    case "table": {
      const ranges = lowerRanges(value.ranges, out);
      if (to.isZero && constantOf(value) === 0) return;
      out.loops(ranges, (inner) => {
        lowerLets(value.body, inner);
        const item = lower(value.body.result, inner);
        inner.store(array, [...indices, ...variablesOf(ranges)], item);
      });
      return;
    }
    case "list":
      if (isConstant(value) && value.items.length > MOST_STORES) {
        const name = out.fresh("values");
        assignArray(name, value, out);
        copy(to, name, out);
        return;
      }
      value.items.forEach((item, k) => {
        const place = at({ kind: "integer", value: k });
        if (lengthsIn(item, out.scene) !== undefined) fill(place, item, out);
        else out.store(array, place.indices, lower(item, out));
      });
      return;
    case "scan":
      lowerScan(value, (index, item, at) => at.store(array, [...indices, index], item), out);
      return;
    case "pad":
      padded(to, value, out);
      return;
    case "if": {
      const condition = lower(value.condition, out);
      const [then, otherwise] = [value.then, value.otherwise].map((part) => {
        const inner = out.inside();
        fill(to, part, inner);
        return inner;
      });
      out.choose(condition, then!, otherwise);
      return;
    }
    case "softmax":
      if (out.dialect.hasArrayValues) {
        const logits = newArray(out.fresh("logits"), value.logits, out, { kind: "real" });
        const name = out.fresh("probabilities");
        assignArray(name, { ...value, logits }, out);
        copy(to, name, out);
        return;
      }
      fill(to, value.logits, out);
      out.steps.push({ kind: "softmax", array, indices, scene: out.scene });
      return;
    case "variable":
      copy(to, value.name, out);
      return;
    default:
      throw new Error(`bug: ${value.kind} among arrays`);
  }
}

/** More constants than that are copied, not stored one by one. */
const MOST_STORES = 4;

/** A new array that is filled. */
export function newArray(
  name: string,
  value: Expression,
  out: Procedure,
  span = spanIn(value, out.scene),
): Expression {
  const lengths = lengthsIn(value, out.scene)!;
  const isZeroed = leavesZeros(value);
  out.steps.push({ kind: "array", name, lengths, span, isZeroed, scene: out.scene });
  out.bind(name, { span, lengths });
  fill({ array: name, indices: [], isZero: true }, value, out);
  return { kind: "variable", name };
}

function leavesZeros(value: Expression): boolean {
  switch (value.kind) {
    case "pad":
      return true;
    case "table":
      return constantOf(value) === 0;
    case "list":
    case "if":
    case "softmax":
      return partsOf(value).some(leavesZeros);
    default:
      return false;
  }
}

function lowerItem(item: Expression, out: Procedure): Expression {
  return lengthsIn(item, out.scene) === undefined ? lower(item, out) : lowerArray(item, out);
}

/** A table as a value if its items are, else an array that loops fill. */
function tableValue(table: Of<"table">, out: Procedure, wanted?: string): Expression {
  const ranges = lowerRanges(table.ranges, out);
  const inner = out.inside(sceneInside(out.scene, ranges));
  lowerLets(table.body, inner);
  const result = lower(table.body.result, inner);
  if (inner.steps.length === 0) return { kind: "table", ranges, body: { lets: [], result } };
  const name = wanted ?? out.fresh("y");
  if (ranges.length > 1) return newArray(name, table, out);
  const span = spanIn(table, out.scene);
  out.steps.push({ kind: "grow", name, span });
  out.bind(name, { span, lengths: lengthsIn(table, out.scene) });
  out.loops(ranges, (loop) => {
    lowerLets(table.body, loop);
    const value = lower(table.body.result, loop);
    loop.steps.push({ kind: "append", array: name, value, scene: loop.scene });
  });
  return { kind: "variable", name };
}

function arrayChoice(value: Of<"if">, out: Procedure, wanted?: string): Expression {
  const condition = lower(value.condition, out);
  const parts = [value.then, value.otherwise];
  const trials = parts.map((part) => {
    const inner = out.inside();
    return { value: lowerArray(part, inner), steps: inner.steps };
  });
  if (trials.every(({ steps }) => steps.length === 0)) {
    return { ...value, condition, then: trials[0]!.value, otherwise: trials[1]!.value };
  }
  const name = wanted ?? out.fresh("y");
  const span = spanIn(value, out.scene);
  const lengths = lengthsIn(value, out.scene)!;
  const start = { kind: "start", name, value: { kind: "none" }, span } as const;
  out.steps.push({ ...start, rank: lengths.length, scene: out.scene });
  out.bind(name, { span, lengths });
  const [then, otherwise] = parts.map((part) => {
    const inner = out.inside();
    inner.set(name, lowerArray(part, inner));
    return inner;
  });
  out.choose(condition, then!, otherwise);
  return { kind: "variable", name };
}

/** Along one axis, a few zeros before and after are written out. */
function isShortPad({ before, after }: Of<"pad">): boolean {
  return before.length === 1 && before[0]! <= 3 && after[0]! <= 3;
}

/** Are all parts of an array made of the same kind of numbers as the whole? */
function isUniform(value: Expression, out: Procedure): boolean {
  return value.kind === "table" || value.kind === "variable" || isPlain(value, out);
}

/** Are the numbers of an array and of all its parts of the plain kind, which has infinities? */
export function isPlain(value: Expression, out: Procedure): boolean {
  if (!out.dialect.hasInfinity({ span: spanIn(value, out.scene) })) return false;
  switch (value.kind) {
    case "list":
      return value.items.every((item) => isPlain(item, out));
    case "if":
      return isPlain(value.then, out) && isPlain(value.otherwise, out);
    case "softmax":
      return isPlain(value.logits, out);
    default:
      return true;
  }
}

function copy(to: Destination, from: string, out: Procedure): void {
  const lengths = out.scene.place.lengths.get(from)!;
  const ranges = freshRanges(lengths, out);
  out.loops(ranges, (inner) => {
    const places = variablesOf(ranges);
    const value: Expression = { kind: "element", array: from, indices: places };
    inner.store(to.array, [...to.indices, ...places], value);
  });
}

/** Zeros, then the array among them. */
function padded(to: Destination, { array, before, after }: Of<"pad">, out: Procedure): void {
  const ranges = freshRanges(out.scene.place.lengths.get(array)!, out);
  if (!to.isZero) {
    const all = freshRanges(lengthsIn({ kind: "pad", array, before, after }, out.scene)!, out);
    out.loops(all, (inner) => {
      inner.store(to.array, [...to.indices, ...variablesOf(all)], { kind: "integer", value: 0 });
    });
  }
  out.loops(ranges, (inner) => {
    const places = variablesOf(ranges);
    const shifted = places.map((place, axis): Expression => {
      if (before[axis] === 0) return place;
      return { kind: "add", terms: [place, { kind: "integer", value: before[axis]! }] };
    });
    const value: Expression = { kind: "element", array, indices: places };
    inner.store(to.array, [...to.indices, ...shifted], value);
  });
}

/** Loops over all places of an array; nothing but a store stands inside, so other loops' names are free. */
function freshRanges(lengths: readonly Expression[], out: Procedure): readonly Range[] {
  const taken = new Set(out.scene.spans.keys());
  return lengths.map((to, axis) => {
    const variable = fresh(["i", "j", "k"][axis] ?? "l", taken);
    taken.add(variable);
    return { variable, from: { kind: "integer", value: 0 }, to };
  });
}

function variablesOf(ranges: readonly Range[]): readonly Expression[] {
  return ranges.map(({ variable }) => ({ kind: "variable", name: variable }));
}
