import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { arff } from "../../src/run/arff.ts";
import { espresso } from "../../src/run/espresso.ts";
import { Ripper } from "../../src/run/ripper.ts";
import { everyBits } from "../../src/tasks/every-bits.ts";
import { LIFE, nextCell } from "../../src/tasks/outer-totalistic.ts";

type Row = readonly number[];

const ones = (row: Row): number => row.reduce((sum, bit) => sum + bit, 0);

const isMost = (row: Row): number => (2 * ones(row) > row.length ? 1 : 0);

/** Rule bits for neighbourhoods 000 to 111, then the three cells: which rule bit holds. */
const ruleBit = (row: Row): number => row[4 * row[8]! + 2 * row[9]! + row[10]!]!;

describe("espresso", () => {
  const terms = (n: number, label: (row: Row) => number): Promise<number> => {
    const x = everyBits(n);
    return espresso.countTerms({ x, y: x.map(label) });
  };

  it("finds the terms of complete tables", async () => {
    expect(await terms(3, ([l, c, r]) => l! ^ (c! | r!))).toBe(3);
    expect(await terms(3, isMost)).toBe(3);
    expect(await terms(9, isMost)).toBe(126);
    expect(await terms(8, (row) => ones(row) % 2)).toBe(128);
    expect(await terms(9, (row) => nextCell(LIFE, row[4]!, ones(row) - row[4]!))).toBe(84);
    const number = (bits: Row): number => bits.reduce((sum, bit) => 2 * sum + bit, 0);
    expect(await terms(8, (row) => +(number(row.slice(0, 4)) > number(row.slice(4))))).toBe(15);
    expect(await terms(11, ruleBit)).toBe(8);
  });

  it("says for rows that were not shown what takes the fewest terms", async () => {
    const all = everyBits(11);
    const x = all.filter((_, k) => (k * 37) % 101 < 15);
    const said = await espresso.predict({ x, y: x.map(ruleBit), asked: all, seed: 0 });
    expect(said).toEqual(all.map(ruleBit));
  });
});

const folder = mkdtempSync(join(tmpdir(), "distill-rules-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ripper = await Ripper.start();

describe("RIPPER", () => {
  it("is nothing where Weka is missing", async () => {
    expect(await Ripper.start("nowhere/weka.jar")).toBeUndefined();
  });

  it("reads bits as names, and other numbers as they are", () => {
    const relation = { x: [[1, 7]], y: [undefined], areBits: [true, false], labels: [2, 5] };
    expect(arff(relation).split("\n").slice(1)).toEqual([
      "@attribute x0 {0,1}",
      "@attribute x1 numeric",
      "@attribute y {2,5}",
      "@data",
      "1,7,?",
      "",
    ]);
  });

  it.skipIf(ripper === undefined)("finds rules, and leaves no file behind", async () => {
    vi.stubEnv("TMPDIR", folder);
    expect(ripper!.version).toMatch(/^\d/);
    const all = everyBits(6);
    const label = ([a, b, c]: Row): number => (a! & b!) | c!;
    const size = ([first]: Row): number => (first! < 4 ? 2 : 5);
    const numbers = Array.from({ length: 40 }, (_, k) => [k % 9, k % 7]);
    expect(
      await Promise.all([
        ripper!.predict({ x: all, y: all.map(label), asked: all, seed: 0 }),
        ripper!.predict({
          x: numbers,
          y: numbers.map(size),
          asked: [
            [1, 1],
            [9, 0],
          ],
          seed: 0,
        }),
      ]),
    ).toEqual([all.map(label), [2, 5]]);
    expect(readdirSync(folder)).toEqual([]);
    vi.unstubAllEnvs();
  });
});
