import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Matrices } from "./matrices.ts";

export const PEER_NAMES = ["tree", "forest", "MLP", "logistic"] as const;

/** Shares of the tested samples that each peer answers right. */
export type Shares = Readonly<Record<(typeof PEER_NAMES)[number], number>>;

const PYTHON = "/usr/bin/python3";
const SET_UP = "apt-get install -y --no-install-recommends python3-sklearn";

/** scikit-learn in one child process, or nothing and a sentence where there is none. */
export async function startPeers(): Promise<Peers | undefined> {
  if (!hasSklearn()) {
    console.log(`      set-up: ${SET_UP}`);
    spawnSync("sh", ["-c", SET_UP], { stdio: "ignore" });
  }
  if (hasSklearn()) return Peers.start();
  console.log(`      ${PYTHON} has no sklearn and it could not be installed: peers are left out`);
  return undefined;
}

function hasSklearn(): boolean {
  return spawnSync(PYTHON, ["-c", "import sklearn"], { stdio: "ignore" }).status === 0;
}

/** Asked one training set after the other. */
export class Peers {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;
  readonly #folder = mkdtempSync(join(tmpdir(), "distill-peers-"));

  private constructor() {
    const script = fileURLToPath(new URL("peers.py", import.meta.url));
    this.#child = spawn(PYTHON, [script], { stdio: ["pipe", "pipe", "inherit"] });
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  static async start(): Promise<Peers> {
    const peers = new Peers();
    await peers.#line();
    return peers;
  }

  async ask({ x, y, tested, answers, ...widths }: Matrices, seed: number): Promise<Shares> {
    for (const [name, matrix] of Object.entries({ x, y, tested, answers })) {
      writeFileSync(join(this.#folder, name), new Uint8Array(matrix.buffer));
    }
    this.#child.stdin.write(`${JSON.stringify({ folder: this.#folder, seed, ...widths })}\n`);
    return JSON.parse(await this.#line()) as Shares;
  }

  close(): void {
    this.#child.stdin.end();
    rmSync(this.#folder, { recursive: true });
  }

  async #line(): Promise<string> {
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error("the peers' process has ended");
    return value;
  }
}
