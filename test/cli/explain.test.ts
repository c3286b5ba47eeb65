import { expect, it } from "vitest";
import { distill, FLIP, put, scratch } from "./command.ts";

const folder = scratch();
const flip = put(folder, "flip.json", FLIP);

it("explains a program in plain English", async () => {
  const said = await distill("explain", flip);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toMatch(/^flip takes x \(n values of 0 or 1\) and returns n values of 0 or 1\./);
  expect(said.out).toMatch(/\.\n$/);
});

it("explains it as JSON", async () => {
  const { out } = await distill("explain", flip, "--json");
  const plain = (await distill("explain", flip)).out;
  expect(JSON.parse(out)).toEqual({ name: "flip", explanation: plain });
});

it.each([
  ["missing-file", "none.json", undefined],
  ["bad-program", "bad.json", "{}"],
])("%s", async (code, name, text) => {
  const path = text === undefined ? `${folder}/${name}` : put(folder, name, text);
  const said = await distill("explain", path);
  expect(said.err).toMatch(new RegExp(`^${code}: [^\\n]+\\n$`));
  expect([said.code, said.out]).toEqual([1, ""]);
});
