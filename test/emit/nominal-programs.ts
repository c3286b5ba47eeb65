import type { Label } from "../../src/math/label.ts";
import {
  block,
  define,
  element,
  integer,
  modulo,
  table,
  variable,
} from "../../src/program/build.ts";
import { check } from "../../src/program/check.ts";
import { lengthsOf, placeAnywhere } from "../../src/program/place.ts";
import type { Block, Program } from "../../src/program/program.ts";
import { randomPrograms } from "./random-programs.ts";

/** Random programs of every form, `x` of which holds texts along its last axis; most have labels. */
export function nominalPrograms(count: number, seed: number): readonly Program[] {
  return randomPrograms(count, seed, [[3], ["n", 3], ["n", "m", 3]]).map((program, k) => {
    const inputs = program.inputs.map((input) =>
      input.name === "x" ? { ...input, domain: { kind: "one-hot", values } as const } : input,
    );
    return withLabels({ ...program, name: `f_${k}`, inputs }, k);
  });
}

const values = ['"', "*/", "x"];

function withLabels(program: Program, k: number): Program {
  const type = check(program);
  const kind = type.kind === "array" ? type.of : type.kind;
  switch (kind) {
    case "bit":
    case "truth":
      return { ...program, labels: pairs[k % pairs.length]! };
    case "integer":
      return { ...program, body: indices(program), labels: ["/*", 2.5, -3, true] };
    case "real":
      return program;
  }
}

const pairs: readonly (readonly Label[])[] = [
  [false, true],
  ["no", "yes"],
  [-1, 1],
];

/** The remainder by 4 of each integer of a result. */
function indices(program: Program): Block {
  const { lets, result } = program.body;
  const lengths = lengthsOf(result, placeAnywhere(program));
  if (lengths === undefined) return block(lets, modulo(result, integer(4)));
  const ranges = lengths.map((to, axis) => ({ variable: `p${axis}`, from: integer(0), to }));
  const item = element("out", ...ranges.map((range) => variable(range.variable)));
  return block(
    [...lets, define("out", result)],
    table(ranges, block([], modulo(item, integer(4)))),
  );
}
