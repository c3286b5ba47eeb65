import type { Domain } from "../math/domain.ts";
import { checkClasses, checkLabels, checkValues } from "./check-labels.ts";
import { partsOf } from "./parts.ts";
import type { Block, Carried, Expression, Fold, Program, Range, Scan } from "./program.ts";
import { IllFormed, type Scope, type Type } from "./type.ts";

/**
 * Checks that names are bound once and before use, sizes belong to inputs and types fit.
 *
 * Throws IllFormed. Returns the type of the result.
 */
export function check(program: Program): Type {
  for (const input of program.inputs) checkValues(input);
  const type = blockType(program.body, inputScope(program));
  const values = [...program.body.lets.map(({ value }) => value), program.body.result];
  if (values.some((value) => partsOf(value).some(holdsScan))) {
    throw new IllFormed("values are carried inside another expression");
  }
  checkCarriedNames(program.body.lets, values);
  if (program.labels !== undefined) checkLabels(program.labels, type);
  if (program.classes !== undefined) checkClasses(program.classes, type);
  return type;
}

/** Where languages have variables that change, these need names of their own. */
function checkCarriedNames(lets: Block["lets"], values: readonly Expression[]): void {
  const names = new Set(lets.map(({ name }) => name));
  for (const value of values) {
    if (value.kind !== "scan" && value.kind !== "fold") continue;
    if (value.kind === "fold" && value.carried.length === 0) {
      throw new IllFormed("a fold that carries nothing");
    }
    const inside = value.kind === "scan" ? value.body.lets : value.lets;
    for (const { name } of [...value.carried, ...inside]) {
      if (names.has(name)) throw new IllFormed(`${name} is carried, and named elsewhere`);
      names.add(name);
    }
  }
}

function holdsScan(expression: Expression): boolean {
  const isScan = expression.kind === "scan" || expression.kind === "fold";
  return isScan || partsOf(expression).some(holdsScan);
}

/** The names that the body of a program starts with: sizes and inputs. */
export function inputScope(program: Program): Scope {
  const scope = new Map<string, Type>();
  for (const { shape } of program.inputs) {
    for (const length of shape)
      if (typeof length === "string") scope.set(length, { kind: "integer" });
  }
  for (const { name, shape, domain } of program.inputs) {
    if (scope.has(name)) throw new IllFormed(`${name} is bound twice`);
    const of = elementType(domain);
    scope.set(name, shape.length === 0 ? { kind: of } : { kind: "array", rank: shape.length, of });
  }
  return scope;
}

/** What an input's elements are: integers from 0 to 1 are bits, too. */
function elementType(domain: Domain): "bit" | "integer" | "real" {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
      return "bit";
    case "sign":
      return "integer";
    case "integer":
      return domain.low >= 0 && domain.high <= 1 ? "bit" : "integer";
    case "real":
      return "real";
  }
}

/** The type of a block whose free names have the scope's types. */
export function blockType(block: Block, scope: Scope): Type {
  return typeOf(block.result, scopeInside(block, scope));
}

/** The scope at the result of a block. */
export function scopeInside(block: Pick<Block, "lets">, scope: Scope): Scope {
  return block.lets.reduce(
    (inner, { name, value }) => bind(inner, name, typeOf(value, inner)),
    scope,
  );
}

/** The scope inside loops over these ranges. */
export function scopeOfRanges(ranges: readonly Range[], scope: Scope): Scope {
  return ranges.reduce((inner, { variable, from, to }) => {
    expectInteger(from, inner);
    expectInteger(to, inner);
    return bind(inner, variable, { kind: "integer" });
  }, scope);
}

/** The type of an expression. Throws IllFormed. */
export function typeOf(expression: Expression, scope: Scope): Type {
  switch (expression.kind) {
    case "integer":
      if (!Number.isSafeInteger(expression.value)) {
        throw new IllFormed(`${expression.value} is not an integer below 2^53`);
      }
      return { kind: expression.value === 0 || expression.value === 1 ? "bit" : "integer" };
    case "number":
      if (!Number.isFinite(expression.value)) {
        throw new IllFormed(`${expression.value} is not a finite number`);
      }
      return { kind: "real" };
    case "size":
      return expectInteger({ kind: "variable", name: expression.name }, scope);
    case "variable":
      return lookUp(expression.name, scope);
    case "element": {
      const array = lookUp(expression.array, scope);
      if (array.kind !== "array" || array.rank !== expression.indices.length) {
        throw new IllFormed(`${expression.array} has not ${expression.indices.length} axes`);
      }
      for (const index of expression.indices) expectInteger(index, scope);
      return { kind: array.of };
    }
    case "add":
      return arithmetic(expression.terms, scope);
    case "subtract":
    case "multiply":
      return arithmetic([expression.left, expression.right], scope);
    case "modulo":
    case "divide":
      expectInteger(expression.left, scope);
      expectInteger(expression.right, scope);
      return { kind: "integer" };
    case "power":
      if (!Number.isSafeInteger(expression.base)) {
        throw new IllFormed(`${expression.base} is not an integer below 2^53`);
      }
      expectInteger(expression.exponent, scope);
      return { kind: "integer" };
    case "sign":
      arithmetic([expression.operand], scope);
      return { kind: "integer" };
    case "compare":
      arithmetic([expression.left, expression.right], scope);
      return { kind: "truth" };
    case "member":
      expectInteger(expression.value, scope);
      return { kind: "truth" };
    case "and":
    case "or":
    case "xor":
      if (expression.operands.length < 2) throw new IllFormed(`${expression.kind} of one operand`);
      return logicType(expression.operands, scope);
    case "not":
      return logicType([expression.operand], scope);
    case "bit":
      expectKind(expression.operand, "truth", scope);
      return { kind: "bit" };
    case "truth":
      expectKind(expression.operand, "bit", scope);
      return { kind: "truth" };
    case "if":
      expectKind(expression.condition, "truth", scope);
      return common([expression.then, expression.otherwise], scope);
    case "sum":
      return arithmetic([expression.body], scopeOfRanges(expression.ranges, scope));
    case "max":
    case "min": {
      const inner = scopeOfRanges(expression.ranges, scope);
      arithmetic([expression.body], inner);
      return typeOf(expression.body, inner);
    }
    case "any":
    case "all":
      expectKind(expression.body, "truth", scopeOfRanges(expression.ranges, scope));
      return { kind: "truth" };
    case "argmax":
    case "argmin":
      arithmetic([expression.body], scopeOfRanges([expression.range], scope));
      return { kind: "integer" };
    case "table": {
      for (const { from, to } of expression.ranges) {
        if (from.kind !== "integer" || from.value !== 0) {
          throw new IllFormed("a table that does not start at 0");
        }
        // The bounds of a table are the lengths of its axes: they cannot depend on each other.
        expectInteger(to, scope);
      }
      const item = blockType(expression.body, scopeOfRanges(expression.ranges, scope));
      if (item.kind === "array" || item.kind === "truth") {
        throw new IllFormed(`a table of ${item.kind}`);
      }
      return { kind: "array", rank: expression.ranges.length, of: item.kind };
    }
    case "scan":
      return scanType(expression, scope);
    case "fold":
      return foldType(expression, scope);
    case "list": {
      const item = common(expression.items, scope);
      if (item.kind === "truth") throw new IllFormed("a list of truths");
      if (item.kind === "array") return { ...item, rank: item.rank + 1 };
      return { kind: "array", rank: 1, of: item.kind };
    }
    case "pad": {
      const array = lookUp(expression.array, scope);
      if (
        array.kind !== "array" ||
        array.rank !== expression.before.length ||
        array.rank !== expression.after.length
      ) {
        throw new IllFormed(`${expression.array} is padded along other axes than it has`);
      }
      if (![...expression.before, ...expression.after].every(isCount)) {
        throw new IllFormed(`${expression.array} is padded by what is not a count`);
      }
      return array;
    }
    case "softmax": {
      const logits = typeOf(expression.logits, scope);
      if (logits.kind !== "array") throw new IllFormed(`softmax of ${logits.kind}`);
      return { ...logits, of: "real" };
    }
  }
}

function scanType({ range, carried, body, end }: Scan, scope: Scope): Type {
  const known = scopeOfCarried(range, carried, scope);
  const inside = scopeInside(body, scopeOfRanges([range], known));
  for (const { next } of carried) expectInteger(next, inside);
  const items = [typeOf(body.result, inside), ...(end === undefined ? [] : [typeOf(end, known)])];
  const item = items.reduce(join);
  if (item.kind === "array" || item.kind === "truth") throw new IllFormed(`a scan of ${item.kind}`);
  return { kind: "array", rank: 1, of: item.kind };
}

function foldType({ range, carried, lets, end }: Fold, scope: Scope): Type {
  const known = scopeOfCarried(range, carried, scope);
  const inside = scopeInside({ lets }, scopeOfRanges([range], known));
  for (const { next } of carried) expectInteger(next, inside);
  const type = typeOf(end, known);
  if (type.kind === "array" || type.kind === "truth") throw new IllFormed(`a fold to ${type.kind}`);
  return type;
}

/** What is carried, too. */
function scopeOfCarried({ from }: Range, carried: readonly Carried[], scope: Scope): Scope {
  if (from.kind !== "integer" || from.value !== 0) {
    throw new IllFormed("values that are carried from another place than 0");
  }
  for (const { name, low, high, initial } of carried) {
    if (![low, high, initial].every(Number.isSafeInteger) || initial < low || initial > high) {
      throw new IllFormed(`${name} does not start between ${low} and ${high}`);
    }
  }
  return carried.reduce(
    (inner, { name, low, high }) =>
      bind(inner, name, { kind: low >= 0 && high <= 1 ? "bit" : "integer" }),
    scope,
  );
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function bind(scope: Scope, name: string, type: Type): Scope {
  if (scope.has(name)) throw new IllFormed(`${name} is bound twice`);
  return new Map(scope).set(name, type);
}

function lookUp(name: string, scope: Scope): Type {
  const type = scope.get(name);
  if (type === undefined) throw new IllFormed(`${name} is not bound`);
  return type;
}

function expectInteger(expression: Expression, scope: Scope): Type {
  const type = typeOf(expression, scope);
  if (type.kind === "integer" || type.kind === "bit") return type;
  throw new IllFormed(`expected an integer, found ${type.kind} in ${expression.kind}`);
}

/** The type of a sum or product of numbers. */
function arithmetic(operands: readonly Expression[], scope: Scope): Type {
  const kinds = operands.map((operand) => typeOf(operand, scope).kind);
  const wrong = kinds.find((kind) => kind === "truth" || kind === "array");
  if (wrong !== undefined) throw new IllFormed(`expected a number, found ${wrong}`);
  return { kind: kinds.includes("real") ? "real" : "integer" };
}

function expectKind(expression: Expression, kind: Type["kind"], scope: Scope): void {
  const type = typeOf(expression, scope);
  if (type.kind !== kind) throw new IllFormed(`expected ${kind}, found ${type.kind}`);
}

function logicType(operands: readonly Expression[], scope: Scope): Type {
  const type = common(operands, scope);
  if (type.kind === "bit" || type.kind === "truth") return type;
  throw new IllFormed(`logic on ${type.kind}`);
}

/** The one type of several expressions; bits among integers are integers, and those among reals reals. */
function common(expressions: readonly Expression[], scope: Scope): Type {
  if (expressions.length === 0) throw new IllFormed("an empty list");
  return expressions.map((each) => typeOf(each, scope)).reduce(join);
}

function join(a: Type, b: Type): Type {
  if (a.kind === "array" && b.kind === "array" && a.rank === b.rank) {
    return { ...a, of: wider(a.of, b.of) };
  }
  if (a.kind === b.kind && a.kind !== "array") return a;
  if (isNumber(a) && isNumber(b)) return { kind: wider(a.kind, b.kind) };
  throw new IllFormed(`${a.kind} beside ${b.kind}`);
}

type NumberKind = "bit" | "integer" | "real";

function isNumber(type: Type): type is { readonly kind: NumberKind } {
  return type.kind === "bit" || type.kind === "integer" || type.kind === "real";
}

function wider(a: NumberKind, b: NumberKind): NumberKind {
  if (a === "real" || b === "real") return "real";
  return a === "bit" && b === "bit" ? "bit" : "integer";
}
