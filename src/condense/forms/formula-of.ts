import { and, choose, not, or, truth, xor } from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";
import { expressionTokens } from "../../program/size.ts";
import {
  type Formula,
  type FormulaInput,
  MinimalFormulas,
  MOST_INPUTS,
} from "./minimal-formula.ts";
import { isTurnable, negation } from "./votes.ts";

/**
 * The shortest formula over up to four inputs with the values of a table, whose rows have the first input
 * as their lowest bit. Inputs are all bits or all truths, and so is the formula.
 *
 * Undefined where no formula is short.
 */
export function formulaOf(
  table: Uint8Array,
  { inputs, areTruths }: { readonly inputs: readonly Expression[]; readonly areTruths: boolean },
): Expression | undefined {
  if (inputs.length === 0 || inputs.length > MOST_INPUTS) return undefined;
  const target = table.reduce((sum, value, row) => sum + value * 2 ** row, 0);
  const formula = shortestFormula(
    target,
    inputs.map((input) => ({
      cost: expressionTokens(input),
      isTurnable: areTruths && isTurnable(input),
    })),
  );
  if (formula === undefined) return undefined;
  return express(formula, (index) => inputs[index]!, areTruths);
}

/** The same few inputs come back at many places: what was built of them is kept for some of those asked for last. */
function shortestFormula(target: number, inputs: readonly FormulaInput[]): Formula | undefined {
  const key = inputs.map(({ cost, isTurnable }) => `${cost}${isTurnable ? "~" : ""}`).join();
  const formulas = kept.get(key) ?? new MinimalFormulas(inputs, MOST_TOKENS);
  kept.delete(key);
  kept.set(key, formulas);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return formulas.of(target);
}

const kept = new Map<string, MinimalFormulas>();

/** Up to a megabyte each. */
const MOST_KEPT = 64;

/** Beyond this length nobody reads a formula any more. */
const MOST_TOKENS = 150;

function express(
  formula: Formula,
  input: (index: number) => Expression,
  areTruths = false,
): Expression {
  switch (formula.kind) {
    case "input":
      return input(formula.index);
    case "not": {
      const { operand } = formula;
      // not (a and not b) -> not a or b
      const isDenied = operand.kind === "and" || operand.kind === "or";
      if (
        areTruths &&
        isDenied &&
        flattened(operand, operand.kind).some(({ kind }) => kind === "not")
      ) {
        const build = operand.kind === "and" ? or : and;
        const parts = flattened(operand, operand.kind).map((part) => denied(part));
        parts.sort((a, b) => orderOf(a) - orderOf(b));
        return build(...parts.map((part) => express(part, input, areTruths)));
      }
      const value = express(operand, input, areTruths);
      return areTruths ? negation(value) : not(value);
    }
    case "and":
    case "or":
    case "xor": {
      const operands = flattened(formula, formula.kind).sort((a, b) => orderOf(a) - orderOf(b));
      const build = { and, or, xor }[formula.kind];
      return build(...operands.map((operand) => express(operand, input, areTruths)));
    }
    case "if":
      return choose(
        areTruths ? input(formula.input) : truth(input(formula.input)),
        express(formula.then, input, areTruths),
        express(formula.otherwise, input, areTruths),
      );
  }
}

function denied(formula: Formula): Formula {
  return formula.kind === "not" ? formula.operand : { kind: "not", operand: formula };
}

/** (a & b) & c -> a, b, c */
function flattened(formula: Formula, kind: Formula["kind"]): Formula[] {
  if (formula.kind !== kind || !("left" in formula)) return [formula];
  return [...flattened(formula.left, kind), ...flattened(formula.right, kind)];
}

/** Single cells first, in reading order, then negated ones, then what is composed. */
function orderOf(formula: Formula): number {
  switch (formula.kind) {
    case "input":
      return formula.index;
    case "not":
      return MOST_INPUTS + orderOf(formula.operand);
    case "and":
    case "or":
    case "xor":
      return 2 * MOST_INPUTS + Math.min(orderOf(formula.left), orderOf(formula.right));
    case "if":
      return 2 * MOST_INPUTS + orderOf(formula.then);
  }
}
