import { type Clause, colonSpaces, type Phrase } from "../program/python/phrase.ts";
import {
  bracketed,
  concat,
  type Doc,
  enclosed,
  filled,
  group,
  line,
  separated,
  sequence,
} from "./layout.ts";

/** A phrase of Python as text that may be broken into lines. */
export function phraseDoc(phrase: Phrase): Doc {
  switch (phrase.kind) {
    case "word":
      return phrase.text;
    case "prefix":
      return concat(phrase.operator, phraseDoc(phrase.operand));
    case "infix":
      return group(
        phraseDoc(phrase.first),
        sequence(
          phrase.rest.map(([operator, operand]) => group(line, operator, " ", phraseDoc(operand))),
        ),
      );
    case "power":
      return concat(phraseDoc(phrase.base), "**", phraseDoc(phrase.exponent));
    case "choice":
      return group(
        phraseDoc(phrase.then),
        line,
        "if ",
        phraseDoc(phrase.condition),
        line,
        "else ",
        phraseDoc(phrase.otherwise),
      );
    case "parentheses":
      return bracketed("(", phraseDoc(phrase.body), ")");
    case "index":
      return concat(phraseDoc(phrase.of), "[", phraseDoc(phrase.index), "]");
    case "slice":
      return sliceDoc(phrase);
    case "attribute":
      return concat(phraseDoc(phrase.of), ".", phrase.name);
    case "call":
      return callDoc(phrase);
    case "list":
      return bracketed("[", itemsDoc(phrase.items), "]");
    case "tuple":
      return phrase.items.length === 1
        ? concat("(", phraseDoc(phrase.items[0]!), ",)")
        : bracketed("(", itemsDoc(phrase.items), ")");
    case "commas":
      return commas(phrase.items);
    case "comprehension":
      return comprehensionDoc(phrase);
    case "lambda":
      return concat(`lambda ${phrase.parameter}: `, phraseDoc(phrase.body));
    case "keyword":
      return concat(phrase.name, "=", phraseDoc(phrase.value));
    case "star":
      return concat("*", phraseDoc(phrase.operand));
  }
}

/** `for i in range(n)`. */
export function clauseDoc({ target, iterable }: Clause): Doc {
  return concat("for ", phraseDoc(target), " in ", phraseDoc(iterable));
}

type Of<Kind extends Phrase["kind"]> = Extract<Phrase, { readonly kind: Kind }>;

function sliceDoc(bounds: Of<"slice">): Doc {
  const { from, to, step } = bounds;
  const [before, after] = colonSpaces(bounds).map((count) => " ".repeat(count));
  const [start, stop] = [from, to].map((bound) => (bound === undefined ? "" : phraseDoc(bound)));
  const end = step === undefined ? "" : concat(":", phraseDoc(step));
  return concat(start!, before!, ":", after!, stop!, end);
}

/** Calls of words only are never broken: `range(n)`, `len(x)`. */
function callDoc({ callee, arguments: given }: Of<"call">): Doc {
  const isPlain = given.every(isUnbroken);
  const name = phraseDoc(callee);
  if (isPlain) return concat(name, "(", commas(given), ")");
  const [only] = given;
  if (given.length === 1 && only?.kind !== "comprehension") {
    return group(name, bracketed("(", phraseDoc(only!), ")"));
  }
  return group(name, enclosed("(", separated(given.map(phraseDoc)), ")"));
}

function isUnbroken(phrase: Phrase): boolean {
  return phrase.kind === "word" || (phrase.kind === "index" && isUnbroken(phrase.of));
}

/** Constants fill their lines; other items stand on lines of their own. */
function itemsDoc(items: readonly Phrase[]): Doc {
  const docs = items.map(phraseDoc);
  return items.every(isConstant) ? filled(docs) : separated(docs);
}

function isConstant(phrase: Phrase): boolean {
  if (phrase.kind === "prefix") return isConstant(phrase.operand);
  return phrase.kind === "word" && /^([0-9"]|True$|False$)/.test(phrase.text);
}

function commas(items: readonly Phrase[]): Doc {
  return sequence(
    items.flatMap((item, k) => (k === 0 ? [phraseDoc(item)] : [", ", phraseDoc(item)])),
  );
}

function comprehensionDoc({ brackets, item, clauses }: Of<"comprehension">): Doc {
  const body = concat(phraseDoc(item), ...clauses.map((clause) => concat(line, clauseDoc(clause))));
  return brackets === "" ? body : enclosed(brackets[0]!, body, brackets[1]!);
}
