import { describe, expect, it } from "vitest";
import { condense } from "../../../src/condense/condense.ts";
import { betweenEnds } from "../../../src/condense/families/between-ends.ts";
import type { Item } from "../../../src/condense/families/item.ts";
import { printPython } from "../../../src/emit/python.ts";
import type { Domain } from "../../../src/math/domain.ts";
import { inputX, networkOf, upTo, weigh } from "../../../src/tasks/neuron.ts";
import { verify } from "../../../src/verify/verify.ts";

const grids = [{ shape: [3] }];
const bounds = { low: 0, high: 2, isInteger: true };

/** The output at a place, which weighs some cells of three by 1 and others by -1. */
function item(place: number, plus: readonly number[], minus: readonly number[], bias = 0): Item {
  const parts = [
    { cells: plus, weight: 1 },
    { cells: minus, weight: -1 },
  ].filter(({ cells }) => cells.length > 0);
  return {
    placed: {
      rule: "sum",
      classes: parts.map(({ cells }) => ({ source: 0, cells, bounds })),
      table: undefined,
      sum: { weights: parts.map(({ weight }) => weight), bias },
      layers: undefined,
    },
    coordinates: [place],
    tag: "",
  };
}

const familyOf = (items: readonly Item[]) =>
  betweenEnds(1, { items, open: new Set(items.keys()), grids });

describe("betweenEnds", () => {
  it("sees one stretch grow and another one shrink", () => {
    const items = [item(0, [], [1, 2], 4), item(1, [0], [2], 2), item(2, [0, 1], [])];
    const family = familyOf(items)!;
    expect(family.members.map((member) => [member.item, ...member.variables])).toEqual([
      [1, 1],
      [0, 0],
      [2, 2],
    ]);
    expect(family.body).toMatchObject({
      bias: { kind: "affine", variable: 0, factor: -2, offset: 4 },
    });
  });

  it("wants both ends to read what the family reads there", () => {
    expect(familyOf([item(0, [], [1, 2]), item(1, [0], [2]), item(2, [0, 2], [])])).toBeUndefined();
    expect(familyOf([item(0, [], [0, 2]), item(1, [0], [2]), item(2, [0, 1], [])])).toBeUndefined();
  });

  it("wants a bias that follows from the place", () => {
    const items = [item(0, [], [1, 2], 4), item(1, [0], [2], 3), item(2, [0, 1], [])];
    expect(familyOf(items)).toBeUndefined();
  });
});

describe("three units, each of which weighs what lies before it against what lies after it", () => {
  const network = (domain: Domain) =>
    networkOf({
      inputs: inputX([3], domain),
      layers: [
        {
          activation: "sign",
          neurons: upTo(3).map((k) => ({
            bias: 0,
            entries: [
              ...weigh(upTo(3).filter((j) => j < k)),
              ...weigh(
                upTo(3).filter((j) => j > k),
                -1,
              ),
            ],
          })),
        },
      ],
      shape: [3],
    });

  it.each<[string, Domain]>([
    ["integers", { kind: "integer", low: -2, high: 9 }],
    ["numbers", { kind: "real" }],
  ])("are one line: %s", (_name, domain) => {
    const program = condense(network(domain), { name: "f" });
    expect(printPython(program)).toContain(
      "return [sign(sum(x[:i]) - sum(x[i + 1 :])) for i in range(3)]",
    );
    expect(verify(network(domain), program)).toMatchObject({ kind: "equivalent" });
  });
});
