import type { Verdict } from "../verify/verdict.ts";

/** What is known about program and network, in one sentence. */
export function verdictSentence(verdict: Verdict): string {
  const { domain, methods } = verdict;
  const way = `${methods.length > 0 ? ` (${methods.join(", ")})` : ""}${snappedPart(verdict)}`;
  switch (verdict.kind) {
    case "equivalent":
      return `equivalent to the network on ${domain}${way}`;
    case "different":
      return `different from the network on ${domain}: ${JSON.stringify(verdict.counterexample)}${way}`;
    case "unproved":
      return `not proved equivalent to the network on ${domain}: ${verdict.reason}${way}`;
  }
}

/** The same where the domain is said already, and how it is known does not matter. */
export function shortVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case "equivalent":
      return `equivalent${snappedPart(verdict)}`;
    case "different":
      return `different: ${JSON.stringify(verdict.counterexample)}`;
    case "unproved":
      return `not proved: ${verdict.reason}`;
  }
}

function snappedPart({ snapped = 0 }: Verdict): string {
  if (snapped === 0) return "";
  return `; ties snapped in ${snapped} ${snapped === 1 ? "unit" : "units"}`;
}
