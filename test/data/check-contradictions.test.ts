import { expect, it } from "vitest";
import { checkContradictions } from "../../src/data/check-contradictions.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";

it("compares all inputs and all elements of the target", () => {
  const lines = ['{"a": [0,1], "b": 0, "y": [0,1]}', '{"a": [0,1], "b": 1, "y": [0,0]}'];
  checkContradictions(parseJsonl(lines.join("\n")));
  const contradicting = [...lines, '{"a": [0,1], "b": 1, "y": [1,0]}'].join("\n");
  expect(() => checkContradictions(parseJsonl(contradicting))).toThrow(
    "data:3: expected the target of data:2",
  );
});

it("tells reals apart, and compares texts as well", () => {
  const lines = ['{"a": 0.25, "b": "u", "y": 0}', '{"a": 0.5, "b": "u", "y": 1}'];
  const others = ['{"a": 0.25, "b": "v", "y": 1}'];
  checkContradictions(parseJsonl([...lines, ...others].join("\n")));
  const contradicting = [...lines, ...others, '{"a": 0.25, "b": "u", "y": 1}'].join("\n");
  expect(() => checkContradictions(parseJsonl(contradicting))).toThrow(
    "data:4: expected the target of data:1",
  );
});
