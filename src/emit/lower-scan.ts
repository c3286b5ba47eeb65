import { add, integer, subtract, variable } from "../program/build.ts";
import type { Expression, Scan } from "../program/program.ts";
import { scanSteps } from "../program/scan-steps.ts";
import { lower } from "./lower.ts";
import type { Procedure } from "./procedure.ts";
import { spanIn } from "./scene.ts";
import { between } from "./span.ts";

type Store = (index: Expression, item: Expression, out: Procedure) => void;

/** Writes variables for what is carried, and the loop that stores the items of a scan. */
export function lowerScan(scan: Scan, store: Store, out: Procedure): void {
  const { range, isBackward, carried, end } = scan;
  for (const { name, low, high, initial } of carried) {
    out.start({ name, value: integer(initial), span: between(low, high) });
  }
  const to = lower(range.to, out);
  const isLonger = end !== undefined;
  // Loops count upwards: from the last place on, a place is how far it is from there.
  const turn = isBackward ? out.fresh("k") : range.variable;
  out.loops([{ variable: turn, from: integer(0), to }], (inner) => {
    if (isBackward) nameOf(range.variable, subtract(add(to, integer(-1)), variable(turn)), inner);
    lowerPlace(scan, isBackward && isLonger ? 1 : 0, store, inner);
  });
  if (isLonger) store(isBackward ? integer(0) : to, lower(end, out), out);
}

/** Writes the steps for one place, whose item stands `shift` places further on. */
function lowerPlace(scan: Scan, shift: number, store: Store, inner: Procedure): void {
  const place = variable(scan.range.variable);
  for (const step of scanSteps(scan, inner.scene.place.taken)) {
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
