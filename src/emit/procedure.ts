import { fresh } from "../program/names.ts";
import type { Expression, Range } from "../program/program.ts";
import { type Known, type Scene, sceneAfter, sceneInside } from "./scene.ts";
import type { Step, Until } from "./step.ts";

/** What a language has of its own. */
export interface Dialect {
  /** Are arrays values that an expression can make? Else they are filled, element by element. */
  readonly hasArrayValues: boolean;
  /** Can a value be looked for among constants? */
  readonly hasMembership: boolean;
  /** Can an expression say this sum or quantifier, if its body needs no steps? */
  readonly isExpression: (reduction: Expression, scene: Scene) => boolean;
  /** Is there a number beyond all those of a value? */
  readonly hasInfinity: (known: Known) => boolean;
}

/** Steps that are being written, and what is known after them. */
export class Procedure {
  readonly steps: Step[] = [];
  readonly dialect: Dialect;
  #scene: Scene;

  constructor(scene: Scene, dialect: Dialect) {
    this.#scene = scene;
    this.dialect = dialect;
  }

  get scene(): Scene {
    return this.#scene;
  }

  /** A name that nothing here has. */
  fresh(wanted: string): string {
    return fresh(wanted, this.#scene.place.taken);
  }

  /** Makes a name known to the steps that follow. */
  bind(name: string, known: Known): void {
    this.#scene = sceneAfter(this.#scene, name, known);
  }

  /** Steps that stand inside the next one. */
  inside(scene: Scene = this.#scene): Procedure {
    return new Procedure(scene, this.dialect);
  }

  /** Appends steps that were written in `inside`, and what is known after them. */
  adopt(inner: Procedure): void {
    this.steps.push(...inner.steps);
    this.#scene = inner.#scene;
  }

  start(step: Omit<Extract<Step, { readonly kind: "start" }>, "kind" | "scene" | "rank">): void {
    this.steps.push({ kind: "start", ...step, rank: 0, scene: this.#scene });
    this.bind(step.name, { span: step.span, range: step.range });
  }

  name(name: string, value: Expression, known: Known): void {
    this.steps.push({ kind: "name", name, value, scene: this.#scene });
    this.bind(name, known);
  }

  set(name: string, value: Expression): void {
    this.steps.push({ kind: "set", name, value, scene: this.#scene });
  }

  store(array: string, indices: readonly Expression[], value: Expression): void {
    this.steps.push({ kind: "store", array, indices, value, scene: this.#scene });
  }

  choose(condition: Expression, then: Procedure, otherwise?: Procedure): void {
    const steps = { then: then.steps, otherwise: otherwise?.steps ?? [] };
    this.steps.push({ kind: "choose", condition, ...steps, scene: this.#scene });
  }

  /** Loops over ranges, the last one innermost, around what `write` writes. */
  loops(ranges: readonly Range[], write: (inner: Procedure) => void, until?: Until): void {
    const [range, ...rest] = ranges;
    if (range === undefined) {
      write(this);
      return;
    }
    const inner = this.inside(sceneInside(this.#scene, [range]));
    inner.loops(rest, write, until);
    const loop = { kind: "loop", range, steps: inner.steps, scene: this.#scene } as const;
    this.steps.push(until === undefined ? loop : { ...loop, until });
  }
}
