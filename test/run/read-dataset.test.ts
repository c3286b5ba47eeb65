import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { printJsonl } from "../../src/data/print-jsonl.ts";
import { readDataset } from "../../src/run/read-dataset.ts";
import { readLines, readText } from "../../src/run/read-lines.ts";
import { taskSamples } from "../../src/tasks/task-samples.ts";

const folder = mkdtempSync(join(tmpdir(), "distill-read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("readDataset", () => {
  it("reads what printJsonl printed", async () => {
    const data = taskSamples("life", { shape: [5, 6], samples: 4 });
    const path = put("life.jsonl", printJsonl(data));
    const places = [1, 2, 3, 4].map((line) => `${path}:${line}`);
    expect(await readDataset(path)).toEqual({ ...data, places });
  });

  it("reads large files", async () => {
    const line = `{"x": [${"0,1,".repeat(25).slice(0, -1)}], "y": 1}\n`;
    const data = await readDataset(put("large.jsonl", line.repeat(100_000)));
    expect(data.nSamples).toBe(100_000);
  });

  it("reads one very long line", async () => {
    const x = `[${"0,".repeat(2_000_000)}1]`;
    const data = await readDataset(put("long.JSONL", `{"x": ${x}, "y": 1}`));
    expect(data.inputs[0]!.shape).toEqual([2_000_001]);
  });
});

describe("readDataset of tables", () => {
  it("reads .csv and .tsv, with a byte order mark, CRLF, quotes and blank lines", async () => {
    const rows = [
      "\ufeffx[0],x[1],note,class",
      '0,1,"a, ""b""",no',
      "",
      ' 1 ,0,"c',
      'd",yes',
      "0,0,e,no",
    ];
    const path = put("a.csv", rows.join("\r\n"));
    const data = await readDataset(path);
    expect(data.inputs.map(({ name, shape }) => [name, shape])).toEqual([
      ["x", [2]],
      ["note", [3]],
    ]);
    expect([...data.inputs[0]!.values]).toEqual([0, 1, 1, 0, 0, 0]);
    expect(data.inputs[1]!.domain).toEqual({ kind: "one-hot", values: ['a, "b"', "c\r\nd", "e"] });
    expect(data.target).toMatchObject({ name: "class", classes: ["no", "yes"] });
    expect(data.places).toEqual([`${path}:2`, `${path}:4`, `${path}:6`]);
    const tabs = put("a.TSV", "a\tb\n0\t1,5\n1\t2,5\n");
    expect((await readDataset(tabs)).target.classes).toEqual(["1,5", "2,5"]);
  });

  it("reads rows that chunks cut", async () => {
    const rows = Array.from({ length: 40_000 }, (_, k) => `${k},"${k % 2 === 0 ? "é" : "ü"}"`);
    const data = await readDataset(put("cut.csv", ["a,y", ...rows].join("\n")));
    expect(data.nSamples).toBe(40_000);
    expect(data.inputs[0]!.values.every((value, k) => value === k)).toBe(true);
    expect(data.target.values.every((value, k) => value === k % 2)).toBe(true);
    expect(data.target.classes).toEqual(["é", "ü"]);
  });

  it("reads many columns", async () => {
    const names = Array.from({ length: 10_000 }, (_, k) => `x[${k}]`);
    const row = names.map((_, k) => k % 2);
    const data = await readDataset(put("wide.csv", `${names},y\n${row},0\n${row},1\n`));
    expect(data.inputs[0]!.shape).toEqual([10_000]);
    expect([...data.inputs[0]!.values]).toEqual([...row, ...row]);
  });

  it.each([
    ["bad-table: e.csv:3: ", 'a,y\n1,0\n2,"1\n', "a quote that is never closed"],
    ["bad-table: e.csv:2: ", 'a,y\n"1"2,0\n', "text after a closing quote"],
    ["bad-table: e.csv:2: ", 'a,y\n1"2,0\n', "a quote inside a cell"],
    ["ragged-rows: e.csv:3: ", "a,y\n1,0\n1\n", "found 1"],
    ["no-samples: e.csv ", "", "a row of column names"],
    ["no-samples: e.csv ", "a,y\n", "a row of column names"],
  ])("%s%j", async (start, text, part) => {
    const path = put("e.csv", text);
    const error = await readDataset(path).catch((reason: Error) => reason);
    const { message } = error as Error;
    expect(message.replace(path, "e.csv")).toMatch(new RegExp(`^${start}`));
    expect(message).toContain(part);
  });
});

describe("readLines", () => {
  it("joins lines and characters that chunks cut", async () => {
    const text = `${"é".repeat(200_001)}\n${"b".repeat(10)}\n\nlast`;
    const path = put("cut.txt", `\ufeff${text}`);
    const lines: string[] = [];
    for await (const batch of readLines(path)) lines.push(...batch);
    expect(lines).toEqual(text.split("\n"));
    expect(await readText(path)).toBe(text);
  });

  it("refuses what is not UTF-8, also where it ends too early", async () => {
    await expect(readText(put("a", Uint8Array.of(0x41, 0xff)))).rejects.toThrow("not-text");
    await expect(readText(put("b", Uint8Array.of(0x41, 0xc3)))).rejects.toThrow("not-text");
  });
});
