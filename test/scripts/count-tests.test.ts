import { expect, it } from "vitest";
import { countTests } from "../../scripts/count-tests.ts";

it("counts a file that fails before its first test as one failure", () => {
  const report = {
    testResults: [
      {
        status: "passed",
        assertionResults: [{ status: "passed" }, { status: "skipped" }, { status: "todo" }],
      },
      { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
      { status: "failed", assertionResults: [] },
    ],
  };
  expect(countTests(report)).toEqual({ passed: 2, failed: 2, skipped: 2 });
});
