import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package, whether the code runs from `dist` or from `src`. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (nameIn(folder) !== "deep-distilling") {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the package's own package.json was not found");
    folder = parent;
  }
  return folder;
}

export function packageVersion(): string {
  return manifest(packageRoot())!.version;
}

function nameIn(folder: string): string | undefined {
  return manifest(folder)?.name;
}

function manifest(folder: string): { name: string; version: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  } catch {
    return undefined;
  }
}
