import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { rowOf } from "../../src/enn/sparse-matrix.ts";
import {
  add,
  bit,
  block,
  choose,
  compare,
  define,
  divide,
  element,
  integer,
  list,
  max,
  member,
  min,
  modulo,
  multiply,
  range,
  size,
  subtract,
  sum,
  table,
  variable,
} from "../../src/program/build.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { proveByThresholds } from "../../src/verify/by-thresholds.ts";
import { misfitOf } from "../../src/verify/misfit.ts";
import { orObstacle } from "../../src/verify/obstacle.ts";
import { verify } from "../../src/verify/verify.ts";
import { agreeOn } from "./brute-force.ts";
import { networkMutants, programMutants } from "./mutants.ts";
import { layer, type Pair } from "./pairs.ts";
import {
  cell,
  everyInput,
  type Integers,
  integerProgram,
  type Reading,
  type Sum,
  thermometer,
} from "./thermometers.ts";

const small: Integers = { kind: "integer", low: 0, high: 3 };
const nCells = 3;
const inputs = everyInput(small, nCells);

/** Inputs on which an output is not what it was proved to be; a program that fails there has no result to compare. */
function wronglyProved({ network, program }: Pair, proved: ReadonlySet<number>): Float64Array[] {
  const predict = predictor(network);
  return inputs.filter((data) => {
    let result: readonly number[];
    try {
      const value = evaluate(program, [{ shape: [nCells], data }]);
      result = typeof value === "number" ? [value] : [...value.data];
    } catch {
      return false;
    }
    return [...proved].some((output) => predict(data)[output] !== result[output]);
  });
}

function provedOf({ network, program }: Pair): ReadonlySet<number> {
  if (misfitOf(network, program) !== undefined) return new Set();
  const outputs = [...network.layers.at(-1)!.biases.keys()];
  const found = orObstacle(() => proveByThresholds(network, program, outputs));
  return "reason" in found ? new Set() : found.proved;
}

const [i, j, n, zero, one] = [variable("i"), variable("j"), size("n"), integer(0), integer(1)];
const all = [range("i", zero, n)];
const x = (index: Expression): Expression => element("x", index);
const same = (value: number): number => value;
const cells = (count: number): Sum[] => Array.from({ length: count }, (_, k) => cell(k, nCells));

function running(kind: "max" | "min"): Pair {
  const readings = cells(nCells).map(
    (_, k): Reading => ({ kind, sums: cells(k + 1), valueAt: same }),
  );
  const known = { max, min }[kind]([range("j", zero, add(i, one))], x(j));
  return {
    network: thermometer(small, readings, [nCells]),
    program: integerProgram(small, ["n"], table(all, block([], known))),
  };
}

function ofLargest(valueAt: Reading["valueAt"], of: (largest: Expression) => Expression): Pair {
  const network = thermometer(small, [{ kind: "max", sums: cells(nCells), valueAt }]);
  return { network, program: integerProgram(small, ["n"], of(max(all, x(i)))) };
}

function ofTotal(valueAt: Reading["valueAt"], of: (total: Expression) => Expression): Pair {
  const sums = [{ weights: [1, 1, 1], constant: 0 }];
  const network = thermometer(small, [{ kind: "max", sums, valueAt }]);
  return { network, program: integerProgram(small, ["n"], of(sum(all, x(i)))) };
}

function pairsOnRing(): Pair {
  const readings = cells(nCells).map((_, k): Reading => {
    return { kind: "max", sums: [cell(k, nCells), cell((k + 1) % nCells, nCells)], valueAt: same };
  });
  const [here, next] = [x(i), x(modulo(add(i, one), n))];
  const larger = choose(compare(here, ">=", next), here, next);
  return {
    network: thermometer(small, readings, [nCells]),
    program: integerProgram(small, ["n"], table(all, block([], larger))),
  };
}

/** The same network with one output, which adds its outputs up, each so many times. */
function addedUp(network: Network, factors: readonly number[]): Network {
  const last = network.layers.at(-1)!;
  const weights = new Map<number, number>();
  factors.forEach((factor, row) => {
    for (const { column, value } of rowOf(last.weights, row)) {
      weights.set(column, (weights.get(column) ?? 0) + factor * value);
    }
  });
  const entries = [...weights]
    .sort(([a], [b]) => a - b)
    .map(([column, value]) => ({ column, value }));
  const bias = factors.reduce((sum, factor, row) => sum + factor * last.biases[row]!, 0);
  const sum = layer([{ bias, entries }], last.weights.nColumns, "identity");
  return {
    ...network,
    layers: [...network.layers.slice(0, -1), sum],
    output: { ...network.output, shape: [] },
  };
}

function spread(): Pair {
  const readings = (["max", "min"] as const).map(
    (kind): Reading => ({ kind, sums: cells(nCells), valueAt: same }),
  );
  const network = addedUp(thermometer(small, readings, [2]), [1, -1]);
  const program = integerProgram(small, ["n"], subtract(max(all, x(i)), min(all, x(i))));
  return { network, program };
}

function aboveTotal(): Pair {
  const total: Reading = {
    kind: "max",
    sums: [{ weights: [1, 1, 1], constant: 0 }],
    valueAt: same,
  };
  const largest: Reading = { kind: "max", sums: cells(nCells), valueAt: same };
  const network = addedUp(thermometer(small, [largest, total], [2]), [3, -1]);
  const said = subtract(multiply(integer(3), max(all, x(i))), sum(all, x(i)));
  return { network, program: integerProgram(small, ["n"], said) };
}

const pairs: readonly (readonly [string, Pair])[] = [
  ["the largest less the smallest", spread()],
  ["three times the largest less the total", aboveTotal()],
  ["the running maximum", running("max")],
  ["the running minimum", running("min")],
  ["the larger one of pairs", pairsOnRing()],
  [
    "the largest modulo 3",
    ofLargest(
      (value) => value % 3,
      (value) => modulo(value, integer(3)),
    ),
  ],
  [
    "is the largest at least 2?",
    ofLargest(
      (value) => (value >= 2 ? 1 : 0),
      (value) => bit(compare(value, ">=", integer(2))),
    ),
  ],
  [
    "the distance of the total from 4",
    ofTotal(
      (value) => Math.abs(value - 4),
      (value) =>
        choose(
          compare(value, ">=", integer(4)),
          subtract(value, integer(4)),
          subtract(integer(4), value),
        ),
    ),
  ],
  [
    "half of the total",
    ofTotal(
      (value) => value >> 1,
      (value) => divide(value, integer(2)),
    ),
  ],
];

describe("no mutant is proved unless it is the same", () => {
  test.each(pairs)("%s", (_, { network, program }) => {
    expect(provedOf({ network, program }).size).toBe(network.layers.at(-1)!.biases.length);
    const mutants: Pair[] = [
      ...programMutants(program).map((mutant) => ({ network, program: mutant })),
      ...networkMutants(network, 12).map((mutant) => ({ network: mutant, program })),
    ];
    let nProved = 0;
    for (const [at, mutant] of mutants.entries()) {
      const proved = provedOf(mutant);
      const wrong = wronglyProved(mutant, proved);
      if (wrong.length > 0)
        throw new Error(`wrongly proved: ${JSON.stringify(mutant.program.body)}`);
      nProved += proved.size;
      if (at % 8 !== 0) continue;
      const verdict = verify(mutant.network, mutant.program);
      const isSame = agreeOn(mutant.network, mutant.program, inputs);
      if (verdict.kind !== "unproved") expect(verdict.kind === "equivalent").toBe(isSame);
    }
    // Moved biases and doubled weights often ask the same.
    expect(nProved).toBeGreaterThan(0);
  });
});

const seed = 12;

const weighted = fc.record({
  weights: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: nCells, maxLength: nCells }),
  constant: fc.integer({ min: -2, max: 2 }),
});

/** A function of a number, as it is and as a program says it. */
interface Outer {
  readonly valueAt: (value: number) => number;
  readonly of: (value: Expression) => Expression;
}

const outer: fc.Arbitrary<Outer> = fc.oneof(
  fc.constant({ valueAt: same, of: (value: Expression) => value }),
  fc.integer({ min: 2, max: 4 }).map((by) => ({
    valueAt: (value: number) => ((value % by) + by) % by,
    of: (value: Expression) => modulo(value, integer(by)),
  })),
  fc.integer({ min: 2, max: 3 }).map((by) => ({
    valueAt: (value: number) => Math.floor(value / by),
    of: (value: Expression) => divide(value, integer(by)),
  })),
  fc.integer({ min: -3, max: 5 }).map((from) => ({
    valueAt: (value: number) => Math.abs(value - from),
    of: (value: Expression) =>
      choose(
        compare(value, "<", integer(from)),
        subtract(integer(from), value),
        subtract(value, integer(from)),
      ),
  })),
  fc.integer({ min: -3, max: 5 }).map((from) => ({
    valueAt: (value: number) => (value > from ? 2 * value : -1),
    of: (value: Expression) =>
      choose(compare(value, ">", integer(from)), multiply(integer(2), value), integer(-1)),
  })),
  fc.uniqueArray(fc.integer({ min: -3, max: 6 }), { minLength: 1 }).map((values) => ({
    valueAt: (value: number) => (values.includes(value) ? 1 : 0),
    of: (value: Expression) => bit(member(value, values)),
  })),
);

const spec = fc.record({
  kind: fc.constantFrom("max" as const, "min" as const),
  sums: fc.array(weighted, { minLength: 1, maxLength: 3 }),
  inner: outer,
  last: outer,
});

type Spec = typeof spec extends fc.Arbitrary<infer Item> ? Item : never;

function networkOf({ kind, sums, inner, last }: Spec): Network {
  const valueAt = (value: number): number => last.valueAt(inner.valueAt(value));
  return thermometer(small, [{ kind, sums, valueAt }]);
}

function programOf({ kind, sums, inner, last }: Spec): Program {
  const said = sums.map(({ weights, constant }) =>
    add(integer(constant), ...weights.map((weight, k) => multiply(integer(weight), x(integer(k))))),
  );
  const extreme = { max, min }[kind]([range("i", zero, integer(sums.length))], element("s", i));
  const lets = [define("s", list(said)), define("t", extreme)];
  return integerProgram(small, [nCells], last.of(inner.of(variable("t"))), lets);
}

/** What the first program says and so many times what the second one does. */
function sumOfTwo(first: Program, second: Program, factor: number): Program {
  const renamed = JSON.parse(
    JSON.stringify(second.body)
      .replaceAll('"name":"s"', '"name":"s2"')
      .replaceAll('"array":"s"', '"array":"s2"')
      .replaceAll('"name":"t"', '"name":"t2"'),
  ) as Program["body"];
  const result = add(first.body.result, multiply(integer(factor), renamed.result));
  return { ...first, body: block([...first.body.lets, ...renamed.lets], result) };
}

describe("random tables over extremes of sums", () => {
  test("are proved against programs that say the same", () => {
    fc.assert(
      fc.property(spec, (each) => {
        const pair = { network: networkOf(each), program: programOf(each) };
        expect(provedOf(pair).size).toBe(1);
        expect(agreeOn(pair.network, pair.program, inputs)).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });

  test("are not proved against programs that say something else", () => {
    let nOther = 0;
    fc.assert(
      fc.property(spec, spec, fc.nat(), (each, other, at) => {
        const changed = [
          { ...each, kind: other.kind },
          { ...each, sums: other.sums },
          { ...each, sums: each.sums.with(0, other.sums[0]!) },
          { ...each, sums: [...each.sums, other.sums[0]!] },
          { ...each, inner: other.inner },
          { ...each, last: other.last },
        ];
        const pair = { network: networkOf(each), program: programOf(changed[at % 6]!) };
        const isSame = agreeOn(pair.network, pair.program, inputs);
        if (provedOf(pair).size === 1) expect(isSame).toBe(true);
        if (!isSame) nOther += 1;
      }),
      { seed, numRuns: 600 },
    );
    expect(nOther).toBeGreaterThan(200);
  });

  test("nor are sums of two", () => {
    let [nProved, nOther] = [0, 0];
    fc.assert(
      fc.property(spec, spec, spec, fc.integer({ min: -2, max: 2 }), (a, b, other, factor) => {
        const readings = [a, b].map(({ kind, sums, inner, last }): Reading => {
          return { kind, sums, valueAt: (value) => last.valueAt(inner.valueAt(value)) };
        });
        const network = addedUp(thermometer(small, readings, [2]), [1, factor]);
        for (const second of [b, other, { ...b, kind: other.kind }]) {
          const program = sumOfTwo(programOf(a), programOf(second), factor);
          const isSame = agreeOn(network, program, inputs);
          const isProved = provedOf({ network, program }).size === 1;
          if (isProved) expect(isSame).toBe(true);
          if (isProved) nProved += 1;
          if (!isSame) nOther += 1;
        }
      }),
      { seed, numRuns: 300 },
    );
    expect(nProved).toBeGreaterThan(100);
    expect(nOther).toBeGreaterThan(100);
  });

  test("nor where a unit or a weight of the network is another", () => {
    fc.assert(
      fc.property(spec, fc.nat(), (each, at) => {
        const network = networkOf(each);
        const mutants = networkMutants(network, 4);
        const pair = { network: mutants[at % mutants.length]!, program: programOf(each) };
        if (provedOf(pair).size === 1) {
          expect(agreeOn(pair.network, pair.program, inputs)).toBe(true);
        }
      }),
      { seed, numRuns: 600 },
    );
  });
});
