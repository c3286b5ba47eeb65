import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/*
 * Makes `npx distill` run this checkout: npm links the commands of dependencies, not the package's own.
 */
const bin = join("node_modules", ".bin");
const command = join("..", "..", "dist", "distill.mjs");
mkdirSync(bin, { recursive: true });
if (process.platform === "win32") {
  writeFileSync(join(bin, "distill.cmd"), `@node "%~dp0\\${command}" %*\r\n`);
} else {
  rmSync(join(bin, "distill"), { force: true });
  symlinkSync(command, join(bin, "distill"));
  chmodSync(join("dist", "distill.mjs"), 0o755);
}
