import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unwritable } from "../errors.ts";
import type { Measurement } from "../reproduce/measurement.ts";
import type { Memory } from "../reproduce/run-units.ts";

interface Line {
  readonly key: string;
  readonly measurements: readonly Measurement[];
}

/** Finished units of work, one a line of a file in a folder, so that a rerun continues. Throws `unwritable`. */
export function finishedUnits(folder: string): Memory {
  const path = join(folder, "units.jsonl");
  return attempt(path, () => {
    mkdirSync(folder, { recursive: true });
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    // An interrupted run may have left half a line.
    if (text !== "" && !text.endsWith("\n")) appendFileSync(path, "\n");
    const known = new Map(linesOf(text).map(({ key, measurements }) => [key, measurements]));
    return {
      recall: (key) => known.get(key),
      remember: (key, measurements) =>
        attempt(path, () => appendFileSync(path, `${JSON.stringify({ key, measurements })}\n`)),
    };
  });
}

function linesOf(text: string): Line[] {
  return text.split("\n").flatMap((line) => {
    try {
      return [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}

function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw unwritable(path, error.message);
    throw error;
  }
}
