import type { Label } from "../math/label.ts";
import type { ProgramInput } from "./program.ts";
import { IllFormed, type Type } from "./type.ts";

/** The last axis of an input of texts has one place for each of them. */
export function checkValues({ name, shape, domain }: ProgramInput): void {
  if (domain.kind !== "one-hot") return;
  const { values } = domain;
  if (new Set(values).size < values.length) throw new IllFormed(`${name} has a value twice`);
  if (shape.at(-1) !== values.length) {
    throw new IllFormed(`the last axis of ${name} is not ${values.length} long, its values`);
  }
}

/** Labels stand for indices: results that are no integers have none. */
export function checkLabels(labels: readonly Label[], type: Type): void {
  if (new Set(labels).size < labels.length) throw new IllFormed("a label stands twice");
  const kind = type.kind === "array" ? type.of : type.kind;
  if (kind === "real") throw new IllFormed("labels stand for reals");
}

/** Probabilities are reals in an array. */
export function checkClasses(classes: readonly Label[], type: Type): void {
  if (new Set(classes).size < classes.length) throw new IllFormed("a class stands twice");
  if (type.kind !== "array" || type.of !== "real") {
    throw new IllFormed("classes of what is no array of probabilities");
  }
}
