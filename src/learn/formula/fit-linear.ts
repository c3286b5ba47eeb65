import { centred, dot, leastSquares } from "../../math/least-squares.ts";
import type { Evidence } from "./evidence.ts";
import type { Formula, Linear } from "./formula.ts";
import { linearValue } from "./formula.ts";

/** Sums of more features than this are not looked for. */
const MOST_TERMS = 8;

/**
 * The sum of few features that is the target in every case, with integer weights.
 *
 * Orthogonal matching pursuit (Pati, Rezaiifar and Krishnaprasad 1993): the feature that explains most
 * of what is left, then least squares over all so far. Doubles suggest, integers decide.
 */
export function fitLinear({ targets, values }: Evidence): Formula | undefined {
  const of = fitSum(targets, values, MOST_TERMS);
  return of && { kind: "linear", of };
}

/** The sum of few of these columns, each (cases), that is the target in every case. */
export function fitSum(
  targets: Float64Array,
  values: readonly Float64Array[],
  mostTerms: number,
): Linear | undefined {
  const chosen: number[] = [];
  let rest = centred(targets);
  const columns = values.map(centred);
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)));
  for (let count = 0; count <= mostTerms; count++) {
    const of = integersOf({ targets, values }, chosen, columns);
    if (of !== undefined) return of;
    const best = mostExplaining(rest, columns, lengths, chosen);
    if (best === undefined) return undefined;
    chosen.push(best);
    const weights = leastSquares(
      chosen.map((k) => columns[k]!),
      centred(targets),
    );
    if (weights === undefined) return undefined;
    rest = centred(targets);
    chosen.forEach((k, at) => {
      for (let row = 0; row < rest.length; row++) rest[row]! -= weights[at]! * columns[k]![row]!;
    });
  }
  return undefined;
}

function mostExplaining(
  rest: Float64Array,
  columns: readonly Float64Array[],
  lengths: readonly number[],
  chosen: readonly number[],
): number | undefined {
  let best: number | undefined;
  let most = 1e-6;
  columns.forEach((column, k) => {
    if (chosen.includes(k) || lengths[k]! < 1e-9) return;
    // Nearer features come first: a later one has to explain more.
    const share = Math.abs(dot(column, rest)) / lengths[k]!;
    if (share > most * (1 + 1e-9)) [best, most] = [k, share];
  });
  return best;
}

/** The weights as integers, if these give the target in every case. */
function integersOf(
  { targets, values }: Pick<Evidence, "targets" | "values">,
  chosen: readonly number[],
  columns: readonly Float64Array[],
): Linear | undefined {
  const weights = leastSquares(
    chosen.map((k) => columns[k]!),
    centred(targets),
  );
  if (weights === undefined) return undefined;
  const terms = chosen
    .map((feature, at) => ({ feature, weight: Math.round(weights[at]!) }))
    .filter(({ weight }) => weight !== 0);
  const without: Linear = { constant: 0, terms };
  const constant = targets[0]! - linearValue(without, (feature) => values[feature]![0]!);
  const of: Linear = { constant, terms };
  const isExact = targets.every(
    (target, row) => target === linearValue(of, (feature) => values[feature]![row]!),
  );
  return isExact ? of : undefined;
}
