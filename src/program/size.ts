import type { Expression, Program } from "./program.ts";
import { expressionPhrase } from "./python/expression.ts";
import { moduleTokens, pythonModule } from "./python/module.ts";
import { somewhere } from "./python/python-place.ts";

/**
 * The length of a program in tokens.
 *
 * It counts what a reader of the printed Python reads, token by token, without imports and docstring:
 *
 *     def rule30(x):                                  6
 *         n = len(x)                                  6
 *         return [                                    2
 *             x[i - 1] ^ (x[i] | x[(i + 1) % n])     24
 *             for i in range(n)                       7
 *         ]                                           1    46 in all
 *
 * Exact: the count and the print come from one tree of phrases. Cost: near linear in the program.
 */
export function tokens(program: Program): number {
  return moduleTokens(pythonModule(program));
}

/** The length of an expression on its own, where loops over a size are taken to be over whole arrays. */
export function expressionTokens(expression: Expression): number {
  return expressionPhrase(expression, somewhere).tokens;
}
