import type { Comparison } from "../../program/program.ts";
import { type AndGraph, FALSE, type Literal, not } from "./and-graph.ts";
import { constantWord, signOf, type Word } from "./word.ts";

/** 1 where an integer stands so to zero. */
export function compareWord(graph: AndGraph, word: Word, operator: Comparison): Literal {
  const sign = signOf(word);
  const other = isOther(graph, word);
  switch (operator) {
    case "<":
      return sign;
    case ">=":
      return not(sign);
    case "==":
      return not(other);
    case "!=":
      return other;
    case ">":
      return graph.and(not(sign), other);
    case "<=":
      return graph.or(sign, not(other));
  }
}

/** 1 where an integer is not zero. */
export function isOther(graph: AndGraph, word: Word): Literal {
  return graph.any(word);
}

/** 1 where an integer is this one, which may be none that the word can say. */
export function equals(graph: AndGraph, word: Word, value: bigint): Literal {
  if (BigInt.asIntN(word.length, value) !== value) return FALSE;
  const wanted = constantWord(value, word.length);
  return graph.all(word.map((bit, k) => not(graph.xor(bit, wanted[k]!))));
}
