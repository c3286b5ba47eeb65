import type { Network } from "../../enn/network.ts";
import { coordinatesOf, type Shape, sizeOf } from "../../math/shape.ts";
import {
  argmax,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  multiply,
  number,
  pad,
  range,
  softmax,
  table,
  variable,
} from "../../program/build.ts";
import { fresh, identifier } from "../../program/names.ts";
import type { Expression, Let, Origin, Program } from "../../program/program.ts";
import type { Neuron, WiredOutput, Wiring } from "../wiring.ts";
import { byClass } from "./by-class.ts";
import type { Family, FamilyClass } from "./family.ts";
import type { OutputFamily, Plan, Source } from "./find.ts";
import { valueAt } from "./fit.ts";
import { constantOf, fold } from "./fold.ts";
import type { Known } from "./formula-expression.ts";
import { boundOf, lengthsOf } from "./layout.ts";
import { outputAt, outputLengths } from "./outputs.ts";
import { axesOfParameters } from "./regions.ts";
import { type Access, Writer } from "./writer.ts";

export interface AssembleGiven {
  readonly network: Network;
  readonly wiring: Wiring;
  readonly plan: Plan;
  readonly name: string;
}

/** The program that computes a network's families one after the other. */
export function assembleFamilies(given: AssembleGiven): Program {
  return new Assembler(given).program();
}

class Assembler {
  readonly #network: Network;
  readonly #wiring: Wiring;
  readonly #plan: Plan;
  readonly #name: string;
  readonly #taken = new Set<string>();
  readonly #lets: Let[] = [];
  readonly #constants = new Map<string, string>();
  #next = 0;

  constructor({ network, wiring, plan, name }: AssembleGiven) {
    this.#network = network;
    this.#wiring = wiring;
    this.#plan = plan;
    this.#name = identifier(name);
  }

  program(): Program {
    const { inputs } = this.#network;
    const names = inputs.map((input) => this.#take(identifier(input.name)));
    this.#taken.add(this.#name);
    const lengths = lengthsOf(this.#network, this.#plan, {
      taken: this.#taken,
      isFixed: !this.#hasPattern(),
    });
    const accesses: Access[] = [];
    const writer = new Writer({
      sources: this.#plan.sources,
      lengths,
      accesses,
      fresh: (hint) => `${hint} ${this.#next++}`,
      lookUp: (values, index) =>
        element(this.#constant("values", values.map(number), [values.length]), index),
      tables: (hint, shape, values) => this.#constant(hint, values.map(number), shape),
    });
    this.#plan.sources.forEach((source, s) => {
      accesses.push(this.#access(source, { s, name: names[s], writer, lengths }));
    });
    const result = this.#result(writer, lengths.sources);
    return {
      name: this.#name,
      inputs: inputs.map(({ name: key, domain }, k) => ({
        name: names[k]!,
        ...(names[k] === key ? {} : { key }),
        shape: lengths.inputs[k]!,
        domain,
      })),
      body: block(this.#lets, result, this.#outputOrigin()),
    };
  }

  /** Do the outputs lie in a pattern, so that they can be said for all places at once? */
  #hasPattern(): boolean {
    const { output } = this.#wiring;
    const { shape } = this.#network.output;
    const full = output.kind === "values" ? shape : [...shape, output.groups[0]!.length];
    const indices = full.map((_, axis) => variable(`loop ${axis}`));
    const lengths = full.map(integer);
    return (
      outputAt(this.#plan.outputs, { shape: full, lengths, indices, say: () => integer(0) }) !==
      undefined
    );
  }

  /** Stores an input or a family under a name, with zeros around it where it is read beyond its edge. */
  #access(
    source: Source,
    given: {
      readonly s: number;
      readonly name: string | undefined;
      readonly writer: Writer;
      readonly lengths: { readonly sources: readonly (readonly Expression[])[] };
    },
  ): Access {
    const { family } = source;
    const { before, after } = this.#marginsOf(given.s);
    const isPadded = [...before, ...after].some((zeros) => zeros > 0);
    if (family !== undefined && !isPadded && this.#isInline(source, given.s)) {
      return { kind: "inline" };
    }
    let name = given.name;
    if (family !== undefined) {
      name = this.#take(nameOf(family));
      const value = this.#tableOf(family, given.writer, given.lengths.sources[given.s]!);
      this.#lets.push(define(name, value, originOf(source.nodes, this.#wiring)));
    }
    if (!isPadded) return { kind: "stored", name: name!, before };
    const padded = this.#take(this.#network.inputs.length === 1 ? "padded" : `padded_${name}`);
    this.#lets.push(define(padded, pad(name!, before, after)));
    return { kind: "stored", name: padded, before };
  }

  #tableOf(family: Family, writer: Writer, lengths: readonly Expression[]): Expression {
    const variables = family.shape.map(() => `loop ${this.#next++}`);
    const value = writer.number(family, variables.map(variable));
    if (variables.length === 0) return value;
    const ranges = variables.map((name, k) => range(name, integer(0), lengths[k]!));
    return table(ranges, block([], value));
  }

  /** Is each cell read about once, or so simple that reading it means writing it? */
  #isInline({ family }: Source, s: number): boolean {
    const uses = this.#usesOf(s);
    const isDense = family!.body.kind === "dense" || family!.shape.length === 0;
    const reads = uses.reduce(
      (sum, { family: user, own }) => sum + user.members.length * own.size,
      0,
    );
    const isFit = uses.every(({ own }) => own.borders.every((border) => border !== "clip"));
    if (!isFit) return false;
    if (reads <= family!.members.length && uses.length === 1 && !isDense) return true;
    const nCells = family!.classes.reduce((sum, { size }) => sum + size, 0);
    return nCells <= 2 && uses.length <= 2 && family!.body.kind !== "dense";
  }

  #usesOf(s: number): Use[] {
    const { sources, outputs } = this.#plan;
    const tables = sources.flatMap(({ family }) => (family === undefined ? [] : [family]));
    const usesIn = (family: Family, isTable: boolean): Use[] =>
      family.classes.flatMap((own) => (own.source === s ? [{ family, own, isTable }] : []));
    return [
      ...tables.flatMap((family) => usesIn(family, true)),
      ...outputs.flatMap(({ family }) => usesIn(family, false)),
    ];
  }

  /** How far a source is read before its first and after its last coordinate. */
  #marginsOf(s: number): { readonly before: number[]; readonly after: number[] } {
    const { shape } = this.#plan.sources[s]!.grid;
    const before = shape.map(() => 0);
    const after = shape.map(() => 0);
    for (const { family, own, isTable } of this.#usesOf(s)) {
      const axes = axesOfParameters(own.pattern);
      for (const variables of isTable ? everyPlace(family.shape) : placesOf(family)) {
        axes.forEach((axis, k) => {
          if (axis === undefined || own.borders[axis] !== "clip") return;
          const at = valueAt(own.formulas[k]!, variables);
          before[axis] = Math.max(before[axis]!, -at);
          after[axis] = Math.max(after[axis]!, lastOf(own, k, at) - (shape[axis]! - 1));
        });
      }
    }
    return { before, after };
  }

  #result(writer: Writer, lengths: readonly (readonly Expression[])[]): Expression {
    const { output } = this.#wiring;
    const { shape } = this.#network.output;
    const { outputs, sources } = this.#plan;
    const say: Say = (family, variables, known) =>
      scaledValue(family, writer, { variables, known });
    const full = output.kind === "values" ? shape : [...shape, output.groups[0]!.length];
    const bounds = outputLengths(outputs, {
      shape: full,
      boundOf: (family, v) => boundOf(family, v, { sources, lengths }),
      inputs: this.#network.inputs.map((input, k) => ({
        shape: input.shape,
        lengths: lengths[k]!,
      })),
    });
    const names = full.map(() => `loop ${this.#next++}`);
    const indices = names.map(variable);
    const at = outputAt(outputs, { shape: full, lengths: bounds, indices, say });
    if (output.kind === "values") {
      if (shape.length === 0) return say(outputs[0]!, []);
      const isShort = full.every((length, axis) => length <= MOST_LISTED && isFixed(bounds[axis]!));
      if (at === undefined || (isShort && (outputs.length > 1 || sizeOf(full) === 1))) {
        return this.#listed(full, say);
      }
      return table(
        names.map((name, axis) => range(name, integer(0), bounds[axis]!)),
        block([], at),
      );
    }
    const isUniform = at !== undefined && outputs.length === 1;
    const ranges = names.map((name, axis) => range(name, integer(0), bounds[axis]!));
    if (output.kind === "softmax") {
      if (isUniform) return softmax(table(ranges, block([], at)));
      return softmax(this.#logits(output, full, say));
    }
    if (isUniform) {
      const answer = this.#labelled(argmax(ranges.at(-1)!, at));
      return shape.length === 0 ? answer : table(ranges.slice(0, -1), block([], answer));
    }
    return this.#contestAt({ full, bounds, say }) ?? this.#argmaxOfList(full, say);
  }

  /** At every place the class with the largest of a few scores, each score said for all places at once. */
  #contestAt({ full, bounds, say }: ContestGiven): Expression | undefined {
    const shape = full.slice(0, -1);
    const nClasses = full.at(-1)!;
    const classes = shape.length === 0 ? undefined : byClass(this.#plan.outputs, nClasses);
    const names = shape.map(() => `loop ${this.#next++}`);
    const indices = names.map(variable);
    const lengths = bounds.slice(0, -1);
    const items = classes?.map((outputs) => outputAt(outputs, { shape, lengths, indices, say }));
    if (!items?.every((item) => item !== undefined)) return undefined;
    const scores = this.#take("scores");
    const place = `loop ${this.#next++}`;
    const contest = argmax(
      range(place, integer(0), integer(nClasses)),
      element(scores, variable(place)),
    );
    const body = block([define(scores, list(items))], this.#labelled(contest));
    return table(
      names.map((name, axis) => range(name, integer(0), lengths[axis]!)),
      body,
    );
  }

  /** Two scores that are each other's negatives are one. */
  #logits(
    { groups }: Extract<WiredOutput, { readonly kind: "argmax" | "softmax" }>,
    shape: readonly number[],
    say: Say,
  ): Expression {
    const [first, second, ...others] = groups[0]!;
    const isOpposite =
      groups.length === 1 &&
      others.length === 0 &&
      second !== undefined &&
      second.bias === 0 &&
      first!.bias === 0 &&
      first!.terms.length === second.terms.length &&
      first!.terms.every(
        ({ node, weight }, k) =>
          second.terms[k]!.node === node && second.terms[k]!.weight === -weight,
      );
    if (!isOpposite) return this.#listed(shape, say);
    const score = this.#take("score");
    this.#lets.push(define(score, this.#item(0, say)));
    return list([variable(score), multiply(integer(-1), variable(score))]);
  }

  #argmaxOfList(full: readonly number[], say: Say): Expression {
    const scores = this.#take("scores");
    this.#lets.push(define(scores, this.#listed(full, say)));
    const names = full.map(() => `loop ${this.#next++}`);
    const ranges = names.map((name, axis) => range(name, integer(0), integer(full[axis]!)));
    const answer = this.#labelled(argmax(ranges.at(-1)!, element(scores, ...names.map(variable))));
    return full.length === 1 ? answer : table(ranges.slice(0, -1), block([], answer));
  }

  /** Classes that are named by their sides are 0 for the first one and 1 for all others. */
  #labelled(answer: Expression): Expression {
    if (this.#network.output.labels.kind === "raw") return answer;
    return bit(compare(answer, ">", integer(0)));
  }

  /** Every output by itself. */
  #listed(shape: readonly number[], say: Say): Expression {
    const items = Array.from({ length: sizeOf(shape) }, (_, k) => this.#item(k, say));
    return nested(items, shape);
  }

  #item(output: number, say: Say): Expression {
    for (const family of this.#plan.outputs) {
      const member = family.family.members.find(({ item }) => item === output);
      if (member !== undefined) return say(family, member.variables.map(integer));
    }
    throw new Error(`output ${output} is in no family`);
  }

  /** A table of constants under a name; equal tables are one. */
  #constant(hint: string, values: readonly Expression[], shape: readonly number[]): string {
    const key = JSON.stringify([shape, values]);
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const name = this.#take(hint);
    this.#constants.set(key, name);
    this.#lets.push(define(name, nested(values, shape)));
    return name;
  }

  #outputOrigin(): Origin {
    const layer = this.#network.layers.length - 1;
    const { nRows } = this.#network.layers[layer]!.weights;
    return { layer, neurons: Array.from({ length: nRows }, (_, k) => k) };
  }

  #take(wanted: string): string {
    const name = fresh(wanted, this.#taken);
    this.#taken.add(name);
    return name;
  }
}

/** Axes that are no longer may be said place by place. */
const MOST_LISTED = 3;

function isFixed(length: Expression): boolean {
  return length.kind === "integer";
}

/** A family that reads a source. */
interface Use {
  readonly family: Family;
  readonly own: FamilyClass;
  /** It may become an array, with a value at every place of its box, members or not. */
  readonly isTable: boolean;
}

function placesOf({ members }: Family): (readonly number[])[] {
  return members.map(({ variables }) => variables);
}

function everyPlace(shape: Shape): number[][] {
  return Array.from({ length: sizeOf(shape) }, (_, place) => coordinatesOf(place, shape));
}

interface ContestGiven {
  /** Of the output, classes last. */
  readonly full: readonly number[];
  readonly bounds: readonly Expression[];
  readonly say: Say;
}

type Say = (family: OutputFamily, variables: readonly Expression[], known?: Known) => Expression;

/** factor * value + offset, where a condition has two values. */
function scaledValue(
  { family, factor, offset }: OutputFamily,
  writer: Writer,
  {
    variables,
    known,
  }: { readonly variables: readonly Expression[]; readonly known: Known | undefined },
): Expression {
  const value = fold(writer.value(family, variables, known));
  if (family.rule !== "threshold") {
    const scaled = factor === 1 ? value : multiply(number(factor), value);
    return offset === 0 ? scaled : { kind: "add", terms: [scaled, number(offset)] };
  }
  const constant = constantOf(value);
  if (constant !== undefined) return number(factor * constant + offset);
  if (factor === 1 && offset === 0) return bit(value);
  if (factor === -1 && offset === 1) return bit({ kind: "not", operand: value });
  return choose(value, number(factor + offset), number(offset));
}

/** The last coordinate that a parameter's part of a class reaches. */
function lastOf({ pattern }: FamilyClass, parameter: number, at: number): number {
  let next = 0;
  for (const region of pattern.regions) {
    if (region.kind === "line") next += region.start.length + 1;
    if (region.kind !== "product") continue;
    for (const axis of region.axes) {
      if (axis.kind === "all") continue;
      if (axis.kind === "span") {
        if (next + 1 === parameter) return at - 1;
        next += 2;
        continue;
      }
      if (next === parameter) {
        return axis.kind === "steps" ? at + (axis.count - 1) * axis.step : at;
      }
      next += 1;
    }
  }
  return at;
}

function originOf(nodes: readonly number[], wiring: Wiring): Origin | undefined {
  const neurons: Neuron[] = nodes.flatMap((node) => {
    const found = wiring.nodes[node]!;
    return found.kind === "cell" ? [] : found.origins;
  });
  if (neurons.length === 0) return undefined;
  const layer = Math.max(...neurons.map((each) => each.layer));
  const own = neurons.filter((each) => each.layer === layer).map(({ neuron }) => neuron);
  return { layer, neurons: [...new Set(own)].sort((a, b) => a - b) };
}

function nameOf({ rule, shape }: Family): string {
  const isOne = shape.length === 0;
  switch (rule) {
    case "threshold":
      return isOne ? "flag" : "flags";
    case "sign":
      return isOne ? "side" : "sides";
    case "sum":
      return isOne ? "score" : "scores";
  }
}

function nested(items: readonly Expression[], shape: readonly number[]): Expression {
  const [length, ...rest] = shape;
  if (length === undefined) return items[0]!;
  const step = items.length / length;
  return list(
    Array.from({ length }, (_, k) => nested(items.slice(k * step, (k + 1) * step), rest)),
  );
}
