/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** How many tests ended how; a file that failed before its first test counts as one failure. */
export function countTests({ testResults }: VitestReport): Counts {
  const statuses = testResults.flatMap(({ status, assertionResults }) => {
    const each = assertionResults.map((test) => test.status);
    return status === "failed" && !each.includes("failed") ? [...each, "failed"] : each;
  });
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  return { passed, failed, skipped: statuses.length - passed - failed };
}
