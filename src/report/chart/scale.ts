/** Where values lie along an axis, and which of them are named. */
export interface Scale {
  /** From 0, the beginning of the axis, to 1, its end. */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

const ABOUT = 5;

/** An axis of equal steps from one round number to another. */
export function linearScale(low: number, high: number): Scale {
  const step = roundStep((high - low || Math.abs(high) || 1) / ABOUT);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => rounded((first + k) * step));
  const [start, end] = [ticks[0]!, ticks.at(-1)!];
  return { at: (value) => (value - start) / (end - start), ticks };
}

/** An axis of equal factors, for values above 0; every power of ten and its double and fivefold are named. */
export function logScale(low: number, high: number): Scale {
  const [start, end] = [Math.log10(low), Math.log10(high)];
  const width = end - start || 1;
  const factors = width > 2 ? [1] : [1, 2, 5];
  const powers = Array.from(
    { length: Math.ceil(end) - Math.floor(start) + 1 },
    (_, k) => Math.floor(start) + k,
  );
  const ticks = powers
    .flatMap((power) => factors.map((factor) => rounded(factor * 10 ** power)))
    .filter((tick) => tick >= low && tick <= high);
  return { at: (value) => (Math.log10(value) - start) / width, ticks };
}

/** The smallest of 1, 2, 5, 10, 20 and so on that is no smaller. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Without the noise of doubles. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
