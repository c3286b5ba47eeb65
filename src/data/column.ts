import { mixedKinds } from "../errors.ts";
import type { Shape } from "../math/shape.ts";
import { checkLeaf } from "./check-leaf.ts";
import { Codes } from "./codes.ts";
import { type Distribution, isObject, parseDistribution } from "./distribution.ts";
import { elementName } from "./element-name.ts";
import { Floats } from "./floats.ts";
import type { Leaf, LeafKind } from "./leaf.ts";
import { walkLeaves } from "./walk-leaves.ts";

/** The values of one key over all samples; all are of one kind. */
export interface ColumnValues {
  readonly kind: LeafKind;
  /**
   * (nSamples, size of shape), row-major: numbers; 0 and 1 for false and true; indices into `texts`;
   * for distributions, where each starts in `shares`.
   */
  readonly numbers: Float64Array;
  /** Texts, or names of classes, in the order in which they came. */
  readonly texts: readonly string[];
  /** Pairs of an index into `texts` and its probability. */
  readonly shares: Float64Array;
}

/** The column of one key, which grows as samples are added. */
export class Column {
  #shape: Shape | undefined;
  #kind: LeafKind | undefined;
  #first: { place: string; element: string; found: unknown } | undefined;
  #place = "";
  readonly #numbers = new Floats();
  readonly #shares = new Floats();
  readonly #codes = new Codes();

  constructor(
    readonly name: string,
    /** Only a target may hold distributions. */
    readonly isTarget = false,
  ) {}

  get shape(): Shape {
    return this.#shape ?? [];
  }

  /** A value or nested arrays, as JSON has them. Throws what is wrong with them. */
  addNested(value: unknown, place: string): void {
    this.#place = place;
    const at = { place, name: this.name };
    this.#shape = walkLeaves(value, { at, visit: this.#visit, expected: this.#shape });
  }

  /** All leaves of one sample, flat and row-major. Throws `mixed-kinds`. */
  addLeaves(leaves: readonly Leaf[], { place, indices, shape }: LeavesPlace): void {
    this.#place = place;
    this.#shape ??= shape;
    for (let k = 0; k < leaves.length; k++) this.#addLeaf(leaves[k]!, indices[k]!);
  }

  /** Everything that was added; the column is empty afterwards. */
  take(): ColumnValues {
    return {
      kind: this.#kind ?? "number",
      numbers: this.#numbers.take(),
      texts: this.#codes.texts,
      shares: this.#shares.take(),
    };
  }

  readonly #visit = (value: unknown, path: readonly number[]): void => {
    if (typeof value === "number" && Number.isFinite(value)) this.#addLeaf(value, path);
    else if (this.isTarget && isObject(value)) this.#addDistribution(value, path);
    else
      this.#addLeaf(
        checkLeaf(value, this.#place, () => elementName(this.name, path)),
        path,
      );
  };

  #addLeaf(leaf: Leaf, path: readonly number[]): void {
    const kind = typeof leaf as LeafKind;
    if (kind !== this.#kind) this.#setKind(kind, leaf, path);
    // -0 is 0: a label has one name.
    this.#numbers.push(typeof leaf === "string" ? this.#codes.codeOf(leaf) : Number(leaf) + 0);
  }

  #addDistribution(value: object, path: readonly number[]): void {
    const element = (): string => elementName(this.name, path);
    const shares: Distribution = parseDistribution(value, this.#place, element);
    if (this.#kind !== "distribution") this.#setKind("distribution", value, path);
    this.#numbers.push(this.#shares.length);
    for (const [name, share] of shares) {
      this.#shares.push(this.#codes.codeOf(name));
      this.#shares.push(share);
    }
  }

  #setKind(kind: LeafKind, found: unknown, path: readonly number[]): void {
    const here = { place: this.#place, element: elementName(this.name, path), found };
    if (this.#first !== undefined) throw mixedKinds(this.#first, here);
    this.#first = here;
    this.#kind = kind;
  }
}

interface LeavesPlace {
  readonly place: string;
  /** Of each leaf within the array. */
  readonly indices: readonly (readonly number[])[];
  readonly shape: Shape;
}
