import type { Random } from "../../src/math/random.ts";
import { bits, inRuns, integers, ofOneArray, type Sample, type SizedProblem } from "./problem.ts";

/*
 * What is carried grows with the length, so that no few states say it: counts that start again, sums with a
 * floor, the longest and the largest so far.
 */

type Numbers = readonly number[];

/** What is carried after each place. */
function running(x: Numbers, step: (carried: number, cell: number, place: number) => number) {
  let carried = 0;
  return x.map((cell, place) => {
    carried = step(carried, cell, place);
    return carried;
  });
}

const inLongRuns = (length: number, random: Random): number[] => inRuns(length, random, 9);
const digits = (length: number, random: Random): number[] => integers(length, random, 10);
const signed = (length: number, random: Random): number[] =>
  integers(length, random, 9).map((value) => value - 4);
const runLengths = (x: Numbers): number[] => running(x, (run, bit) => (bit === 1 ? run + 1 : 0));
const longest = (x: Numbers): number => Math.max(...runLengths(x));

/** Of an array and another one beside it. */
function pair(
  name: string,
  draw: (size: number, random: Random) => Sample,
  byHand: string,
): SizedProblem {
  return { name, sizes: [8, 9, 11], byHand, draw };
}

export const COUNTERS: readonly SizedProblem[] = [
  ofOneArray({
    name: "run length so far",
    draw: inLongRuns,
    answer: runLengths,
    byHand: `    y, run = [], 0
    for bit in x:
        run = run + 1 if bit else 0
        y.append(run)
    return y`,
  }),
  ofOneArray({
    name: "places since the last 1",
    draw: inLongRuns,
    answer: (x) => running(x, (since, bit) => (bit === 1 ? 0 : since + 1)),
    byHand: `    y, since = [], 0
    for bit in x:
        since = 0 if bit else since + 1
        y.append(since)
    return y`,
  }),
  ofOneArray({
    name: "longest run so far",
    draw: inLongRuns,
    answer: (x) => x.map((_, place) => longest(x.slice(0, place + 1))),
    byHand: `    y, run, longest = [], 0, 0
    for bit in x:
        run = run + 1 if bit else 0
        longest = max(longest, run)
        y.append(longest)
    return y`,
  }),
  ofOneArray({
    name: "changes so far",
    draw: inLongRuns,
    answer: (x) => running(x, (count, bit, k) => count + (k > 0 && bit !== x[k - 1] ? 1 : 0)),
    byHand: `    y, count, last = [], 0, x[0]
    for bit in x:
        count += bit != last
        last = bit
        y.append(count)
    return y`,
  }),
  ofOneArray({
    name: "depth with a floor",
    draw: bits,
    answer: (x) => running(x, (depth, bit) => Math.max(depth + 2 * bit - 1, 0)),
    byHand: `    y, depth = [], 0
    for bit in x:
        depth = max(depth + 2 * bit - 1, 0)
        y.append(depth)
    return y`,
  }),
  ofOneArray({
    name: "range so far",
    draw: digits,
    answer: (x) => x.map((_, k) => Math.max(...x.slice(0, k + 1)) - Math.min(...x.slice(0, k + 1))),
    byHand: `    return [max(x[: i + 1]) - min(x[: i + 1]) for i in range(len(x))]`,
  }),
  ofOneArray({
    name: "last digit but 0",
    draw: (length, random) => digits(length, random).map((digit) => digit * random.bit()),
    answer: (x) => running(x, (last, digit) => (digit > 0 ? digit : last)),
    byHand: `    y, last = [], 0
    for digit in x:
        last = digit or last
        y.append(last)
    return y`,
  }),
  pair(
    "queue",
    (size, random) => {
      const [a, b] = [integers(size, random, 4), integers(size, random, 4)];
      return { a, b, y: running(a, (queue, more, k) => Math.max(queue + more - b[k]!, 0)) };
    },
    `def f(a, b):
    y, queue = [], 0
    for more, less in zip(a, b):
        queue = max(queue + more - less, 0)
        y.append(queue)
    return y
`,
  ),
  pair(
    "sum since the reset",
    (size, random) => {
      const [x, reset] = [integers(size, random, 5), bits(size, random, 0.25)];
      return { x, reset, y: running(x, (sum, cell, k) => (reset[k] === 1 ? 0 : sum + cell)) };
    },
    `def f(x, reset):
    y, total = [], 0
    for value, start in zip(x, reset):
        total = 0 if start else total + value
        y.append(total)
    return y
`,
  ),
  ofOneArray({
    name: "longest run",
    draw: inLongRuns,
    answer: longest,
    byHand: `    run = longest = 0
    for bit in x:
        run = run + 1 if bit else 0
        longest = max(longest, run)
    return longest`,
  }),
  ofOneArray({
    name: "ones at the end",
    draw: inLongRuns,
    answer: (x) => runLengths(x).at(-1)!,
    byHand: `    run = 0
    for bit in x:
        run = run + 1 if bit else 0
    return run`,
  }),
  ofOneArray({
    name: "largest sum of a part",
    draw: signed,
    answer: (x) => Math.max(...running(x, (sum, value) => Math.max(sum + value, 0))),
    byHand: `    part = largest = 0
    for value in x:
        part = max(part + value, 0)
        largest = max(largest, part)
    return largest`,
  }),
];
