import { describe, expect, it } from "vitest";
import { isOneOf } from "../../src/condense/forms/by-counts.ts";
import { bit, compare, integer, member, modulo, not, variable } from "../../src/program/build.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import { programOf } from "../verify/pairs.ts";

const none = { shape: [1], data: new Float64Array(1) };

describe("the count is one of some", () => {
  it("says so right, for every set of counts from 0 to 5 and every count", () => {
    const kinds = new Set<string>();
    for (let set = 0; set < 64; set++) {
      const values = [0, 1, 2, 3, 4, 5].filter((value) => (set >> value) & 1);
      for (const count of [0, 1, 2, 3, 4, 5]) {
        const condition = isOneOf(integer(count), values, 5);
        kinds.add(condition.kind);
        const result = evaluate(programOf([1], bit(condition)), [none]);
        expect(result, `${count} in ${values}`).toBe(values.includes(count) ? 1 : 0);
      }
    }
    expect([...kinds].sort()).toEqual(["and", "compare", "member", "not"]);
  });

  it.each([
    ["one", [3], compare(variable("c"), "==", integer(3))],
    ["the lowest", [0, 1, 2], compare(variable("c"), "<=", integer(2))],
    ["the highest", [4, 5], compare(variable("c"), ">=", integer(4))],
    ["the even ones", [0, 2, 4], compare(modulo(variable("c"), integer(2)), "==", integer(0))],
    ["the odd ones", [1, 3, 5], compare(modulo(variable("c"), integer(2)), "==", integer(1))],
    ["two apart", [1, 4], member(variable("c"), [1, 4])],
    ["all but one", [0, 1, 3, 4, 5], not(compare(variable("c"), "==", integer(2)))],
  ])("says so shortly: %s", (_, values, expected) => {
    expect(isOneOf(variable("c"), values, 5)).toEqual(expected);
  });
});
