import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkFolder, writeFiles, writeFileWhole } from "../../src/run/write-files.ts";

const folder = mkdtempSync(join(tmpdir(), "distill-write-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("writeFiles", () => {
  it("makes folders, and replaces files in those that are there", async () => {
    const place = join(folder, "a/b");
    await writeFiles(place, { "1.txt": "one", "2.txt": "two" });
    writeFileSync(join(place, "mine.txt"), "kept");
    await writeFiles(place, { "1.txt": "uno" });
    const texts = readdirSync(place).map((name) => readFileSync(join(place, name), "utf8"));
    expect(texts).toEqual(["uno", "two", "kept"]);
    expect(readdirSync(join(folder, "a"))).toEqual(["b"]);
    expect(statSync(place).mode).toBe(statSync(join(folder, "a")).mode);
  });

  it("writes nothing where one file cannot be written", async () => {
    const place = join(folder, "none");
    const files = { "1.txt": "one", "no/such/2.txt": "two" };
    await expect(writeFiles(place, files)).rejects.toThrow(/^unwritable: .*ENOENT/);
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  it.runIf(process.platform === "linux")("ends where no folder can ever be made", async () => {
    // Node's recursive mkdir never does.
    await expect(writeFiles("/proc/none/here", { "a.txt": "a" })).rejects.toThrow(/^unwritable: /);
  });

  it("wants a folder", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expect(checkFolder(file)).rejects.toThrow("it is a file");
    await expect(writeFiles(file, { "1.txt": "one" })).rejects.toThrow("unwritable");
    await checkFolder(join(folder, "not there yet"));
  });
});

describe("writeFileWhole", () => {
  it("follows links, and leaves devices what they are", async () => {
    mkdirSync(join(folder, "links"));
    const [target, link] = [join(folder, "links/target"), join(folder, "links/link")];
    writeFileSync(target, "old");
    symlinkSync(target, link);
    await writeFileWhole(link, "new");
    expect(readFileSync(target, "utf8")).toBe("new");
    symlinkSync("/dev/null", join(folder, "links/device"));
    await writeFileWhole(join(folder, "links/device"), "gone");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    await expect(writeFileWhole(join(folder, "links"), "x")).rejects.toThrow("unwritable");
  });
});
