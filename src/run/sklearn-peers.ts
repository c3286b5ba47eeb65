import type { Peers } from "../reproduce/peers.ts";
import { type PythonPackage, PythonProcess } from "./python-process.ts";
import { SKLEARN_SCRIPT } from "./sklearn-script.ts";

export const SKLEARN: PythonPackage = {
  name: "scikit-learn",
  setUp: "apt-get install -y python3-sklearn",
  script: SKLEARN_SCRIPT,
};

/** scikit-learn in a child process. */
export class SklearnPeers implements Peers {
  readonly #python: PythonProcess;

  private constructor(python: PythonProcess) {
    this.#python = python;
  }

  /** Nothing where no Python has it. */
  static async start(): Promise<SklearnPeers | undefined> {
    const python = await PythonProcess.start(SKLEARN);
    return python && new SklearnPeers(python);
  }

  get version(): string {
    return this.#python.version;
  }

  ask(question: Parameters<Peers["ask"]>[0]): ReturnType<Peers["ask"]> {
    return this.#python.ask({ kind: "scores", ...question });
  }

  treeLines(cases: Parameters<Peers["treeLines"]>[0]): ReturnType<Peers["treeLines"]> {
    return this.#python.ask({ kind: "tree lines", ...cases });
  }

  close(): void {
    this.#python.close();
  }
}
