import type { Domain } from "../math/domain.ts";
import { add, divide, integer, multiply, size } from "./build.ts";
import { freshSize } from "./names.ts";
import type { Block, Expression, Program, Size } from "./program.ts";

/** A program, and the lengths of its inputs' axes at the size from which it comes. */
export interface SizedProgram {
  readonly program: Program;
  /** (inputs, axes). */
  readonly lengths: readonly (readonly number[])[];
}

/** Where programs of several sizes are no longer the same but for numbers that follow from the sizes. */
export class Parting extends Error {
  override readonly name = "Parting";

  constructor(
    message: string,
    /** (sizes): the smallest expressions that hold what differs; none where it stands in none. */
    readonly forms: readonly Form[] = [],
  ) {
    super(message);
  }
}

/** An expression, and the program in which it stands. */
export interface Form {
  readonly expression: Expression;
  readonly program: Program;
}

/**
 * One program for all sizes, from the programs of some: they have to be the same but for integers, each of
 * which is fitted as a simple function of the lengths (n + b, n // 2 + b, a * n + b, n * m + b). Lengths
 * that change alike are one symbol. Throws Parting, with what differs.
 */
export function unify(sized: readonly SizedProgram[]): Program {
  const axes = axesOf(sized);
  const symbols = axes.flatMap(({ symbol, lengths }) =>
    typeof symbol === "string" ? [{ symbol, lengths }] : [],
  );
  const programs = sized.map((each) => withSymbols(each, axes));
  const [first, ...others] = programs;
  const named = ({ labels, classes }: Program): string => JSON.stringify([labels, classes]);
  if (others.some((program) => named(program) !== named(first!))) {
    throw new Parting("results of different classes");
  }
  const bodies = programs.map(({ body }) => body);
  return {
    ...first!,
    inputs: first!.inputs.map((input, k) => ({
      ...input,
      domain: widest(programs.map(({ inputs }) => inputs[k]!.domain)),
    })),
    body: zip(bodies, { programs, symbols, around: [] }) as Block,
  };
}

/** The domain that holds all of these. */
function widest(domains: readonly Domain[]): Domain {
  const ranges = domains.map(rangeOf);
  const [first] = domains;
  if (ranges.every((range) => range !== undefined)) {
    const low = Math.min(...ranges.map((range) => range.low));
    const high = Math.max(...ranges.map((range) => range.high));
    return low === 0 && high === 1 ? { kind: "binary" } : { kind: "integer", low, high };
  }
  if (domains.some((domain) => JSON.stringify(domain) !== JSON.stringify(first))) {
    throw new Parting("inputs of different kinds");
  }
  return first!;
}

function rangeOf(domain: Domain): { readonly low: number; readonly high: number } | undefined {
  if (domain.kind === "binary") return { low: 0, high: 1 };
  return domain.kind === "integer" ? domain : undefined;
}

/** An axis of an input, its lengths in the sizes, and what stands for them. */
interface Axis extends Growing {
  readonly input: number;
  readonly axis: number;
  readonly symbol: Size;
}

interface Growing {
  /** (sizes). */
  readonly lengths: readonly number[];
}

interface Symbol extends Growing {
  readonly symbol: string;
}

function axesOf(sized: readonly SizedProgram[]): Axis[] {
  const symbols = new Map<string, string>();
  const taken = new Set(
    sized.flatMap(({ program }) => [...namesIn(program.inputs), ...namesIn(program.body)]),
  );
  return sized[0]!.program.inputs.flatMap(({ shape }, input) =>
    shape.map((_, axis): Axis => {
      const lengths = sized.map((each) => each.lengths[input]![axis]!);
      const given = sized.map(({ program }) => program.inputs[input]!.shape[axis]!);
      const isConstant = lengths.every((length) => length === lengths[0]);
      if (isConstant && given.every((length) => typeof length === "number")) {
        return { input, axis, lengths, symbol: lengths[0]! };
      }
      const key = lengths.join();
      const symbol = symbols.get(key) ?? freshSize(taken);
      symbols.set(key, symbol);
      taken.add(symbol);
      return { input, axis, lengths, symbol };
    }),
  );
}

/** The program with the common symbols for the lengths, and without neurons, which are of one size only. */
function withSymbols({ program }: SizedProgram, axes: readonly Axis[]): Program {
  const names = new Map<string, Size>();
  for (const { input, axis, symbol } of axes) {
    const own = program.inputs[input]!.shape[axis]!;
    if (typeof own === "string") names.set(own, symbol);
  }
  const inputs = program.inputs.map((each, input) => ({
    ...each,
    shape: each.shape.map(
      (_, axis) => axes.find((other) => other.input === input && other.axis === axis)!.symbol,
    ),
  }));
  return { ...program, inputs, body: renamed(program.body, names) as Block };
}

type Node = { readonly [key: string]: unknown };

/** What inputs, named values and loop variables are called. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  // Lengths get other symbols.
  if (!isNode(value) || value.kind === "size") return [];
  const { name, variable } = value;
  const own = [name, variable].filter((each) => typeof each === "string");
  return [...own, ...Object.values(value).flatMap(namesIn)];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function renamed(value: unknown, names: ReadonlyMap<string, Size>): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (!isNode(value)) return value;
  if (value.kind === "size") {
    const symbol = names.get(value.name as string)!;
    return typeof symbol === "number" ? integer(symbol) : size(symbol);
  }
  const entries = Object.entries(value).filter(([key]) => key !== "origin");
  return Object.fromEntries(entries.map(([key, item]) => [key, renamed(item, names)]));
}

/** What is known where values are compared. */
interface Scene {
  readonly programs: readonly Program[];
  readonly symbols: readonly Symbol[];
  /** (sizes): the smallest expressions that hold the values, if there are any. */
  readonly around: readonly Expression[];
}

/** The common form of values that stand in the same place. */
function zip(values: readonly unknown[], scene: Scene): unknown {
  const [first, ...others] = values;
  if (values.every((value) => isNode(value) && isLength(value))) {
    return fitted(values as readonly Expression[], scene);
  }
  if (Array.isArray(first)) {
    const lists = values.map((value) => (Array.isArray(value) ? value : []));
    if (lists.some(({ length }) => length !== first.length)) throw partingOf(values, scene);
    return first.map((_, k) =>
      zip(
        lists.map((list) => list[k] as unknown),
        scene,
      ),
    );
  }
  if (isNode(first)) {
    const areExpressions = values.every((value) => isNode(value) && "kind" in value);
    const inside = areExpressions ? { ...scene, around: values as readonly Expression[] } : scene;
    const keys = Object.keys(first);
    const areAlike = others.every(
      (value) => isNode(value) && Object.keys(value).join() === keys.join(),
    );
    if (!areAlike) throw partingOf(values, inside);
    return Object.fromEntries(
      keys.map((key) => [
        key,
        zip(
          values.map((value) => (value as Node)[key]),
          inside,
        ),
      ]),
    );
  }
  if (others.some((value) => value !== first)) throw partingOf(values, scene);
  return first;
}

function isLength({ kind }: Node): boolean {
  return kind === "integer" || kind === "size";
}

function partingOf(values: readonly unknown[], { around, programs }: Scene): Parting {
  const texts = values.map(textOf);
  const forms = around.map((expression, k) => ({ expression, program: programs[k]! }));
  return new Parting([...new Set(texts)].join(" or "), forms);
}

/** A value that stands in no expression: the named values of a whole program, as a rule. */
function textOf(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value).slice(0, 60);
  const names = value.flatMap((item) => (isNode(item) ? [`${item.name}`] : []));
  return names.length === 0 ? "no named values" : `the named values ${names.join(", ")}`;
}

/** Integers as a function of the lengths: the simplest that gives all of them. */
function fitted(values: readonly Expression[], scene: Scene): Expression {
  const lengthsOf = (name: string) => scene.symbols.find(({ symbol }) => symbol === name)!.lengths;
  const numbers = values.map((value, k) =>
    value.kind === "size" ? lengthsOf(value.name)[k]! : (value as IntegerNode).value,
  );
  const areSame = values.every((value) => JSON.stringify(value) === JSON.stringify(values[0]));
  if (areSame) return values[0]!;
  if (numbers.every((value) => value === numbers[0])) return integer(numbers[0]!);
  const fits = growthsOf(scene.symbols).flatMap((growth) => {
    const more = numbers[0]! - growth.values[0]!;
    const isFit = numbers.every((value, k) => value === growth.values[k]! + more);
    return isFit ? [{ ...growth, more, cost: growth.cost + Math.min(9, Math.abs(more)) }] : [];
  });
  const [best] = fits.sort((a, b) => a.cost - b.cost);
  if (best === undefined) throw partingOf(numbers, scene);
  return best.more === 0 ? best.expression : add(best.expression, integer(best.more));
}

type IntegerNode = Expression & { readonly kind: "integer" };

interface Growth {
  readonly expression: Expression;
  /** (sizes). */
  readonly values: readonly number[];
  /** How much there is to read. */
  readonly cost: number;
}

function growthsOf(symbols: readonly Symbol[]): Growth[] {
  const alone = symbols.flatMap(({ symbol, lengths }): Growth[] => [
    { expression: size(symbol), values: lengths, cost: 1 },
    {
      expression: divide(size(symbol), integer(2)),
      values: lengths.map((length) => Math.floor(length / 2)),
      cost: 3,
    },
    ...FACTORS.map((factor) => ({
      expression: multiply(integer(factor), size(symbol)),
      values: lengths.map((length) => factor * length),
      cost: 3 + Math.abs(factor),
    })),
  ]);
  const products = symbols.flatMap((a, k) =>
    symbols.slice(k).map(
      (b): Growth => ({
        expression: multiply(size(a.symbol), size(b.symbol)),
        values: a.lengths.map((length, at) => length * b.lengths[at]!),
        cost: 4,
      }),
    ),
  );
  // Two different places of one axis, in either order; as pairs they are half as many. Rarer than they are
  // short: two sizes fit half of all cells, 5 of 3 x 3 and 11 of 4 x 5, by n * (n - 1) - 1 as well.
  const pairs = symbols.map(
    ({ symbol, lengths }): Growth => ({
      expression: multiply(size(symbol), add(size(symbol), integer(-1))),
      values: lengths.map((length) => length * (length - 1)),
      cost: 8,
    }),
  );
  const halves = [...products, ...pairs].map(({ expression, values, cost }) => ({
    expression: divide(expression, integer(2)),
    values: values.map((value) => Math.floor(value / 2)),
    cost: cost + 2,
  }));
  return [...alone, ...products, ...pairs, ...halves];
}

const FACTORS = [2, 3, 4, -1];
