import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { DistillError, missingFile, notAFile, notText, unreadableFile } from "../errors.ts";

/**
 * The lines of a UTF-8 file, in batches; a byte order mark is dropped.
 *
 * Throws `missing-file`, `not-a-file`, `unreadable-file` and `not-text`. Cost: linear; memory is one
 * chunk and the longest line.
 */
export async function* readLines(path: string): AsyncGenerator<readonly string[]> {
  await checkFile(path);
  // Pieces of a line that is not over yet: joined once, or long lines would cost their square.
  let pieces: string[] = [];
  for await (const chunk of readChunks(path)) {
    const lines = chunk.split("\n");
    if (lines.length === 1) {
      pieces.push(chunk);
      continue;
    }
    lines[0] = pieces.join("") + lines[0]!;
    pieces = [lines.pop()!];
    yield lines;
  }
  yield [pieces.join("")];
}

/** A whole file as text. Throws what `readLines` throws. */
export async function readText(path: string): Promise<string> {
  await checkFile(path);
  const chunks: string[] = [];
  for await (const chunk of readChunks(path)) chunks.push(chunk);
  return chunks.join("");
}

/** Throws `missing-file`, `not-a-file` and `unreadable-file`. */
export async function checkFile(path: string): Promise<void> {
  const stats = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  if (stats.isDirectory()) throw notAFile(path);
}

/** A UTF-8 file as text, piece by piece; a byte order mark is dropped. Throws what `readLines` throws. */
export async function* readChunks(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 18 })) {
      yield decoder.decode(bytes as Uint8Array, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw fileError(path, error);
  }
}

function fileError(path: string, error: unknown): unknown {
  if (error instanceof DistillError || !(error instanceof Error)) return error;
  const code = "code" in error ? error.code : "";
  if (code === "ENOENT" || code === "ENOTDIR") return missingFile(path);
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return notText(path);
  return "syscall" in error ? unreadableFile(path, String(code)) : error;
}
