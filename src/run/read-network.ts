import { extname } from "node:path";
import { parseNetwork } from "../enn/json.ts";
import { parseLayerTable } from "../enn/layer-table.ts";
import type { AnyNetwork } from "../enn/network.ts";
import { type LayerOptions, networkOfTables } from "../enn/network-of-tables.ts";
import {
  layersOfJson,
  mixedNetworks,
  notYet,
  severalNetworks,
  unsupportedNetwork,
} from "../errors.ts";
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
  const [network, ...others] = await readNetworks(paths, options);
  if (others.length > 0) throw severalNetworks(paths[1]!, paths.length);
  return network!;
}

/** The same, where every `network.json` holds one of several networks; `.csv` files are layers of one. */
export async function readNetworks(
  paths: readonly string[],
  options: LayerOptions = {},
): Promise<AnyNetwork[]> {
  const formats = paths.map(formatOf);
  const whole = formats.findIndex((format) => format !== "csv");
  if (whole < 0) return [await readTables(paths, options)];
  if (formats.includes("csv")) throw mixedNetworks(paths[whole]!, paths.length);
  const known = layerOptions.find((name) => options[name] !== undefined);
  if (known !== undefined) throw layersOfJson(paths[0]!, known);
  for (const path of paths) await checkFile(path);
  const networks = [];
  for (const path of paths) networks.push(await parseNetwork(await readText(path), path));
  return networks;
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
