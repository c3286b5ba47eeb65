import type { SharingPeers } from "../reproduce/sharing-peers.ts";
import { type PythonPackage, PythonProcess } from "./python-process.ts";
import { TORCH_SCRIPT } from "./torch-script.ts";

export const TORCH: PythonPackage = {
  name: "torch",
  setUp: "apt-get install -y python3-torch",
  script: TORCH_SCRIPT,
};

/** torch in a child process. */
export class TorchPeers implements SharingPeers {
  readonly #python: PythonProcess;

  private constructor(python: PythonProcess) {
    this.#python = python;
  }

  /** Nothing where no Python has it. */
  static async start(): Promise<TorchPeers | undefined> {
    const python = await PythonProcess.start(TORCH);
    return python && new TorchPeers(python);
  }

  get version(): string {
    return this.#python.version;
  }

  ask(question: Parameters<SharingPeers["ask"]>[0]): ReturnType<SharingPeers["ask"]> {
    return this.#python.ask(question);
  }

  close(): void {
    this.#python.close();
  }
}
