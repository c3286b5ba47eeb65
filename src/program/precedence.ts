/** What stands outermost in a printed expression. */
export type Form =
  | "choice"
  | "or"
  | "and"
  | "not"
  | "comparison"
  | "bit-or"
  | "bit-xor"
  | "bit-and"
  | "add"
  | "multiply"
  | "prefix"
  | "power"
  | "atom";

/** How tightly each form binds in a language: an operand that binds less tightly needs parentheses. */
export type Precedence = Readonly<Record<Form, number>>;

/** Python: `a & b == c` is `(a & b) == c`, unlike C, and comparisons chain, so none may stand in one. */
export const python: Precedence = {
  choice: 1,
  or: 2,
  and: 3,
  not: 4,
  comparison: 5,
  "bit-or": 6,
  "bit-xor": 7,
  "bit-and": 8,
  add: 9,
  multiply: 10,
  prefix: 11,
  power: 12,
  atom: 13,
};

/** TypeScript: comparisons bind more tightly than the operators on bits. */
export const typescript: Precedence = {
  choice: 1,
  or: 2,
  and: 3,
  "bit-or": 4,
  "bit-xor": 5,
  "bit-and": 6,
  comparison: 7,
  add: 8,
  multiply: 9,
  not: 10,
  prefix: 10,
  power: 11,
  atom: 12,
};

/** C ranks as TypeScript does; its powers are shifts, which few readers can place. */
export const c: Precedence = { ...typescript, power: 0 };

/**
 * Does an operand of an operator on bits get parentheses? Few readers know by heart how &, ^ and | rank
 * among each other and beside arithmetic: only repeated operators go without.
 */
export function isUnclearBeside(operand: Form, operator: Form): boolean {
  return operand !== operator && !["atom", "power", "prefix"].includes(operand);
}
