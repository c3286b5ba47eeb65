import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { main } from "../../src/cli/command-line.ts";

/** What one command said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Carries out a command line in this process. */
export async function distill(...argv: readonly string[]): Promise<Said> {
  let out = "";
  let err = "";
  const code = await main(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    hasColors: false,
  });
  return { code, out, err };
}

/** A folder that is gone after the tests of a file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "distill-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file and gives its path. */
export function put(folder: string, name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A program that flips every bit, as the text of a program.json. */
export const FLIP = JSON.stringify({
  format: "deep-distilling-program",
  version: 1,
  name: "flip",
  inputs: [{ name: "x", shape: ["n"], domain: { kind: "binary" } }],
  body: {
    lets: [],
    result: {
      kind: "table",
      ranges: [
        { variable: "i", from: { kind: "integer", value: 0 }, to: { kind: "size", name: "n" } },
      ],
      body: {
        lets: [],
        result: {
          kind: "not",
          operand: { kind: "element", array: "x", indices: [{ kind: "variable", name: "i" }] },
        },
      },
    },
  },
});
