import * as build from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";
import { larger, smaller } from "./wrap.ts";

/** The largest (any is at least so much), or the smallest, of what a sum adds up; undefined for other sums. */
export function extremeOver(kind: "any" | "all", sum: Expression): Expression | undefined {
  const ofTwo = kind === "any" ? larger : smaller;
  const over = kind === "any" ? build.max : build.min;
  switch (sum.kind) {
    case "sum":
      return over(sum.ranges, sum.body);
    case "add": {
      const sides = sum.terms.map((term) =>
        term.kind === "sum" ? extremeOver(kind, term)! : term,
      );
      return sides.reduce(ofTwo);
    }
    case "element":
      return sum;
    case "if": {
      const [then, otherwise] = [extremeOver(kind, sum.then), extremeOver(kind, sum.otherwise)];
      return then && otherwise && { ...sum, then, otherwise };
    }
    default:
      return undefined;
  }
}
