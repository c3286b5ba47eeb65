import { add, integer, subtract, variable } from "../program/build.ts";
import type { Expression, Fold, Scan } from "../program/program.ts";
import { scanSteps } from "../program/scan-steps.ts";
import { lower } from "./lower.ts";
import type { Procedure } from "./procedure.ts";
import { spanIn } from "./scene.ts";
import { between } from "./span.ts";

type Store = (index: Expression, item: Expression, out: Procedure) => void;

/** Writes variables for what is carried, and the loop that stores the items of a scan. */
export function lowerScan(scan: Scan, store: Store, out: Procedure): void {
  const { isBackward, end } = scan;
  const isLonger = end !== undefined;
  const to = lowerWalk(
    scan,
    (inner) => lowerPlace(scan, { shift: isBackward && isLonger ? 1 : 0, store }, inner),
    out,
  );
  if (isLonger) store(isBackward ? integer(0) : to, lower(end, out), out);
}

/** Writes variables for what is carried, the loop in which it changes, and what a fold comes to. */
export function lowerFold(fold: Fold, out: Procedure): Expression {
  lowerWalk(fold, (inner) => lowerPlace(fold, NOWHERE, inner), out);
  return lower(fold.end, out);
}

/** The length of the walk. */
function lowerWalk(
  { range, isBackward, carried }: Scan | Fold,
  place: (inner: Procedure) => void,
  out: Procedure,
): Expression {
  for (const { name, low, high, initial } of carried) {
    out.start({ name, value: integer(initial), span: between(low, high) });
  }
  const to = lower(range.to, out);
  // Loops count upwards: from the last place on, a place is how far it is from there.
  const turn = isBackward ? out.fresh("k") : range.variable;
  out.loops([{ variable: turn, from: integer(0), to }], (inner) => {
    if (isBackward) nameOf(range.variable, subtract(add(to, integer(-1)), variable(turn)), inner);
    place(inner);
  });
  return to;
}

/** Where items go: each so many places further on. */
interface Items {
  readonly shift: number;
  readonly store: Store;
}

/** A fold has no items. */
const NOWHERE: Items = { shift: 0, store: () => undefined };

/** Writes the steps for one place. */
function lowerPlace(walked: Scan | Fold, { shift, store }: Items, inner: Procedure): void {
  const place = variable(walked.range.variable);
  for (const step of scanSteps(walked, inner.scene.place.taken)) {
    switch (step.kind) {
      case "name":
        nameOf(step.name, step.value, inner);
        break;
      case "carry":
        inner.set(step.name, lower(step.value, inner));
        break;
      case "item":
        store(shift === 0 ? place : add(place, integer(shift)), lower(step.value, inner), inner);
    }
  }
}

function nameOf(name: string, value: Expression, out: Procedure): void {
  out.name(name, lower(value, out), { span: spanIn(value, out.scene) });
}
