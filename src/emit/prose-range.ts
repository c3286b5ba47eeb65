import { isFromZero, isSame } from "../program/idiom.ts";
import type { Expression, Range } from "../program/program.ts";
import { listed } from "./listed.ts";
import type { ProseScene } from "./prose-scene.ts";
import { valueText } from "./prose-value.ts";

/** Over which values something goes: `for all i below n`, `for all a and b from -1 to 1`. */
export function rangesText(ranges: readonly Range[], scene: ProseScene, word = "for all"): string {
  const groups: Range[][] = [];
  for (const range of ranges) {
    const same = groups.find(([first]) => isAlike(first!, range));
    if (same === undefined) groups.push([range]);
    else same.push(range);
  }
  const texts = groups.map((group) => {
    const names = listed(group.map(({ variable }) => variable));
    return `${names} ${boundsText(group[0]!, scene)}`;
  });
  return `${word} ${listed(texts)}`;
}

function isAlike(a: Range, b: Range): boolean {
  return isSame(a.from, b.from) && isSame(a.to, b.to);
}

function boundsText(range: Range, scene: ProseScene): string {
  const last = previous(range.to);
  if (isFromZero(range)) scene.remarks.add("from-zero");
  if (isFromZero(range) && last === undefined) return `below ${valueText(range.to, scene)}`;
  return `from ${valueText(range.from, scene)} to ${valueText(last ?? before(range.to), scene)}`;
}

/** The integer before a constant. */
function previous(to: Expression): Expression | undefined {
  return to.kind === "integer" ? { kind: "integer", value: to.value - 1 } : undefined;
}

function before(to: Expression): Expression {
  return { kind: "subtract", left: to, right: { kind: "integer", value: 1 } };
}
