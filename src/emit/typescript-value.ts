import { constantOf, isSame } from "../program/idiom.ts";
import { mentions } from "../program/mentions.ts";
import { typescript as precedence } from "../program/precedence.ts";
import type { Expression, Range } from "../program/program.ts";
import { bracketed, concat, type Doc, enclosed, filled, group, separated } from "./layout.ts";
import { lengthsIn } from "./lengths-in.ts";
import { atom, type Printed, within } from "./printed.ts";
import { helperName, type Scene, sceneInside, spanIn } from "./scene.ts";
import { isWithin, SAFE, type Span } from "./span.ts";
import { itemsOf } from "./typescript-items.ts";
import { asBig, asDouble, numberDoc, plainDoc, ternary } from "./typescript-number.ts";
import { arrayDoc as arrayAccess, arrowDoc } from "./typescript-reduction.ts";
import { truthDoc } from "./typescript-truth.ts";

/** How numbers are kept: as doubles or as big integers. */
export type Keeping = "double" | "big";

/** How the values of a span are kept. */
export function keepingOf(span: Span, { sizes }: Scene): Keeping {
  return span.kind === "integer" && !isWithin(span, sizes, SAFE) ? "big" : "double";
}

/** A value of any type as TypeScript, its numbers kept as its span asks or as said. */
export function valueDoc(expression: Expression, scene: Scene, wanted?: Keeping): Printed {
  const span = spanIn(expression, scene);
  const keeping = wanted ?? keepingOf(span, scene);
  if (lengthsIn(expression, scene) !== undefined) return arrayDoc(expression, scene, keeping);
  if (span.kind === "truth") return truthDoc(expression, scene);
  const printed = numberDoc(expression, scene);
  return keeping === "big" ? asBig(printed) : asDouble(printed);
}

function arrayDoc(expression: Expression, scene: Scene, keeping: Keeping): Printed {
  const item = (part: Expression) => valueDoc(part, scene, keeping);
  switch (expression.kind) {
    case "variable":
      return atom(expression.name);
    case "table":
      return atom(tableDoc(expression, scene, keeping));
    case "list": {
      const docs = expression.items.map((part) => item(part).doc);
      const isPlain = expression.items.every(({ kind }) => kind === "integer" || kind === "number");
      return atom(bracketed("[", isPlain ? filled(docs) : separated(docs), "]"));
    }
    case "pad": {
      const zeros = (count: number) => Array.from({ length: count }, () => "0");
      const [before, after] = [expression.before[0]!, expression.after[0]!];
      const parts = [...zeros(before), concat("...", expression.array), ...zeros(after)];
      return atom(bracketed("[", separated(parts), "]"));
    }
    case "if":
      return ternary(
        truthDoc(expression.condition, scene),
        item(expression.then),
        item(expression.otherwise),
      );
    case "softmax":
      return softmaxDoc(expression.logits, scene);
    default:
      throw new Error(`bug: ${expression.kind} as an array`);
  }
}

type Table = Extract<Expression, { readonly kind: "table" }>;

/** Arrays made by a function of the place: `Array.from({ length: n }, (_, i) => ...)`. */
function tableDoc({ ranges, body }: Table, scene: Scene, keeping: Keeping): Doc {
  const [range, ...rest] = ranges;
  const length = plainDoc(range!.to, scene).doc;
  const zeros = constantOf({ kind: "table", ranges, body });
  if (rest.length === 0 && zeros !== undefined) return zerosDoc(length, `${zeros}`, keeping);
  const whole: Expression = rest.length === 0 ? body.result : { kind: "table", ranges: rest, body };
  const items = itemsOf(range!, whole, scene);
  if (items !== undefined) {
    const item = valueDoc(items.body, items.scene, keeping).doc;
    return group(
      arrayAccess(items, scene),
      ".map",
      enclosed("(", concat(arrowDoc(items), item), ")"),
    );
  }
  const item = valueDoc(whole, sceneInside(scene, [range!]), keeping).doc;
  const isUsed = mentions(whole, [range!.variable]);
  const makes = concat(isUsed ? `(_, ${range!.variable})` : "()", " => ", item);
  const array = arrayOfLength(range!, whole, scene);
  if (array !== undefined) return group(`${array}.map`, enclosed("(", makes, ")"));
  const parts = separated([concat("{ length: ", length, " }"), makes]);
  return group("Array.from", bracketed("(", parts, ")"));
}

/** An array that the body uses and whose length is that of a range from 0. */
function arrayOfLength({ to }: Range, body: Expression, { place }: Scene): string | undefined {
  for (const [array, [length]] of place.lengths) {
    if (place.texts.has(array)) continue;
    if (isSame(length, to) && mentions(body, [array])) return array;
  }
  return undefined;
}

/** `new Array<number>(n).fill(0)` */
function zerosDoc(length: Doc, zero: string, keeping: Keeping): Doc {
  const [type, item] = keeping === "big" ? ["bigint", `${zero}n`] : ["number", zero];
  return concat(`new Array<${type}>(`, length, `).fill(${item})`);
}

/** An array of labels or truths, which all have yet to be stored. */
export function unfilled(lengths: readonly Expression[], type: string, scene: Scene): Doc {
  const [length, ...rest] = lengths.map((each) => plainDoc(each, scene).doc);
  const inner = lengths.slice(1);
  if (rest.length === 0) return concat(`new Array<${type}>(`, length!, ")");
  return concat("Array.from({ length: ", length!, " }, () => ", unfilled(inner, type, scene), ")");
}

/** An array of zeros. */
export function zeros(lengths: readonly Expression[], scene: Scene, keeping: Keeping): Doc {
  const ranges = lengths.map((to) => ({
    variable: "_",
    from: { kind: "integer", value: 0 } as const,
    to,
  }));
  const table = {
    kind: "table",
    ranges,
    body: { lets: [], result: { kind: "integer", value: 0 } },
  };
  return tableDoc(table as Table, scene, keeping);
}

function softmaxDoc(logits: Expression, scene: Scene): Printed {
  const rank = lengthsIn(logits, scene)!.length;
  const softmax = helperName("softmax", scene);
  const values = valueDoc(logits, scene, "double");
  if (rank === 1) return atom(group(softmax, bracketed("(", values.doc, ")")));
  const names = ["rows", "planes", "blocks"];
  const along = Array.from({ length: rank - 2 }, (_, k) => names[k] ?? `arrays${k}`);
  const mapped = along.reduce((callee, name) => `(${name}) => ${name}.map(${callee})`, softmax);
  return atom(concat(within(values, "atom", precedence), `.map(${mapped})`));
}
