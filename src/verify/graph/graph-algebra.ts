import type { Domain } from "../../math/domain.ts";
import type { Comparison } from "../../program/program.ts";
import type { Algebra } from "../algebra.ts";
import { Obstacle } from "../obstacle.ts";
import {
  complement,
  constantForm,
  difference,
  type Form,
  fixedInteger,
  negated,
  numberForm,
  sumOf,
} from "./form.ts";
import { both, either } from "./logic.ts";
import * as nonlinear from "./nonlinear.ts";
import { placeOfLargest } from "./race.ts";
import type { Store } from "./store.ts";
import { positive, sides, sign } from "./threshold.ts";
import type { Weight } from "./weight.ts";

/** Programs as forms of a store, over cells of these domains. */
export function graphAlgebra(store: Store, domains: readonly Domain[]): Algebra<Form> {
  return {
    constant: numberForm,
    cell: (index) => store.cell(index, domains[index]!),
    fixed: fixedInteger,
    sum: (terms) => sumOf(terms.map(once), 0),
    subtract: difference,
    product: productOf(store),
    modulo: (left, right) => nonlinear.remainder(store, safe(store, left), divisorOf(right)),
    divide: (left, right) => nonlinear.quotient(store, safe(store, left), divisorOf(right)),
    power,
    sign: (of) => sign(store, of),
    compare: (left, operator, right) => compare(store, difference(left, right), operator),
    member: (of, values) => member(store, safe(store, of), values),
    logic: (kind, operands) => logic(store, kind, operands),
    not: complement,
    choose: (condition, then, otherwise) => nonlinear.choose(store, condition, then, otherwise),
    largest: (values) => nonlinear.largest(store, values),
    smallest: (values) => nonlinear.smallest(store, values),
    placeOfLargest: (values) => placeOfLargest(store, values),
    placeOfSmallest: (values) => placeOfLargest(store, values.map(negated)),
  };
}

/** Loops multiply a long sum by the same number again and again: the last product is remembered. */
function productOf(store: Store): Algebra<Form>["product"] {
  let last: { readonly left: Form; readonly right: Form; readonly product: Form } | undefined;
  return (left, right) => {
    if (last?.left === left && last.right === right) return last.product;
    const product = nonlinear.product(store, left, right);
    if (left.atoms.length + right.atoms.length >= longSum) last = { left, right, product };
    return product;
  };
}

const longSum = 64;

const once = (form: Form) => ({ factor: 1, form });

function logic(store: Store, kind: "and" | "or" | "xor", operands: readonly Form[]): Form {
  switch (kind) {
    case "and":
      return both(store, operands);
    case "or":
      return either(store, operands);
    case "xor":
      return nonlinear.remainder(store, sumOf(operands.map(once), 0), 2);
  }
}

/** Does the form compare so with 0? */
function compare(store: Store, form: Form, operator: Comparison): Form {
  switch (operator) {
    case ">":
      return positive(store, form, true);
    case ">=":
      return positive(store, form, false);
    case "<":
      return complement(positive(store, form, false));
    case "<=":
      return complement(positive(store, form, true));
    case "==":
      return complement(isOther(store, form));
    case "!=":
      return isOther(store, form);
  }
}

/** 1 where the form is not 0. */
function isOther(store: Store, form: Form): Form {
  const [above, reached] = sides(store, form);
  return complement(difference(reached, above));
}

/** Runs of values that follow each other make two thresholds. */
function member(store: Store, form: Form, values: readonly number[]): Form {
  const parts = values.flatMap((value) => {
    const isFirst = !values.includes(value - 1);
    const isLast = !values.includes(value + 1);
    return [
      ...(isFirst ? [{ factor: 1, form: beyond(store, form, value, false) }] : []),
      ...(isLast ? [{ factor: -1, form: beyond(store, form, value, true) }] : []),
    ];
  });
  return sumOf(parts, 0);
}

function beyond(store: Store, form: Form, value: number, isStrict: boolean): Form {
  return positive(store, difference(form, numberForm(value)), isStrict);
}

function divisorOf(form: Form): number {
  const divisor = fixedInteger(form);
  if (divisor === undefined) throw new Obstacle("a divisor depends on the inputs");
  if (divisor <= 0) throw new Obstacle(`the program divides by ${divisor}`);
  return divisor;
}

function power(base: number, exponent: Form): Form {
  const times = fixedInteger(exponent);
  if (times === undefined) throw new Obstacle("an exponent depends on the inputs");
  if (times < 0) throw new Obstacle(`the power ${times}`);
  if (times > 4096) throw new Obstacle(`the power ${times} is too large`);
  return sumOf([{ factor: weightOfPower(base, times), form: constantForm(1) }], 0);
}

function weightOfPower(base: number, exponent: number): Weight {
  const value = BigInt(base) ** BigInt(exponent);
  const isSafe = Number.isSafeInteger(Number(value));
  return isSafe ? Number(value) : value;
}

/** An integer that stays below 2^53, unless inputs have no bound. */
export function safe(store: Store, form: Form): Form {
  const { low, high, isInteger } = store.extentOf(form);
  const isBeyond = [low, high].some((end) => typeof end === "bigint");
  if (!isInteger || isBeyond) throw new Obstacle("a sum is no integer below 2^53");
  return form;
}
