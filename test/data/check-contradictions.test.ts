import { expect, it } from "vitest";
import { checkContradictions } from "../../src/data/check-contradictions.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";

it("compares all inputs and all elements of the target", () => {
  const lines = ['{"a": [0,1], "b": 0, "y": [0,1]}', '{"a": [0,1], "b": 1, "y": [0,0]}'];
  checkContradictions(parseJsonl(lines.join("\n")));
  const contradicting = [...lines, '{"a": [0,1], "b": 1, "y": [1,0]}'].join("\n");
  expect(() => parseJsonl(contradicting)).toThrow("data:3: expected the target of data:2");
});
