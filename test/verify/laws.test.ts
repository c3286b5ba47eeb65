import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import { predict } from "../../src/enn/predict.ts";
import {
  add,
  and,
  bit,
  choose,
  compare,
  element,
  integer,
  list,
  member,
  modulo,
  multiply,
  not,
  or,
  subtract,
  truth,
  xor,
} from "../../src/program/build.ts";
import type { Comparison, Expression } from "../../src/program/program.ts";
import { verify } from "../../src/verify/verify.ts";
import { agreeOn, withoutNoise } from "./brute-force.ts";
import { allBits, layer, networkOf, programOf } from "./pairs.ts";

const nInputs = 4;
const x = (k: number): Expression => element("x", integer(k));
const seed = 11;

const weight = fc.constantFrom(0, 0, 1, -1, 2, -2, 0.5, 0.1, 0.2, 0.3, -0.3, 1e-17, 2 ** 54);

const neurons = (count: number, width: number) =>
  fc.array(
    fc.record({
      bias: weight,
      entries: fc
        .array(weight, { minLength: width, maxLength: width })
        .map((values) => values.map((value, column) => ({ column, value }))),
    }),
    { minLength: count, maxLength: count },
  );

const activation = fc.constantFrom("sign" as const, "step" as const);

const network: fc.Arbitrary<Network> = fc
  .record({
    hidden: neurons(3, nInputs),
    outputs: neurons(2, 3),
    first: activation,
    second: activation,
    labels: fc.constantFrom({ kind: "raw" } as const, { kind: "above-zero" } as const),
  })
  .map(({ hidden, outputs, first, second, labels }) =>
    networkOf([nInputs], [2], [layer(hidden, nInputs, first), layer(outputs, 3, second)], labels),
  );

const comparison = fc.constantFrom<Comparison>("<", "<=", "==", "!=", ">=", ">");

const { bits, integers } = fc.letrec<{ bits: Expression; integers: Expression }>((tie) => ({
  bits: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.nat(nInputs - 1).map(x),
    fc.constantFrom(integer(0), integer(1)),
    fc.tuple(tie("bits"), tie("bits")).map(([a, b]) => and(a, b)),
    fc.tuple(tie("bits"), tie("bits")).map(([a, b]) => or(a, b)),
    fc.tuple(tie("bits"), tie("bits"), tie("bits")).map((operands) => xor(...operands)),
    tie("bits").map(not),
    fc
      .tuple(tie("integers"), comparison, tie("integers"))
      .map(([a, op, b]) => bit(compare(a, op, b))),
    tie("integers").map((value) => bit(member(value, [-1, 1, 2]))),
    fc.tuple(tie("bits"), tie("bits"), tie("bits")).map(([c, a, b]) => choose(truth(c), a, b)),
  ),
  integers: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("bits"),
    fc.integer({ min: -3, max: 3 }).map(integer),
    fc.array(tie("integers"), { minLength: 1, maxLength: 3 }).map((terms) => add(...terms)),
    fc.tuple(tie("integers"), tie("integers")).map(([a, b]) => subtract(a, b)),
    fc.tuple(tie("integers"), tie("integers")).map(([a, b]) => multiply(a, b)),
    fc
      .tuple(tie("integers"), fc.integer({ min: 1, max: 3 }))
      .map(([a, b]) => modulo(a, integer(b))),
    fc
      .tuple(tie("bits"), tie("integers"), tie("integers"))
      .map(([c, a, b]) => choose(truth(c), a, b)),
  ),
}));

/** A program that looks each output up, bit by bit. */
function lookUp(net: Network, output: number): Expression {
  const build = (known: readonly number[]): Expression => {
    if (known.length === nInputs) return integer(predict(net, known)[output]!);
    return choose(truth(x(known.length)), build([...known, 1]), build([...known, 0]));
  };
  return build([]);
}

/** A network of one matcher for each input on which the bits are one. */
function matching(expressions: readonly Expression[]): Network {
  const isOne = (expression: Expression, given: Float64Array): boolean =>
    agreeOn(constantOne, programOf([nInputs], expression), [given]);
  const hidden = allBits(nInputs).map((given) => ({
    bias: 1 - given.reduce((total, value) => total + value, 0),
    entries: [...given].map((value, column) => ({ column, value: value === 1 ? 1 : -1 })),
  }));
  const outputs = expressions.map((expression) => ({
    bias: 0,
    entries: allBits(nInputs).flatMap((given, column) =>
      isOne(expression, given) ? [{ column, value: 1 }] : [],
    ),
  }));
  const layers = [layer(hidden, nInputs, "step"), layer(outputs, hidden.length, "step")];
  return networkOf([nInputs], [expressions.length], layers);
}

const constantOne = networkOf([nInputs], [], [layer([{ bias: 1, entries: [] }], nInputs, "step")]);

const methods = [{}, { graphSteps: 0 }, { graphSteps: 0, exhaustiveInputs: 0 }];

describe.each(methods)("verify agrees with trying everything: %o", (limits) => {
  const options = { seed, numRuns: 250 };

  test("a network and its truth table", () => {
    fc.assert(
      fc.property(network, (net) => {
        const program = programOf([nInputs], list([lookUp(net, 0), lookUp(net, 1)]));
        expect(verify(net, program, limits).kind).toBe("equivalent");
      }),
      options,
    );
  });

  test("a program and its matchers, right and with one of them gone", () => {
    let nDifferent = 0;
    fc.assert(
      fc.property(bits, bits, fc.nat(15), (a, b, gone) => {
        const program = programOf([nInputs], list([a, b]));
        const net = matching([a, b]);
        expect(verify(net, program, limits).kind).toBe("equivalent");
        const mutant = without(net, gone);
        const isSame = agreeOn(mutant, program, allBits(nInputs));
        expect(verify(mutant, program, limits).kind).toBe(isSame ? "equivalent" : "different");
        if (!isSame) nDifferent += 1;
      }),
      options,
    );
    expect(nDifferent).toBeGreaterThan(options.numRuns / 2);
  });

  test("a network and a program that have nothing to do with each other", () => {
    fc.assert(
      fc.property(network, bits, integers, (net, a, b) => {
        const program = programOf([nInputs], list([a, b]));
        const verdict = verify(net, program, limits);
        const inputs = allBits(nInputs);
        if (agreeOn(net, program, inputs)) expect(verdict.kind).toBe("equivalent");
        else if (!agreeOn(net, program, withoutNoise(net, inputs))) {
          expect(verdict.kind).toBe("different");
        } else if (verdict.kind !== "unproved") {
          // They differ, but by noise alone.
          expect(verdict).toMatchObject({ kind: "equivalent", snapped: expect.any(Number) });
        }
      }),
      options,
    );
  });
});

/** The same network with one matcher that never fires. */
function without(net: Network, gone: number): Network {
  const [first, second] = net.layers;
  return { ...net, layers: [{ ...first!, biases: first!.biases.with(gone, -9) }, second!] };
}
