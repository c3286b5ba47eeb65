import { expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import { atLeastOf, majority } from "../../src/tasks/count-networks.ts";
import { reversal } from "../../src/tasks/index-networks.ts";
import { agreement } from "../../src/verify/agreement.ts";

it("is the share of inputs on which a program says what a network says", () => {
  const network = majority([9]);
  expect(agreement(network, condense(network, { name: "f" }))).toBe(1);
  const share = agreement(network, condense(atLeastOf([9], 6), { name: "f" }));
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(1);
});

it("is none where a program takes other inputs", () => {
  const program = condense(reversal(4), { name: "f" });
  const shaped = { ...program, inputs: [{ ...program.inputs[0]!, shape: [4] }] };
  expect(agreement(majority([9]), shaped)).toBe(0);
});
