import { describe, expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import { binary, type Domain } from "../../src/math/domain.ts";
import {
  add,
  and,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  modulo,
  multiply,
  not,
  range,
  size,
  softmax,
  subtract,
  sum,
  table,
  truth,
  variable,
} from "../../src/program/build.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { verify } from "../../src/verify/verify.ts";
import {
  atLeast,
  choiceAndCount,
  layer,
  life,
  networkOf,
  parity,
  programOf,
  rule30Network,
  rule30Ring,
  rule30Zero,
} from "./pairs.ts";

const [i, n, zero, one] = [variable("i"), size("n"), integer(0), integer(1)];
const x = (k: number): Expression => element("x", integer(k));
const count = sum([range("i", zero, n)], element("x", i));

/** One unit over the bits x. */
function unit(
  weights: readonly number[],
  bias: number,
  activation: "sign" | "step" = "step",
): Network {
  const entries = weights.map((value, column) => ({ column, value }));
  const only = layer([{ bias, entries }], weights.length, activation);
  return networkOf([weights.length], [], [only], { kind: "raw" });
}

describe("what is right is proved", () => {
  test("rule 30 on a ring: alike outputs are proved once", () => {
    const { network, program } = rule30Ring(20);
    expect(verify(network, program)).toEqual({
      kind: "equivalent",
      domain: "all 2^20 inputs x of 20 bits",
      methods: [
        "expansion at n = 20",
        "cuts for 20 units inside",
        "the same structure for 20 outputs",
        "16 inputs run",
      ],
    });
  });

  test("rule 30 between zeros: both ends are kinds of their own", () => {
    const { network, program } = rule30Zero(7);
    const { kind, methods } = verify(network, program);
    expect(kind).toBe("equivalent");
    expect(methods[1]).toBe("cuts for 6 units inside");
    const byCells = verify(network, program, { graphSteps: 0 });
    expect(byCells.methods).toEqual([
      "exhaustive over 4 cases for 2 outputs of 2 kinds",
      "exhaustive over 8 cases for 5 outputs alike",
      "16 inputs run",
    ]);
  });

  test("Life on a 64x64 torus", () => {
    const { network, program } = life(64, 64);
    const verdict = verify(network, program);
    expect(verdict.kind).toBe("equivalent");
    expect(verdict.methods[1]).toBe("the same structure for 4096 outputs");
  });

  test.each([
    ["majority of 64", atLeast(33, 64)],
    ["20 of 40", atLeast(20, 40)],
    ["parity of 40", parity(40)],
    ["any of 1000", atLeast(1, 1000)],
  ])("%s: by decision diagrams", (_, { network, program }) => {
    expect(verify(network, program).kind).toBe("equivalent");
    if (network.layers[0]!.weights.nColumns > 1000) return;
    const { kind, methods } = verify(network, program, { graphSteps: 0 });
    expect(kind).toBe("equivalent");
    expect(methods[0]).toMatch(/^decision diagrams \(\d+ nodes\)$/);
  });

  test("unequal weights of 64 inputs share their diagrams", () => {
    const weights = Array.from({ length: 64 }, (_, k) => 1 + k / 1e6);
    const program = programOf(["n"], bit(compare(count, ">", integer(32))));
    expect(verify(unit(weights, -32.5), program).kind).toBe("equivalent");
  });

  test("outputs in a list", () => {
    const { network, program } = choiceAndCount();
    expect(verify(network, program).kind).toBe("equivalent");
  });
});

describe("what is wrong is shown", () => {
  test("on the input that shows it", () => {
    const { network } = atLeast(2, 3);
    const program = programOf(["n"], bit(compare(count, ">=", integer(3))));
    const verdict = verify(network, program);
    expect(verdict).toMatchObject({
      kind: "different",
      counterexample: { network: 1, program: 0 },
    });
  });

  test("one assignment in 2^64", () => {
    const { program } = atLeast(64, 64);
    const verdict = verify(atLeast(65, 64).network, program);
    const ones = Array.from({ length: 64 }, () => 1);
    expect(verdict).toMatchObject({ kind: "different", counterexample: { inputs: { x: ones } } });
  });

  test("one place of a grid", () => {
    const { network } = rule30Zero(20);
    const verdict = verify(network, rule30Ring(20).program);
    expect(verdict.kind).toBe("different");
  });

  test("a result of another shape", () => {
    const verdict = verify(atLeast(1, 2).network, programOf([2], list([x(0), x(1)])));
    expect(verdict).toMatchObject({
      kind: "different",
      counterexample: { inputs: { x: [0, 0] }, network: 0, program: [0, 0] },
    });
  });
});

describe("weights are the numbers that their doubles denote", () => {
  test("0.1 + 0.2 is above 0.3", () => {
    const bothOn = and(x(0), x(1));
    const program = programOf([2], bothOn);
    expect(verify(unit([0.1, 0.2], -0.3), program).kind).toBe("equivalent");
    expect(verify(unit([0.1, 0.2], -0.3), program, { exhaustiveInputs: 0 }).kind).toBe(
      "equivalent",
    );
    expect(verify(unit([0.125, 0.25], -0.375), program)).toMatchObject({
      kind: "different",
      counterexample: { inputs: { x: [1, 1] }, network: 0, program: 1 },
    });
  });

  test("sums that doubles cannot hold", () => {
    const program = programOf([3], x(1));
    for (const limits of [{}, { exhaustiveInputs: 0 }]) {
      expect(verify(unit([2 ** 60, 1, 0.5], -0.5), program, limits).kind).toBe("different");
      expect(
        verify(unit([1e300, 2e-300, -1e300], -1e-300), programOf([3], x(1)), limits),
      ).toMatchObject({ kind: "different" });
      expect(verify(unit([1e-300, 2], -1), programOf([2], x(1)), limits).kind).toBe("equivalent");
      expect(verify(unit([1e-300, 1], -1), programOf([2], x(1)), limits)).toMatchObject({
        kind: "different",
        counterexample: { inputs: { x: [0, 1] }, network: 0, program: 1 },
      });
      expect(verify(unit([1e-300, 1], -1), programOf([2], and(x(0), x(1))), limits).kind).toBe(
        "equivalent",
      );
    }
  });

  test("the sign of a tie is 0", () => {
    const sign = subtract(x(0), x(1));
    expect(verify(unit([3, -3], 0, "sign"), programOf([2], sign)).kind).toBe("equivalent");
    const never0 = choose(truth(x(0)), one, integer(-1));
    expect(verify(unit([3, -3], 0, "sign"), programOf([2], never0)).kind).toBe("different");
  });

  test("the step of a tie is 0", () => {
    expect(verify(unit([1, 1], -1), programOf([2], and(x(0), x(1)))).kind).toBe("equivalent");
  });
});

describe("outputs that are not bits", () => {
  const logits = [0, 1, 2].map((column) => ({ bias: 0, entries: [{ column, value: 1 + column }] }));

  test("argmax takes the first of the largest", () => {
    const network = networkOf([3], [], [layer(logits, 3, "argmax")], { kind: "raw" });
    const largest = choose(truth(x(2)), integer(2), choose(truth(x(1)), one, zero));
    expect(verify(network, programOf([3], largest)).kind).toBe("equivalent");
    const last = choose(truth(x(2)), integer(2), one);
    expect(verify(network, programOf([3], last)).kind).toBe("different");
  });

  test("identity gives the sums", () => {
    const network = networkOf([3], [3], [layer(logits, 3, "identity")], { kind: "raw" });
    const weighted = multiply(add(i, one), element("x", i));
    const program = programOf(["n"], table([range("i", zero, n)], block([], weighted)));
    expect(verify(network, program).kind).toBe("equivalent");
  });

  test("probabilities are the same where logits differ by one shift", () => {
    const network = networkOf([3], [], [layer(logits, 3, "softmax")], { kind: "raw" });
    const shifted = (by: Expression, last: Expression): Program =>
      programOf([3], softmax(list([add(x(0), by), add(multiply(x(1), integer(2)), by), last])));
    const third = multiply(x(2), integer(3));
    expect(verify(network, shifted(x(1), add(third, x(1)))).kind).toBe("equivalent");
    expect(verify(network, shifted(x(1), third)).kind).toBe("different");
    expect(verify(network, programOf([3], list([x(0), x(1), x(2)]))).kind).toBe("different");
  });
});

describe("domains other than bits", () => {
  const digit: Domain = { kind: "integer", low: 0, high: 9 };
  const over = (domain: Domain): { network: Network; program: Program } => ({
    network: { ...unit([1, -1], 0), inputs: [{ name: "x", shape: [2], domain }] },
    program: {
      name: "f",
      inputs: [{ name: "x", shape: [2], domain }],
      body: block([], bit(compare(x(0), ">", x(1)))),
    },
  });

  test("few inputs are all run", () => {
    const { network, program } = over(digit);
    expect(verify(network, program).kind).toBe("equivalent");
    expect(verify(network, program, { graphSteps: 0 })).toEqual({
      kind: "equivalent",
      domain: "all inputs x of 2 integers from 0 to 9",
      methods: ["all 100 inputs run"],
    });
  });

  test.each<Domain>([
    { kind: "real" },
    { kind: "integer", low: -5e8, high: 5e8 },
    { kind: "integer", low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
  ])("sums of %o are what they are", (domain) => {
    const { network, program } = over(domain);
    expect(verify(network, program).kind).toBe("equivalent");
    const reached = { ...program, body: block([], bit(compare(x(0), ">=", x(1)))) };
    expect(verify(network, reached).kind).toBe("different");
  });

  test("a program for bits does not do for digits", () => {
    const { network } = over(digit);
    const { program } = over(binary);
    expect(verify(network, program).kind).toBe("unproved");
  });
});

describe("what cannot be proved has a reason", () => {
  const reasonOf = (
    network: Network,
    program: Program,
    diagramNodes = 200_000,
    graphSteps = 2 ** 28,
  ): string => {
    const verdict = verify(network, program, { diagramNodes, graphSteps });
    return verdict.kind === "unproved" ? verdict.reason : verdict.kind;
  };

  test("an index outside its array", () => {
    const beyond = table([range("i", zero, n)], block([], element("x", add(i, one))));
    expect(reasonOf(rule30Network(20, "ring"), programOf(["n"], beyond))).toBe(
      "the program reads x at 20 of axis 0, outside it",
    );
    expect(reasonOf(rule30Network(7, "ring"), programOf(["n"], beyond))).toMatch(
      /^the program fails/,
    );
  });

  test("an index outside its array that no input reaches is no obstacle", () => {
    const guarded = choose(compare(n, ">", integer(9)), x(9), x(0));
    expect(verify(unit([1, 0], 0), programOf(["n"], guarded)).kind).toBe("equivalent");
  });

  test("a node budget", () => {
    const { network, program } = atLeast(20, 40);
    expect(reasonOf(network, program, 100, 0)).toBe(
      "output 0: 40 inputs make 2^40 cases, and decision diagrams stopped at 100 nodes",
    );
  });

  test("too many inputs for diagrams", () => {
    const { network, program } = atLeast(1, 1001);
    expect(reasonOf(network, program, 200_000, 0)).toMatch(/diagrams take 1000 inputs at most$/);
  });

  test("names, numbers and lengths that do not fit", () => {
    const { network, program } = atLeast(2, 3);
    const [input] = program.inputs;
    expect(reasonOf(network, { ...program, inputs: [] })).toMatch(/^ill-formed program/);
    expect(reasonOf(network, { ...program, inputs: [input!, { ...input!, name: "z" }] })).toBe(
      "the network has 1 inputs, the program 2",
    );
    expect(reasonOf(network, programOf([4], x(0)))).toBe("x has shape [3], the program takes [4]");
    const renamed = { ...network, inputs: [{ ...network.inputs[0]!, name: "z" }] };
    expect(reasonOf(renamed, program)).toBe("the program takes x where the network takes z");
  });

  test("loops without end are not begun", () => {
    const { network } = rule30Ring(20);
    const long = sum([range("i", zero, integer(1e12))], one);
    expect(reasonOf(network, programOf(["n"], long))).toMatch(/^the expansion passes/);
  });

  test("a division by zero, numbers beyond 2^53, an index that depends on the inputs", () => {
    const { network } = atLeast(20, 40);
    const reason = (result: Expression): string => reasonOf(network, programOf(["n"], result));
    expect(reason(modulo(count, zero))).toBe("the program divides by 0");
    expect(reason(multiply(count, integer(2 ** 52)))).toBe("a sum is no integer below 2^53");
    const shown = reason(not(element("x", modulo(count, n))));
    expect(["an index of x depends on the inputs", "different"]).toContain(shown);
  });

  test("a variable that a table's own bounds name", () => {
    const early = table([range("i", zero, n), range("j", zero, i)], block([], one));
    const { kind } = verify(rule30Network(20, "ring"), programOf(["n"], early));
    expect(kind).not.toBe("equivalent");
  });

  test("lets are expanded even if nothing reads them", () => {
    const { network } = atLeast(20, 40);
    const program = programOf(["n"], bit(compare(count, ">=", integer(20))), [
      define("unused", element("x", n)),
    ]);
    expect(reasonOf(network, program)).toMatch(/outside it$/);
  });
});
