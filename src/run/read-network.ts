import { extname } from "node:path";
import { parseNetwork } from "../enn/json.ts";
import { parseLayerTable } from "../enn/layer-table.ts";
import type { AnyNetwork } from "../enn/network.ts";
import { type LayerOptions, networkOfTables } from "../enn/network-of-tables.ts";
import { layersOfJson, mixedNetworks, notYet, unsupportedNetwork } from "../errors.ts";
import { checkFile, readText } from "./read-lines.ts";

/**
 * The network in one `network.json`, or in one `.csv` for each layer, in order.
 *
 * Options are for `.csv` files, which do not say what stands in them. Throws DistillError with the file
 * at fault. Cost: linear in the files' size.
 */
export async function readNetwork(
  paths: readonly string[],
  options: LayerOptions = {},
): Promise<AnyNetwork> {
  const formats = paths.map(formatOf);
  const json = formats.indexOf("json");
  if (json < 0) return readTables(paths, options);
  if (paths.length > 1) throw mixedNetworks(paths[json]!, paths.length);
  const known = layerOptions.find((name) => options[name] !== undefined);
  if (known !== undefined) throw layersOfJson(paths[0]!, known);
  return parseNetwork(await readText(paths[0]!), paths[0]!);
}

const layerOptions = ["inputShape", "inputDomain", "hidden", "output", "outputShape"] as const;

function formatOf(path: string): "json" | "csv" {
  const extension = extname(path).toLowerCase();
  if (extension === ".json") return "json";
  if (extension === ".csv") return "csv";
  if (extension === ".onnx") {
    throw notYet(`reading ${path}`, "write a network.json, or one .csv for each layer");
  }
  throw unsupportedNetwork(path, extension);
}

async function readTables(paths: readonly string[], options: LayerOptions): Promise<AnyNetwork> {
  // A file that is missing is found before a large one is parsed.
  for (const path of paths) await checkFile(path);
  const tables = [];
  for (const path of paths) tables.push(parseLayerTable(await readText(path), path));
  return networkOfTables(tables, options);
}
