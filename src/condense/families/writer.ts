import type { Exact } from "../../math/exact.ts";
import { bit, element, integer, multiply, truth } from "../../program/build.ts";
import { namesBoundIn } from "../../program/place.ts";
import type { Expression } from "../../program/program.ts";
import { expressionTokens } from "../../program/size.ts";
import { amountOf, fixed, plusTimes } from "./amount.ts";
import type { Atom, AtomContext, Style } from "./atom.ts";
import { atomsOf } from "./atoms.ts";
import { type DenseTables, denseParts } from "./dense.ts";
import type { Body, Family, FamilyClass } from "./family.ts";
import type { Source } from "./find.ts";
import { constantOf, fold } from "./fold.ts";
import { formulaExpression, type Known, type LookUp } from "./formula-expression.ts";
import type { Lengths } from "./layout.ts";
import { collected, type Part } from "./part.ts";
import { plus } from "./plus.ts";
import { linear, saySum } from "./say-sum.ts";
import { type Counted, sayShortly, sayTable } from "./say-table.ts";
import { shortest } from "./shortest.ts";

/** How a source is reached: as an array, or by writing what its family computes where it is read. */
export type Access =
  | {
      readonly kind: "stored";
      readonly name: string;
      /** Zeros before the first coordinate of each axis. */
      readonly before: readonly number[];
    }
  | { readonly kind: "inline" };

export interface WriterGiven {
  readonly sources: readonly Source[];
  readonly lengths: Lengths;
  /** By source. */
  readonly accesses: readonly Access[];
  readonly fresh: (hint: "loop" | "step") => string;
  readonly lookUp: LookUp;
  readonly tables: DenseTables;
}

/** Writes what families compute as expressions. */
export class Writer {
  readonly #given: WriterGiven;
  /** Of the family that is being written. */
  #known: Known | undefined;
  #counts: readonly number[] = [];
  /** Of families where they are read, by indices. */
  readonly #values = new Map<Family, Map<string, Expression>>();

  constructor(given: WriterGiven) {
    this.#given = given;
  }

  /** What a family computes at a place: a truth for thresholds, else a number. */
  value(family: Family, variables: readonly Expression[], known?: Known): Expression {
    const before = this.#known;
    this.#known = known;
    const value = this.#value(family, variables);
    this.#known = before;
    return value;
  }

  #value(family: Family, variables: readonly Expression[]): Expression {
    const before = this.#counts;
    this.#counts = family.shape;
    const value = this.#body(family, variables);
    this.#counts = before;
    return value;
  }

  #body(family: Family, variables: readonly Expression[]): Expression {
    const { body, rule } = family;
    switch (body.kind) {
      case "sum":
        return this.#sum(family, body, variables);
      case "table": {
        const counted = family.classes.map((each) => this.#counted(each, variables));
        return sayTable(rule, counted, { ...body, lookUp: this.#given.lookUp });
      }
      case "dense": {
        const parts = denseParts(body.sums, variables[0]!, {
          ...this.#given,
          cell: (source, indices) => this.#cell(source, this.#shifted(source, indices)),
        });
        return saySum(rule, collected(parts), 0);
      }
    }
  }

  /** The same as a number. */
  number(family: Family, variables: readonly Expression[]): Expression {
    const value = this.value(family, variables);
    return family.rule === "threshold" ? bit(value) : value;
  }

  #sum(
    family: Family,
    { weights, bias, table }: Extract<Body, { readonly kind: "sum" }>,
    variables: readonly Expression[],
  ): Expression {
    const { rule, classes } = family;
    const [moving, constant] = this.#biasParts(bias, variables);
    const ways = STYLES.map((style) => {
      const parts = classes.flatMap((each, k) =>
        this.#parts(each, { weight: weights[k]!, variables, style }),
      );
      return saySum(rule, collected([...parts, ...moving]), constant);
    });
    if (table !== undefined && table.length <= MOST_ROWS) {
      const counted = classes.map((each) => this.#counted(each, variables));
      ways.push(...sayShortly(rule, counted, table));
    }
    return shortest(ways);
  }

  /** A bias as parts that move with the variables, and a constant. */
  #biasParts(
    bias: Extract<Body, { readonly kind: "sum" }>["bias"],
    variables: readonly Expression[],
  ): readonly [readonly Part[], Exact] {
    if (typeof bias === "number" || !("kind" in bias)) return [[], bias];
    if (bias.kind === "constant") return [[], bias.value];
    const isAffine = bias.kind === "affine";
    const body = isAffine
      ? variables[bias.variable]!
      : formulaExpression(bias, { variables, lookUp: this.#given.lookUp });
    // Of one member it does not move.
    if (body.kind === "integer") {
      return [[], isAffine ? bias.factor * body.value + bias.offset : body.value];
    }
    const part: Part = {
      key: "bias",
      weight: isAffine ? bias.factor : 1,
      ranges: [],
      body,
      condition: undefined,
      count: fixed(1),
      bounds: { low: -Infinity, high: Infinity, isInteger: true },
    };
    const moving = isAffine ? amountOf({ ...bias, factor: 1, offset: 0 }) : amountOf(bias);
    const known = moving === undefined ? part : { ...part, total: moving };
    return [[known], isAffine ? bias.offset : 0];
  }

  #counted(each: FamilyClass, variables: readonly Expression[]): Counted {
    const { low, high } = each.bounds;
    return {
      parts: this.#plainParts(each, variables),
      cells: this.#spelt(each, variables),
      low: each.size * low,
      count: each.size * (high - low) + 1,
    };
  }

  /** A class as it is described, or cell by cell where that is shorter: a window without its corners. */
  #plainParts(each: FamilyClass, variables: readonly Expression[]): Part[] {
    const inStyle = (style: Style): Part[] =>
      collected(this.#parts(each, { weight: 1, variables, style }));
    const plain = inStyle("plain");
    if (plain.length === 1) return plain;
    const spelt = inStyle("spelt");
    const [length, other] = [plain, spelt].map((parts) =>
      expressionTokens(linear({ parts, bias: 0 })),
    );
    return other! < length! ? spelt : plain;
  }

  /** The cells of a small class one by one. */
  #spelt(each: FamilyClass, variables: readonly Expression[]): readonly Part[] | undefined {
    if (each.size > MOST_CELLS) return undefined;
    const parts = collected(this.#parts(each, { weight: 1, variables, style: "spelt" }));
    const areCells = parts.every(
      ({ ranges, weight, condition }) =>
        ranges.length === 0 && weight === 1 && condition !== undefined,
    );
    return areCells && parts.length === each.size ? parts : undefined;
  }

  #parts(each: FamilyClass, { weight, variables, style }: PartsGiven): Part[] {
    const context = { ...this.#context(each, variables), style };
    return atomsOf(each, context).map((atom) => this.#part(atom, weight, each));
  }

  #part(atom: Atom, weight: number, { bounds }: FamilyClass): Part {
    const cell = this.#cell(atom.source, atom.indices);
    const isPlain = atom.factor === undefined;
    const constant = isPlain ? constantOf(cell.number) : undefined;
    return {
      ...(constant === undefined || atom.count === undefined
        ? {}
        : { total: plusTimes(fixed(0), constant, atom.count) }),
      key: atom.key,
      weight: weight * atom.sign,
      ranges: atom.ranges,
      body: isPlain ? cell.number : weightedBy(atom.factor, cell.number),
      condition: isPlain ? cell.condition : undefined,
      count: atom.count,
      bounds,
    };
  }

  /** Coordinates in an array with zeros around it. */
  #shifted(source: number, indices: readonly Expression[]): Expression[] {
    const access = this.#given.accesses[source]!;
    const before = access.kind === "stored" ? access.before : [];
    return indices.map((index, axis) => plus(index, integer(before[axis] ?? 0)));
  }

  /** A cell of a source as a number and, where it is a bit, as a truth. */
  #cell(source: number, indices: readonly Expression[]): CellExpression {
    const { family, bounds } = this.#given.sources[source]!;
    const access = this.#given.accesses[source]!;
    const isBit = bounds.isInteger && bounds.low === 0 && bounds.high === 1;
    if (access.kind === "inline") {
      const value = this.#inlined(family!, indices);
      return family!.rule === "threshold"
        ? { number: fold(bit(value)), condition: value }
        : { number: value, condition: undefined };
    }
    const value: Expression =
      indices.length === 0
        ? { kind: "variable", name: access.name }
        : element(access.name, ...indices);
    return { number: value, condition: isBit ? truth(value) : undefined };
  }

  /** Many ways to say a sum read the same cell; one with loops of its own is said anew, so that none is there twice. */
  #inlined(family: Family, indices: readonly Expression[]): Expression {
    const key = JSON.stringify(indices);
    const known = this.#values.get(family) ?? new Map<string, Expression>();
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = fold(this.value(family, indices));
    if (namesBoundIn(value).length === 0) this.#values.set(family, known.set(key, value));
    return value;
  }

  #context({ source }: FamilyClass, variables: readonly Expression[]): AtomContext {
    const access = this.#given.accesses[source]!;
    const { shape } = this.#given.sources[source]!.grid;
    return {
      variables,
      counts: this.#counts,
      ...(this.#known === undefined ? {} : { known: this.#known }),
      lengths: this.#given.lengths.sources[source]!,
      shape,
      before: access.kind === "stored" ? access.before : shape.map(() => 0),
      fresh: this.#given.fresh,
      lookUp: this.#given.lookUp,
      style: "plain",
    };
  }
}

interface PartsGiven {
  readonly weight: number;
  readonly variables: readonly Expression[];
  readonly style: Style;
}

export interface CellExpression {
  readonly number: Expression;
  readonly condition: Expression | undefined;
}

const STYLES: readonly Style[] = ["plain", "parted", "spelt"];
const MOST_CELLS = 4;

/** Sums with larger tables are not thought of as tables. */
const MOST_ROWS = 128;

function weightedBy(factor: Expression, cell: Expression): Expression {
  return factor.kind === "integer" && factor.value === 1 ? cell : multiply(factor, cell);
}
