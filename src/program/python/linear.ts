import { isSame, signedTerms, type Term } from "../idiom.ts";
import { mentions } from "../mentions.ts";
import type { Expression } from "../program.ts";

/** The sum of some terms, with one constant at its end; terms that cancel each other are left out. */
export function sumOf(terms: readonly Term[]): Expression {
  let constant = 0;
  const rest: Term[] = [];
  for (const term of terms) {
    const { isNegative, magnitude } = term;
    if (magnitude.kind === "integer") {
      constant += isNegative ? -magnitude.value : magnitude.value;
      continue;
    }
    const opposite = rest.findIndex(
      (other) => other.isNegative !== isNegative && isSame(other.magnitude, magnitude),
    );
    if (opposite < 0) rest.push(term);
    else rest.splice(opposite, 1);
  }
  if (rest.length === 0) return { kind: "integer", value: constant };
  const [first] = rest;
  if (rest.length === 1 && constant === 0 && !first!.isNegative) return first!.magnitude;
  const parts = rest.map(
    ({ isNegative, magnitude }): Expression =>
      isNegative
        ? { kind: "multiply", left: { kind: "integer", value: -1 }, right: magnitude }
        : magnitude,
  );
  if (constant !== 0) parts.push({ kind: "integer", value: constant });
  return { kind: "add", terms: parts };
}

/** The sum of two expressions. */
export function plus(a: Expression, b: Expression): Expression {
  return sumOf([...signedTerms(a), ...signedTerms(b)]);
}

/** The difference of two expressions. */
export function minus(a: Expression, b: Expression): Expression {
  return sumOf([...signedTerms(a), ...signedTerms(b).map(opposite)]);
}

/** What an index adds to a variable; undefined where it is no such sum. */
export function shiftFrom(variable: string, index: Expression): Expression | undefined {
  const terms = signedTerms(index);
  const isPlain = ({ isNegative, magnitude }: Term) =>
    !isNegative && magnitude.kind === "variable" && magnitude.name === variable;
  const at = terms.findIndex(isPlain);
  if (at < 0) return undefined;
  const rest = terms.toSpliced(at, 1);
  if (rest.some(({ magnitude }) => mentions(magnitude, [variable]))) return undefined;
  return sumOf(rest);
}

function opposite({ isNegative, magnitude }: Term): Term {
  return { isNegative: !isNegative, magnitude };
}
