import { describe, expect, it } from "vitest";
import { exact } from "../../src/condense/1-exact.ts";
import { type Rolled, roll } from "../../src/condense/3-roll.ts";
import type { Network } from "../../src/enn/network.ts";
import { binary } from "../../src/math/domain.ts";
import { coordinatesOf, indexOf, modulo, type Shape, sizeOf } from "../../src/math/shape.ts";
import { layer, lifeNetwork, networkOf, rule30Network } from "../verify/pairs.ts";

const rolled = (network: Network): Rolled => roll(network, exact(network));

/** The offsets that the function of all places reads; undefined where there is none. */
function offsetsOf(found: Rolled): unknown {
  if (found.kind === "each") return undefined;
  return found.graph.leavesOf(found.function).map((id) => {
    const node = found.graph.node(id);
    return node.kind === "leaf" ? [node.leaf.input, ...node.leaf.at] : [];
  });
}

/** Every output is the or of the cells at these places; undefined is a cell beyond an edge. */
function orNetwork(
  input: Shape,
  output: Shape,
  cellsOf: (place: readonly number[]) => readonly (readonly number[] | undefined)[],
): Network {
  const neurons = Array.from({ length: sizeOf(output) }, (_, place) => ({
    bias: 0,
    entries: cellsOf(coordinatesOf(place, output)).flatMap((cell) =>
      cell === undefined ? [] : [{ column: indexOf(cell, input), value: 1 }],
    ),
  }));
  return networkOf(input, output, [layer(neurons, sizeOf(input), "sign")]);
}

const inside = (cell: readonly number[], shape: Shape) =>
  cell.every((c, axis) => c >= 0 && c < shape[axis]!) ? cell : undefined;

describe("one function everywhere", () => {
  it("is found on a ring", () => {
    const found = rolled(rule30Network(9, "ring"));
    expect(found).toMatchObject({ kind: "everywhere", modes: ["ring"] });
    expect(offsetsOf(found)).toEqual([
      [0, -1],
      [0, 0],
      [0, 1],
    ]);
  });

  it("is found on a line, with zeros beyond its edges", () => {
    const found = rolled(rule30Network(9, "zero"));
    expect(found).toMatchObject({ kind: "everywhere", modes: ["line"] });
    expect(offsetsOf(found)).toEqual([
      [0, -1],
      [0, 0],
      [0, 1],
    ]);
  });

  it("is found on a torus", () => {
    const found = rolled(lifeNetwork(5, 4));
    expect(found).toMatchObject({ kind: "everywhere", modes: ["ring", "ring"] });
    expect(offsetsOf(found)).toHaveLength(9);
  });

  it("is found where one axis is a ring and the other a line", () => {
    const shape = [4, 5];
    const network = orNetwork(shape, shape, ([i, j]) => [
      [modulo(i! - 1, 4), j!],
      inside([i!, j! + 1], shape),
    ]);
    const found = rolled(network);
    expect(found).toMatchObject({ kind: "everywhere", modes: ["ring", "line"] });
    expect(offsetsOf(found)).toEqual([
      [0, -1, 0],
      [0, 0, 1],
    ]);
  });

  it("is found where the output is shorter or longer than the input", () => {
    const shorter = orNetwork([7], [5], ([i]) => [[i!], [i! + 2]]);
    expect(rolled(shorter)).toMatchObject({ kind: "everywhere", modes: ["line"] });
    const longer = orNetwork([5], [6], ([i]) => [inside([i! - 1], [5]), inside([i!], [5])]);
    expect(rolled(longer)).toMatchObject({ kind: "everywhere", modes: ["line"] });
    expect(offsetsOf(rolled(longer))).toEqual([
      [0, -1],
      [0, 0],
    ]);
  });

  it("may read a fixed cell too", () => {
    // Every cell of a, or the second of the three cells of b, which has an axis more.
    const network: Network = {
      ...orNetwork([7], [4], ([i]) => [[i!], [5]]),
      inputs: [
        { name: "a", shape: [4], domain: binary },
        { name: "b", shape: [1, 3], domain: binary },
      ],
    };
    const found = rolled(network);
    expect(found).toMatchObject({ kind: "everywhere", modes: ["ring"] });
    expect(offsetsOf(found)).toEqual([
      [0, 0],
      [1, 0, 1],
    ]);
  });

  it("is found though units differ that have the same values", () => {
    const neurons = [0, 1, 2, 3].map((column) => ({
      bias: column % 2 === 0 ? -1 : 0,
      entries: [{ column, value: 2 }],
    }));
    const found = rolled(networkOf([4], [4], [layer(neurons, 4, "sign")]));
    expect(found).toMatchObject({ kind: "everywhere", modes: ["ring"] });
  });
});

describe("no function everywhere", () => {
  it("is found in a reverse", () => {
    const found = rolled(orNetwork([5], [5], ([i]) => [[4 - i!]]));
    expect(found.kind).toBe("each");
    if (found.kind === "each") expect(found.functions).toHaveLength(5);
  });

  it("is found where one output of many differs", () => {
    const network = orNetwork([6], [6], ([i]) => [[i!], [i === 3 ? 0 : modulo(i! + 1, 6)]]);
    expect(rolled(network).kind).toBe("each");
  });

  it("is looked for where nothing has the output's axes", () => {
    expect(rolled(orNetwork([4], [], () => [[1], [2]])).kind).toBe("each");
    expect(rolled(orNetwork([2, 2], [2], ([i]) => [[i!, 0]])).kind).toBe("each");
  });
});
