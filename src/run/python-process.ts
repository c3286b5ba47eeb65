import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { OutsidePackage } from "./outside-package.ts";

/** The user's own Python, and the system's, for which packages are installed. */
const COMMANDS = ["python3", "/usr/bin/python3"];

/** A package of Python, and a script that needs it: it prints the version, then answers JSON lines. */
export interface PythonPackage extends OutsidePackage {
  readonly script: string;
}

/** Asked one question after the other. */
export class PythonProcess {
  readonly #name: string;
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  #version = "";

  private constructor(command: string, { name, script }: PythonPackage) {
    this.#name = name;
    this.#child = spawn(command, ["-c", script], { stdio: ["pipe", "pipe", "ignore"] });
    // A child that ends early, or never starts, closes its streams: the missing line tells so.
    this.#child.on("error", () => {});
    this.#child.stdin.on("error", () => {});
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Nothing where no Python has the package. */
  static async start(wanted: PythonPackage): Promise<PythonProcess | undefined> {
    for (const command of COMMANDS) {
      const started = new PythonProcess(command, wanted);
      const { value, done } = await started.#lines.next();
      if (done !== true) {
        started.#version = value;
        return started;
      }
    }
    return undefined;
  }

  /** Of the package. */
  get version(): string {
    return this.#version;
  }

  async ask<Answer>(question: unknown): Promise<Answer> {
    this.#child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error(`the process of ${this.#name} has ended`);
    return JSON.parse(value) as Answer;
  }

  close(): void {
    this.#child.stdin.end();
    this.#child.kill();
  }
}
