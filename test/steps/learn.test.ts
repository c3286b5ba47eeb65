import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distill } from "../../src/distill.ts";
import { parseNetwork, printNetwork } from "../../src/enn/json.ts";
import { predict } from "../../src/enn/predict.ts";
import { Random } from "../../src/math/random.ts";
import { some } from "../thorough.ts";
import {
  addition,
  additionFromTheEnd,
  balanced,
  drawn,
  lastTwo,
  latch,
  lead,
  ofLength,
  remainder,
  samplesOf,
  stepsFrom,
  type Walk,
} from "./walks.ts";

describe("what is carried from place to place is learnt, and right on arrays of any length", () => {
  it.each(
    some<readonly [string, Walk, number, number, readonly string[]]>([
      [
        "addition",
        addition(3),
        8,
        150,
        [
          "total = p + q + carry",
          "y.append(total % 3)",
          "carry = total // 3",
          "return y + [carry]",
        ],
      ],
      [
        "addition from the end",
        additionFromTheEnd(10),
        8,
        400,
        ["in zip(reversed(a), reversed(b)):", "carry = total // 10", "return [carry] + y[::-1]"],
      ],
      ["a latch", latch, 8, 60, ["    return y"]],
      ["a remainder", remainder, 10, 120, ["% 5", "y.append(state)"]],
      ["the last two results", lastTwo, 10, 60, ["before_last = last", "last = total % 3"]],
      ["brackets", balanced, 10, 300, ["balance = 2 * value + balance - 1"]],
      ["who leads", lead, 10, 300, ["lead = p + lead - q"]],
    ]),
  )("%s", async (_, walk, length, count, lines) => {
    const { program, verdict, source } = await distill(samplesOf(walk, length, count), {
      name: "f",
    });
    for (const line of lines) expect(source.python).toContain(line);
    expect(verdict.kind).toBe("equivalent");
    expect(verdict.domain).toContain("of any other length");
    const random = new Random(2);
    for (const large of [1, 3, 200]) {
      const arrays = drawn(walk, large, random);
      const named = Object.keys(walk.inputs).map((name, k) => [name, arrays[k]!] as const);
      expect(evaluate(program, Object.fromEntries(named))).toEqual(walk.answer(...arrays));
    }
  });
});

it("what is carried starts at 0, even where no cell is", async () => {
  const random = new Random(1);
  const lines = Array.from({ length: 60 }, () => {
    const x = Array.from({ length: 8 }, () => 2 + random.below(5));
    let [last, before] = [0, 0];
    const y = x.map((value) => {
      [last, before] = [Math.abs(last - before), value];
      return last;
    });
    return JSON.stringify({ x, y });
  });
  const { network, candidate } = await distill(parseJsonl(lines.join("\n"), {}), { name: "f" });
  expect(network.kind).toBe("step");
  expect(candidate.mistakes).toBe(0);
});

describe("a step network", () => {
  it("is what it was when it is printed and parsed, and runs on any length", async () => {
    const network = await stepsFrom(addition(3), 8, 150);
    expect(await parseNetwork(printNetwork(network))).toStrictEqual(network);
    const random = new Random(3);
    const arrays = drawn(addition(3), 50, random);
    const outputs = predict(ofLength(network, 50), arrays.flat());
    expect([...outputs]).toEqual(addition(3).answer(...arrays));
  });

  it("is none where carried integers or parts do not fit", async () => {
    const network = await stepsFrom(latch, 8, 60);
    const [state] = network.carried;
    const outside = { ...network, carried: [{ ...state!, initial: 2 }] };
    expect(() => printNetwork(outside)).toThrow("expected integers state from 0 to 1, found 2");
    const swapped = { ...network, inputs: [...network.inputs].reverse() };
    expect(() => printNetwork(swapped)).toThrow("expected parts from a cell of each input");
    const long = { ...network, output: { ...network.output, shape: [9] } };
    expect(() => printNetwork(long)).toThrow("expected 8 outputs, found 9");
  });
});
