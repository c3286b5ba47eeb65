/** The type of an expression; a bit is an integer too. `rank` is the number of axes. */
export type Type =
  | { readonly kind: "integer" }
  | { readonly kind: "bit" }
  | { readonly kind: "real" }
  | { readonly kind: "truth" }
  | { readonly kind: "array"; readonly rank: number; readonly of: "integer" | "bit" | "real" };

/** The types of the names that are visible at one place of a program. */
export type Scope = ReadonlyMap<string, Type>;

/** A program that is not well formed: always a bug of whoever built it. */
export class IllFormed extends Error {
  override readonly name = "IllFormed";
}
