import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { predict } from "../../src/answer.ts";
import { printNetwork } from "../../src/enn/json.ts";
import { readNetwork, readNetworks } from "../../src/run/read-network.ts";
import { ofLayers } from "../of-layers.ts";

const folder = mkdtempSync(join(tmpdir(), "distill-network-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** Differentiae "a" and "b", and a concept that is 1 where both are. */
const layers = [put("1.csv", "2,0\n0,2\n-1,-1\n"), put("2.CSV", "1\n1\n-1\n")];
const both = await readNetwork(layers, { output: "sign" });

describe("readNetwork", () => {
  it("reads layers in order", () => {
    const rows = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    expect(rows.map((x) => predict(both, { x }))).toEqual([-1, -1, -1, 1]);
  });

  it("reads the network.json of the same network", async () => {
    expect(await readNetwork([put("n.json", printNetwork(both))])).toStrictEqual(both);
  });

  it("drops a byte order mark", async () => {
    const path = put("mark.csv", "\ufeff1\n2\n");
    const { layers } = ofLayers(await readNetwork([path]));
    expect([...layers[0]!.weights.values]).toEqual([1]);
  });

  it.each([
    [["none.csv"], /^missing-file: .*none\.csv does not exist/],
    [["1.csv", "none.csv"], /^missing-file: .*none\.csv does not exist/],
    [["n.json", "2.CSV"], /^mixed-networks: .*n\.json: .* found both among 2 files; /],
    [["1.csv", "n.json"], /^mixed-networks: .*n\.json: /],
    [["n.json", "n.json"], /^several-networks: .*n\.json: expected one network, found 2; /],
    [["1.onnx"], /^not-yet: reading .*1\.onnx is not there yet; write a network\.json, or /],
    [["1.npz"], /^unsupported-format: .*1\.npz ends in "\.npz", expected "\.json" or "\.csv"; /],
    [["plain"], /^unsupported-format: .*plain ends in "", /],
    [["d.csv"], /^not-a-file: /],
    [["bad.csv", "2.CSV"], /^not-finite: .*bad\.csv:2: /],
    [["text.json"], /^bad-network: .*text\.json: expected JSON/],
  ])("refuses %j", async (names, sentence) => {
    mkdirSync(join(folder, "d.csv"), { recursive: true });
    put("bad.csv", "1\nNaN\n");
    put("text.json", "1,2\n");
    put("n.json", printNetwork(both));
    await expect(readNetwork(names.map((name) => join(folder, name)))).rejects.toThrow(sentence);
  });

  it("refuses options that network.json answers", async () => {
    const path = put("n.json", printNetwork(both));
    await expect(readNetwork([path], { inputShape: [2] })).rejects.toThrow(
      /^usage: .*n\.json says itself what --input-shape says; leave the option out, or edit the file$/,
    );
  });
});

describe("readNetworks", () => {
  it("takes every network.json for a network, and .csv files for the layers of one", async () => {
    const path = put("n.json", printNetwork(both));
    expect(await readNetworks([path, path])).toStrictEqual([both, both]);
    expect(await readNetworks(layers, { output: "sign" })).toStrictEqual([both]);
  });

  it.each([
    [["n.json", "1.csv"], /^mixed-networks: .*n\.json: /],
    [["n.json", "none.json"], /^missing-file: .*none\.json does not exist/],
    [["n.json", "text.json"], /^bad-network: .*text\.json: expected JSON/],
    [["n.json", "1.npz"], /^unsupported-format: /],
  ])("refuses %j", async (names, sentence) => {
    put("n.json", printNetwork(both));
    put("text.json", "1,2\n");
    await expect(readNetworks(names.map((name) => join(folder, name)))).rejects.toThrow(sentence);
  });
});
