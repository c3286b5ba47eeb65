import { expect, it } from "vitest";
import { checkLearnable } from "../../src/data/check-learnable.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";

it("refuses a target that never changes, and names file and value", () => {
  const text = '{"x": 0, "y": 1}\n{"x": 1, "y": 1}';
  expect(() => checkLearnable(parseJsonl(text, { file: "a.jsonl" }))).toThrow(
    /^constant-target: a\.jsonl: .*"y", found only 1;/,
  );
  checkLearnable(parseJsonl('{"x": 0, "y": 1}\n{"x": 1, "y": 0}'));
  const soft = (share: string) => `{"x": 0, "y": {"a": 0.9, "b": 0.1}}\n{"x": 1, "y": ${share}}`;
  expect(() => checkLearnable(parseJsonl(soft('{"a": 0.9, "b": 0.1}')))).toThrow('found only "a"');
  checkLearnable(parseJsonl(soft('{"a": 0.6, "b": 0.4}')));
});
