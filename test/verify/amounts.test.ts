import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import type { Network } from "../../src/enn/network.ts";
import { extremesOf } from "../../src/math/domain.ts";
import { sizeOf } from "../../src/math/shape.ts";
import { networkFamilies } from "../../src/tasks/networks.ts";
import { Bases } from "../../src/verify/thresholds/base.ts";
import { holdsAt, type Literal } from "../../src/verify/thresholds/event.ts";
import { plainHeights } from "../../src/verify/thresholds/plain-heights.ts";
import { verify } from "../../src/verify/verify.ts";
import { agreeOn, withoutNoise } from "./brute-force.ts";
import { networkMutants, wellFormedMutants } from "./mutants.ts";
import { everyInput } from "./thermometers.ts";

/** Every input of a network of few small integers. */
function inputsOf({ inputs }: Network): Float64Array[] {
  const ends = inputs.flatMap(({ shape, domain }) =>
    Array.from({ length: sizeOf(shape) }, () => extremesOf(domain)),
  );
  const most = Math.max(...ends.map(({ high }) => high));
  return everyInput({ kind: "integer", low: 0, high: most }, ends.length).filter((x) =>
    x.every((value, k) => value <= ends[k]!.high),
  );
}

describe.each(["distance", "rises", "chosen", "above"])("%s", (name) => {
  const network = networkFamilies.get(name)!.build([name === "rises" ? 4 : 2]);
  const program = condense(network, { name: "f" });
  const inputs = inputsOf(network);

  it("is proved", () => {
    expect(verify(network, program).kind).toBe("equivalent");
    expect(agreeOn(network, program, inputs)).toBe(true);
  });

  it("no program is proved that is another one", () => {
    const verdicts = wellFormedMutants(program).map((mutant) => {
      const { kind } = verify(network, mutant);
      if (kind === "equivalent") expect(agreeOn(network, mutant, inputs)).toBe(true);
      return kind;
    });
    expect(verdicts).toContain("different");
  });

  it("no network is proved that is another one", () => {
    const verdicts = networkMutants(network, 3).map((mutant) => {
      const { kind } = verify(mutant, program);
      const seen = withoutNoise(mutant, inputs);
      if (kind === "equivalent") expect(agreeOn(mutant, program, seen)).toBe(true);
      return kind;
    });
    expect(verdicts).toContain("different");
  });
});

describe("heights in their plain form", () => {
  const domains = [
    { kind: "binary" },
    { kind: "integer", low: -1, high: 3 },
    { kind: "integer", low: 0, high: 2 },
  ] as const;
  const cells = everyInput({ kind: "integer", low: -1, high: 3 }, 3).filter(
    ([bit, , third]) => bit! >= 0 && bit! <= 1 && third! >= 0 && third! <= 2,
  );
  const bases = new Bases(domains);
  const weights = [-5, -2, -1, 0, 1, 3, 5];
  const literals = weights.flatMap((own) =>
    [1, 2].flatMap((second) =>
      [-3, 0, 1].flatMap((third) => {
        const base = bases.base(
          [0, 1, 2].filter((k) => [own, second, third][k] !== 0),
          [own, second, third].filter((weight) => weight !== 0),
        )!;
        return ([1, -1] as const).flatMap((sign) =>
          Array.from({ length: 16 }, (_, k): Literal => ({ base, sign, least: k - 6 })),
        );
      }),
    ),
  );

  const pairs = literals.flatMap((literal) =>
    literal.sign < 0
      ? []
      : [1, 2, 5].map((apart): Literal[] => [
          literal,
          { ...literal, sign: -1, least: apart - literal.least },
        ]),
  );

  it("are as high everywhere", () => {
    let nParted = 0;
    for (const event of [...literals.map((literal) => [literal]), ...pairs]) {
      const heights = plainHeights(bases, { event, by: 7 });
      if (heights.some(({ event }) => event.length > 1)) nParted += 1;
      for (const x of cells) {
        const height = heights.reduce(
          (sum, { event, by, always }) => sum + always + (holdsAt(event, x) ? by : 0),
          0,
        );
        expect(height).toBe(holdsAt(event, x) ? 7 : 0);
      }
    }
    expect(nParted).toBeGreaterThan(20);
  });
});
