import { readFileSync } from "node:fs";
import { join } from "node:path";
import { identifier } from "../src/program/names.ts";
import { goldenFile } from "./golden-files.ts";
import { dataExamples, dataFolder, networkFolder, shownNetworks } from "./golden-folders.ts";

/** A README in which every Python program, known by its last function, is as its golden file has it. */
export function withGoldenPrograms(readme: string): string {
  const folders = new Map([
    ...dataExamples().map((name) => [identifier(name), dataFolder(name)] as const),
    ...shownNetworks().map(({ name }) => [identifier(name), networkFolder(name)] as const),
  ]);
  return readme.replace(/```python\n(.*?)```/gs, (_, code: string) => {
    const name = [...code.matchAll(/^def (\w+)\(/gm)].at(-1)![1]!;
    const golden = readFileSync(join(folders.get(name)!, goldenFile("python")), "utf8");
    return `\`\`\`python\n${golden}\`\`\``;
  });
}
