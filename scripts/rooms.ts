/* Checks that imports go downhill only: one line for each that does not. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { findOffences } from "./check-rooms.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map((path) => ({
    path: `src/${path.split(sep).join("/")}`,
    text: readFileSync(join(root, "src", path), "utf8"),
  }));

const offences = findOffences(files);
for (const { path, line, sentence } of offences) console.error(`${path}:${line}: ${sentence}`);
process.exitCode = offences.length > 0 ? 1 : 0;
