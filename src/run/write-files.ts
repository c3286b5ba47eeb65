import { randomUUID } from "node:crypto";
import { mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { unwritable } from "../errors.ts";

/** Throws `unwritable` where a folder is wanted and something else stands. */
export async function checkFolder(folder: string): Promise<void> {
  const stats = await stat(folder).catch(() => undefined);
  if (stats !== undefined && !stats.isDirectory()) throw unwritable(folder, "it is a file");
}

/**
 * Writes files into a folder, which is made if need be; each file appears whole or not at all, and a
 * new folder appears with all of them. Throws `unwritable`.
 */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  await staged(folder, async (stage) => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(stage, name), text);
    const exists = (await stat(folder).catch(() => undefined)) !== undefined;
    if (!exists) return rename(stage, folder);
    for (const name of Object.keys(files)) await rename(join(stage, name), join(folder, name));
  });
}

/**
 * Writes one file, which appears whole or not at all; devices and pipes are written straight.
 *
 * Throws `unwritable`.
 */
export async function writeFileWhole(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const stats = await stat(target).catch(() => undefined);
  const isReplaced = stats === undefined || stats.isFile();
  await staged(target, async (stage) => {
    // Renaming onto /dev/null would replace the device.
    if (!isReplaced) return writeFile(target, text);
    const file = join(stage, basename(target));
    await writeFile(file, text);
    return rename(file, target);
  });
}

/** Makes a folder and those above it, one by one: the recursive call of Node never ends below /proc. */
async function makeFolder(path: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined);
  if (stats !== undefined) return;
  await makeFolder(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Somebody else may have made it meanwhile.
    if (error.code !== "EEXIST") throw error;
  });
}

/** Work in a folder beside the path, on the same disk, so that renaming is one step. */
async function staged(path: string, work: (stage: string) => Promise<void>): Promise<void> {
  const stage = join(dirname(resolve(path)), `.distill-${randomUUID()}`);
  try {
    await makeFolder(dirname(stage));
    await mkdir(stage);
    await work(stage);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) {
      throw unwritable(path, "code" in error ? String(error.code) : error.message);
    }
    throw error;
  } finally {
    await rm(stage, { recursive: true, force: true }).catch(() => {});
  }
}
