import type { Label } from "../math/label.ts";
import type { Random } from "../math/random.ts";
import type { Example, Given } from "./problem.ts";
import { shuffle } from "./shuffle.ts";

/** Examples some of whose labels, or elements of them, are another label. */
export function withMistakes(
  examples: readonly Example[],
  { share, labels }: { readonly share: number; readonly labels: readonly Label[] },
  random: Random,
): Example[] {
  const total = examples.reduce((sum, { y }) => sum + leavesOf(y), 0);
  const order = shuffle(
    Array.from({ length: total }, (_, k) => k),
    random,
  );
  const wrong = new Set(order.slice(0, Math.round(share * total)));
  let leaf = 0;
  const spoil = (y: Given): Given => {
    if (isArray(y)) return y.map(spoil);
    return wrong.has(leaf++) ? another(y, labels, random) : y;
  };
  return examples.map((example) => ({ ...example, y: spoil(example.y) }));
}

function another(label: Label, labels: readonly Label[], random: Random): Label {
  const others = labels.filter((each) => each !== label);
  return others[random.below(others.length)]!;
}

function leavesOf(y: Given): number {
  return isArray(y) ? y.reduce((sum: number, part) => sum + leavesOf(part), 0) : 1;
}

function isArray(y: Given): y is readonly Given[] {
  return Array.isArray(y);
}
