import { cpus, totalmem } from "node:os";
import { setImmediate } from "node:timers/promises";
import { unknownExperiment } from "../errors.ts";
import type { Experiment, Settings } from "../reproduce/experiment.ts";
import { experiments } from "../reproduce/experiments.ts";
import { picturesOf } from "../reproduce/pictures.ts";
import { reproduce } from "../reproduce/reproduce.ts";
import type { Made, Results } from "../reproduce/results.ts";
import { resultsHtml } from "../reproduce/results-html.ts";
import { resultsMarkdown } from "../reproduce/results-markdown.ts";
import { resultsText } from "../reproduce/results-text.ts";
import { ABC, Abc } from "../run/abc.ts";
import { espresso } from "../run/espresso.ts";
import { finishedUnits } from "../run/finished-units.ts";
import type { OutsidePackage } from "../run/outside-package.ts";
import { Ripper, WEKA } from "../run/ripper.ts";
import { SKLEARN, SklearnPeers } from "../run/sklearn-peers.ts";
import { TORCH, TorchPeers } from "../run/torch-peers.ts";
import { checkFolder, writeFiles } from "../run/write-files.ts";
import type { Session } from "./io.ts";
import { packageVersion } from "./package-root.ts";
import { Progress } from "./progress.ts";
import type { ReproduceOptions } from "./reproduce.ts";

/** Runs experiments, writes what they found, and shows it as tables. */
export async function reproduceAndShow(
  names: readonly string[],
  { out: folder, seed, quick, json, quiet }: ReproduceOptions,
  { io }: Session,
): Promise<void> {
  const chosen = experimentsNamed(names);
  await checkFolder(folder);
  const progress = new Progress(io, !json && !quiet);
  const results = await run(chosen, {
    settings: { seed, quick: quick === true },
    folder,
    progress,
  });
  progress.clear();
  const files = {
    "results.json": `${JSON.stringify(results, null, 1)}\n`,
    "README.md": resultsMarkdown(results),
    "report.html": resultsHtml(results),
    ...picturesOf(results),
  };
  await writeFiles(folder, files);
  const say = json ? io.err : io.out;
  if (json) io.out(files["results.json"]);
  say(resultsText(results));
  if (quiet) return;
  for (const { name, setUp } of missingPackages(results.made)) {
    say(`\n${name} was not found, so its columns are missing; ${setUp}\n`);
  }
  say(`\nfiles: ${folder}: ${Object.keys(files).join(", ")}\n`);
}

/** Packages that were not found, each of which leaves its columns out. */
export function missingPackages({ sklearn, torch, weka, abc }: Made): readonly OutsidePackage[] {
  return [
    ...(sklearn === undefined ? [SKLEARN] : []),
    ...(torch === undefined ? [TORCH] : []),
    ...(weka === undefined ? [WEKA] : []),
    ...(abc === undefined ? [ABC] : []),
  ];
}

/** Throws `unknown-experiment`. */
function experimentsNamed(names: readonly string[]): readonly Experiment[] {
  if (names.length === 0) return experiments;
  const known = experiments.map(({ name }) => name);
  for (const name of names) if (!known.includes(name)) throw unknownExperiment(name, known);
  return experiments.filter(({ name }) => names.includes(name));
}

interface Run {
  readonly settings: Settings;
  readonly folder: string;
  readonly progress: Progress;
}

async function run(
  chosen: readonly Experiment[],
  { settings, folder, progress }: Run,
): Promise<Results> {
  const memory = finishedUnits(folder);
  const [sklearn, torch, weka] = await Promise.all([
    SklearnPeers.start(),
    TorchPeers.start(),
    Ripper.start(),
  ]);
  const abc = Abc.start();
  const version = packageVersion();
  const now = (): number => performance.now() / 1000;
  const start = now();
  try {
    const found = await reproduce(chosen, {
      context: {
        ...settings,
        now,
        rest: () => setImmediate(),
        ...(sklearn && { sklearn }),
        ...(torch && { torch }),
        ...(weka && { weka }),
        ...(abc && { abc }),
        espresso,
      },
      memory,
      version,
      onProgress: (done, all, name) =>
        progress.show(`${leftText(done / all, now() - start)}${name}`),
    });
    const made = {
      version,
      ...settings,
      ...(sklearn && { sklearn: sklearn.version }),
      ...(torch && { torch: torch.version }),
      ...(weka && { weka: weka.version }),
      ...(abc && { abc: abc.version }),
      machine: machine(),
    };
    return { made, experiments: found };
  } finally {
    sklearn?.close();
    torch?.close();
  }
}

function leftText(share: number, seconds: number): string {
  if (share < 0.01) return "";
  const left = seconds / share - seconds;
  const text = left > 90 ? `${Math.round(left / 60)} minutes` : `${Math.round(left)} seconds`;
  return `${Math.round(100 * share)} %, about ${text} left: `;
}

function machine(): string {
  const [first, ...others] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${others.length + 1} cores of ${first?.model.trim() ?? "unknown kind"}, ${gigabytes} GB, Node ${process.version}`;
}
