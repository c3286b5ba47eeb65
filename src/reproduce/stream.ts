import { Random } from "../math/random.ts";

/** Random numbers of its own for each name: the order in which units run does not matter. */
export function streamOf(seed: number, name: string): Random {
  let hash = 0x811c9dc5;
  for (let k = 0; k < name.length; k++) {
    hash = Math.imul(hash ^ name.charCodeAt(k), 0x01000193);
  }
  return new Random((hash ^ Math.imul(seed, 0x9e3779b1)) >>> 0);
}
