import type { Measure } from "./panel.ts";
import type { Row } from "./row.ts";

type Numbers = Extract<Row, { kind: "value" }>;

/** A value as people read it, with its interval where that has a width. */
export function printRow({ value, low, high, unit }: Numbers): string {
  const print = printerOf(unit);
  return low === high ? print(value) : `${print(value)} [${print(low)}, ${print(high)}]`;
}

/** Writes one number of a panel. */
export function printerOf(unit: Measure): (value: number) => string {
  switch (unit) {
    case "share":
      return (value) => `${percent(value)} %`;
    case "difference":
      return (value) => `${value > 0 ? "+" : ""}${percent(value)} %`;
    case "seconds":
      return (value) => `${value.toPrecision(2)} s`;
    case "count":
    case "text":
      return (value) => Number(value.toFixed(1)).toLocaleString("en");
  }
}

/** 1 is 100 and nothing else is: 0.99999 must not look exact. */
function percent(share: number): string {
  const hundredths = Number((100 * share).toFixed(9));
  if (Number.isInteger(hundredths)) return `${hundredths}`;
  const text = hundredths.toFixed(2);
  if (text === "100.00") return "99.99";
  return text === "0.00" || text === "-0.00" ? hundredths.toPrecision(1) : text;
}
