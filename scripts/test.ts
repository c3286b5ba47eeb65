/* Everything that must hold: what the tests need, types, lint, rooms, then all tests. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { countTests, type VitestReport } from "./count-tests.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

checkPython();
step("types", "tsc", ["--noEmit", "-p", "tsconfig.json"]);
step("types of pure rooms", "tsc", ["--noEmit", "-p", "tsconfig.pure.json"]);
step("lint", "biome", ["check", "."]);
step("rooms", "tsx", ["scripts/rooms.ts"]);
test();

/** The tests execute printed Python. */
function checkPython(): void {
  const script = "import sys; sys.exit(sys.version_info < (3, 8))";
  if (spawnSync("python3", ["-c", script]).status === 0) return;
  console.error("The tests need python3, 3.8 or newer: apt-get install python3");
  process.exit(1);
}

function step(name: string, command: string, args: readonly string[]): void {
  console.log(`${name}: ${command} ${args.join(" ")}`);
  if (run(command, args) === 0) return;
  console.error(`${name}: failed`);
  process.exit(1);
}

function test(): void {
  const folder = mkdtempSync(join(tmpdir(), "distill-test-"));
  const file = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  try {
    const status = run("vitest", ["run", ...reporters]);
    const { passed, failed, skipped } = countTests(
      JSON.parse(readFileSync(file, "utf8")) as VitestReport,
    );
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    process.exitCode = status === 0 && failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a tool of `node_modules` and shows what it says; the result is its exit code. */
function run(command: string, args: readonly string[]): number {
  const path = join(root, "node_modules", ".bin", command);
  return spawnSync(path, args, { cwd: root, stdio: "inherit" }).status ?? 1;
}
