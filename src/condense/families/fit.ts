import { commonDivisor } from "../../math/integers.ts";

/** A number of every member of a family, as a function of the family's variables. */
export type Formula =
  | { readonly kind: "constant"; readonly value: number }
  /** factor * variable + offset */
  | {
      readonly kind: "affine";
      readonly variable: number;
      readonly factor: number;
      readonly offset: number;
    }
  /** The largest integer not above (variable + offset) / divisor. */
  | {
      readonly kind: "floor";
      readonly variable: number;
      readonly divisor: number;
      readonly offset: number;
    }
  /** first * sign + second + offset */
  | {
      readonly kind: "pair";
      readonly first: number;
      readonly second: number;
      readonly sign: 1 | -1;
      readonly offset: number;
    }
  /** No law was found: the values, by the variable. */
  | { readonly kind: "values"; readonly variable: number; readonly values: readonly number[] };

/** Members of a family told apart by variables that each go from 0 to a count. */
export interface Fit {
  /** How many values each variable takes. */
  readonly counts: readonly number[];
  /** For each column. */
  readonly formulas: readonly Formula[];
  /** The rows that follow the formulas, and the variables' values there. */
  readonly rows: readonly number[];
  readonly variables: readonly (readonly number[])[];
}

/**
 * Finds the fewest variables of which all columns are functions, for most of the rows.
 *
 * `columns` hold one number for each row. A column that is a shift, a multiple or a reversal of an
 * earlier one is no variable of its own; rows that break a rule which most others keep are left out.
 */
export function fitColumns(columns: readonly (readonly number[])[], nRows: number): Fit {
  let rows = Array.from({ length: nRows }, (_, row) => row);
  for (;;) {
    const attempt = fitRows(
      columns.map((column) => rows.map((row) => column[row]!)),
      rows.length,
    );
    if (attempt.kept.length === rows.length) {
      const { counts, formulas, variables } = attempt;
      return { counts, formulas, variables, rows };
    }
    rows = attempt.kept.map((k) => rows[k]!);
  }
}

/** The value of a formula where the variables have these values. */
export function valueAt(formula: Formula, variables: readonly number[]): number {
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "affine":
      return formula.factor * variables[formula.variable]! + formula.offset;
    case "floor":
      return Math.floor((variables[formula.variable]! + formula.offset) / formula.divisor);
    case "pair":
      return formula.sign * variables[formula.first]! + variables[formula.second]! + formula.offset;
    case "values":
      return formula.values[variables[formula.variable]!] ?? Number.NaN;
  }
}

interface Attempt extends Omit<Fit, "rows"> {
  readonly kept: readonly number[];
}

interface Variable {
  /** By row. */
  readonly values: readonly number[];
  readonly count: number;
}

function fitRows(columns: readonly (readonly number[])[], nRows: number): Attempt {
  const variables: Variable[] = [];
  const formulas: Formula[] = [];
  for (const column of columns) {
    const known = constantOf(column) ?? knownFormula(column, variables);
    if (known !== undefined) {
      formulas.push(known);
      continue;
    }
    const usual = usualShift(column, variables);
    if (usual !== undefined) {
      return { counts: [], formulas: [], variables: [], kept: usual };
    }
    const isSettled = areDistinct(variables, nRows);
    const byValue = isSettled ? valuesFormula(column, variables) : undefined;
    if (byValue !== undefined) {
      formulas.push(byValue);
      continue;
    }
    const [variable, formula] = newVariable(column, variables.length);
    variables.push(variable);
    formulas.push(formula);
  }
  return {
    counts: variables.map(({ count }) => count),
    formulas,
    variables: Array.from({ length: nRows }, (_, row) =>
      variables.map(({ values }) => values[row]!),
    ),
    kept: Array.from({ length: nRows }, (_, row) => row),
  };
}

function constantOf(column: readonly number[]): Formula | undefined {
  const [value] = column;
  return column.every((each) => each === value)
    ? { kind: "constant", value: value ?? 0 }
    : undefined;
}

/** A law that holds in all rows, of one variable before two. */
function knownFormula(
  column: readonly number[],
  variables: readonly Variable[],
): Formula | undefined {
  for (const [variable, { values }] of variables.entries()) {
    const law = affine(column, values, variable) ?? floored(column, values, variable);
    if (law !== undefined) return law;
  }
  return pairOf(column, variables);
}

function affine(
  column: readonly number[],
  values: readonly number[],
  variable: number,
): Formula | undefined {
  const other = values.findIndex((value) => value !== values[0]);
  if (other < 0) return undefined;
  const factor = (column[other]! - column[0]!) / (values[other]! - values[0]!);
  const offset = column[0]! - factor * values[0]!;
  if (!Number.isInteger(factor) || factor === 0) return undefined;
  const holds = column.every((value, row) => value === factor * values[row]! + offset);
  return holds ? { kind: "affine", variable, factor, offset } : undefined;
}

/** Rows that look at the same place in pairs, threes or fours. */
function floored(
  column: readonly number[],
  values: readonly number[],
  variable: number,
): Formula | undefined {
  for (const divisor of [2, 3, 4]) {
    for (let shift = 0; shift < divisor; shift++) {
      const offset = divisor * (column[0]! - Math.floor((values[0]! + shift) / divisor)) + shift;
      const holds = column.every(
        (value, row) => value === Math.floor((values[row]! + offset) / divisor),
      );
      if (holds) return { kind: "floor", variable, divisor, offset };
    }
  }
  return undefined;
}

function pairOf(column: readonly number[], variables: readonly Variable[]): Formula | undefined {
  for (const [second, b] of variables.entries()) {
    for (const [first, a] of variables.entries()) {
      if (first === second) continue;
      for (const sign of [1, -1] as const) {
        if (sign === 1 && first > second) continue;
        const offset = column[0]! - sign * a.values[0]! - b.values[0]!;
        const holds = column.every(
          (value, row) => value === sign * a.values[row]! + b.values[row]! + offset,
        );
        if (holds) return { kind: "pair", first, second, sign, offset };
      }
    }
  }
  return undefined;
}

/** The rows in which a column is an earlier one shifted, where these are most but not all. */
function usualShift(
  column: readonly number[],
  variables: readonly Variable[],
): readonly number[] | undefined {
  if (column.length < LEAST_ROWS) return undefined;
  for (const { values } of variables) {
    for (const sign of [1, -1]) {
      const byShift = new Map<number, number[]>();
      column.forEach((value, row) => {
        const shift = value - sign * values[row]!;
        byShift.set(shift, [...(byShift.get(shift) ?? []), row]);
      });
      const usual = [...byShift.values()].reduce((a, b) => (b.length > a.length ? b : a));
      if (2 * usual.length > column.length) return usual;
    }
  }
  return undefined;
}

const LEAST_ROWS = 4;

function areDistinct(variables: readonly Variable[], nRows: number): boolean {
  const keys = new Set<string>();
  for (let row = 0; row < nRows; row++) {
    keys.add(variables.map(({ values }) => values[row]).join());
  }
  return keys.size === nRows;
}

function valuesFormula(
  column: readonly number[],
  variables: readonly Variable[],
): Formula | undefined {
  for (const [variable, { values, count }] of variables.entries()) {
    const byValue: (number | undefined)[] = new Array(count).fill(undefined);
    const holds = column.every((value, row) => {
      const at = values[row]!;
      byValue[at] ??= value;
      return byValue[at] === value;
    });
    if (holds && byValue.every((value) => value !== undefined)) {
      return { kind: "values", variable, values: byValue as number[] };
    }
  }
  return undefined;
}

/** Values at equal distances, of which few may be missing, are counted; others are numbered. */
function newVariable(column: readonly number[], variable: number): [Variable, Formula] {
  const distinct = [...new Set(column)].sort((a, b) => a - b);
  const [offset, last] = [distinct[0]!, distinct.at(-1)!];
  const factor = distinct.reduce((divisor, value) => commonDivisor(divisor, value - offset), 0);
  const count = (last - offset) / factor + 1;
  if (distinct.length >= HARDLY_ANY_MISSING * count) {
    return [
      { values: column.map((value) => (value - offset) / factor), count },
      { kind: "affine", variable, factor, offset },
    ];
  }
  const ranks = new Map(distinct.map((value, rank) => [value, rank]));
  return [
    { values: column.map((value) => ranks.get(value)!), count: distinct.length },
    { kind: "values", variable, values: distinct },
  ];
}

const HARDLY_ANY_MISSING = 0.7;
