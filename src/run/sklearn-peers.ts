import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { PeerQuestion, Peers } from "../reproduce/peers.ts";
import { PEERS_SCRIPT } from "./peers-script.ts";

/** The user's own Python, and the system's, for which packages are installed. */
const COMMANDS = ["python3", "/usr/bin/python3"];

/** How to get scikit-learn. */
export const SET_UP = "apt-get install -y python3-sklearn";

/** scikit-learn in a child process, or nothing where no Python has it. */
export async function startPeers(): Promise<SklearnPeers | undefined> {
  const command = COMMANDS.find(hasSklearn);
  return command === undefined ? undefined : SklearnPeers.start(command);
}

function hasSklearn(command: string): boolean {
  return spawnSync(command, ["-c", "import sklearn"], { stdio: "ignore" }).status === 0;
}

/** Asked one question after the other. */
export class SklearnPeers implements Peers {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  #version = "";

  private constructor(command: string) {
    this.#child = spawn(command, ["-c", PEERS_SCRIPT], { stdio: ["pipe", "pipe", "ignore"] });
    // A child that ends early closes its input: the missing answer tells so.
    this.#child.stdin.on("error", () => {});
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  static async start(command: string): Promise<SklearnPeers> {
    const peers = new SklearnPeers(command);
    peers.#version = await peers.#line();
    return peers;
  }

  /** Of scikit-learn. */
  get version(): string {
    return this.#version;
  }

  async ask(question: PeerQuestion): ReturnType<Peers["ask"]> {
    this.#child.stdin.write(`${JSON.stringify(question)}\n`);
    return JSON.parse(await this.#line()) as Awaited<ReturnType<Peers["ask"]>>;
  }

  close(): void {
    this.#child.stdin.end();
    this.#child.kill();
  }

  async #line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error("the process of scikit-learn has ended");
    return value;
  }
}
