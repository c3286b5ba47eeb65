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

  it("reads large files in time that grows with their size", async () => {
    const line = `{"x": [${"0,1,".repeat(25).slice(0, -1)}], "y": 1}\n`;
    const path = put("large.jsonl", line.repeat(100_000));
    const start = performance.now();
    expect((await readDataset(path)).nSamples).toBe(100_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("reads one very long line", async () => {
    const x = `[${"0,".repeat(2_000_000)}1]`;
    const data = await readDataset(put("long.JSONL", `{"x": ${x}, "y": 1}`));
    expect(data.inputs[0]!.shape).toEqual([2_000_001]);
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
