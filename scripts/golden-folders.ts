import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Network } from "../src/enn/network.ts";
import type { Shape } from "../src/math/shape.ts";
import { networkFamilies } from "../src/tasks/networks.ts";

const ROOT = "examples";

/** The shipped data sets, each a folder with its samples. */
export function dataExamples(): readonly string[] {
  const names = readdirSync(ROOT).filter((name) => existsSync(dataPath(name)));
  return names.sort();
}

export function dataPath(example: string): string {
  return join(ROOT, example, "data.jsonl");
}

/** Where the golden programs of a data set stand. */
export function dataFolder(example: string): string {
  return join(ROOT, example, "expected");
}

/** A network with a known answer, at the size that is shown. */
export interface ShownNetwork {
  readonly name: string;
  readonly size: Shape;
  readonly network: Network;
}

/** Every family of networks at its largest size, where a pattern is least likely to be chance. */
export function shownNetworks(): readonly ShownNetwork[] {
  return [...networkFamilies].map(([name, { sizes, build }]) => {
    const size = sizes.at(-1)!;
    return { name, size, network: build(size) };
  });
}

/** Folders of shown networks. */
export const networksFolder = join(ROOT, "networks");

/** Where the golden programs of a network stand. */
export function networkFolder(name: string): string {
  return join(networksFolder, name, "expected");
}
