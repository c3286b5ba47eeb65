import { type Form, python as precedence } from "../precedence.ts";

/**
 * A piece of Python, before it is laid out in lines. What is printed and what is counted is one tree:
 * every phrase knows its tokens, and its width on one line.
 */
export type Phrase = Syntax & {
  readonly tokens: number;
  readonly width: number;
  /** What stands outermost. */
  readonly form: Form;
};

type Syntax =
  /** A name or a number that is not negative. */
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "prefix"; readonly operator: "-" | "~" | "not "; readonly operand: Phrase }
  | { readonly kind: "infix"; readonly first: Phrase; readonly rest: readonly Operation[] }
  | { readonly kind: "power"; readonly base: Phrase; readonly exponent: Phrase }
  | {
      readonly kind: "choice";
      readonly then: Phrase;
      readonly condition: Phrase;
      readonly otherwise: Phrase;
    }
  | { readonly kind: "parentheses"; readonly body: Phrase }
  | { readonly kind: "index"; readonly of: Phrase; readonly index: Phrase }
  | { readonly kind: "slice"; readonly from?: Phrase; readonly to?: Phrase; readonly step?: Phrase }
  | { readonly kind: "attribute"; readonly of: Phrase; readonly name: string }
  | { readonly kind: "call"; readonly callee: Phrase; readonly arguments: readonly Phrase[] }
  | { readonly kind: "list" | "tuple" | "commas"; readonly items: readonly Phrase[] }
  | {
      readonly kind: "comprehension";
      readonly brackets: "[]" | "()" | "";
      readonly item: Phrase;
      readonly clauses: readonly Clause[];
    }
  | { readonly kind: "lambda"; readonly parameter: string; readonly body: Phrase }
  | { readonly kind: "keyword"; readonly name: string; readonly value: Phrase }
  | { readonly kind: "star"; readonly operand: Phrase };

/** An operator and its right operand. */
export type Operation = readonly [operator: string, operand: Phrase];

/** `for target in iterable`. */
export interface Clause {
  readonly target: Phrase;
  readonly iterable: Phrase;
}

/** The phrases of which a phrase is directly made. */
export function partsOfPhrase(phrase: Syntax): readonly Phrase[] {
  switch (phrase.kind) {
    case "word":
      return [];
    case "prefix":
    case "star":
      return [phrase.operand];
    case "infix":
      return [phrase.first, ...phrase.rest.map(([, operand]) => operand)];
    case "power":
      return [phrase.base, phrase.exponent];
    case "choice":
      return [phrase.then, phrase.condition, phrase.otherwise];
    case "parentheses":
    case "lambda":
      return [phrase.body];
    case "index":
      return [phrase.of, phrase.index];
    case "slice":
      return [phrase.from, phrase.to, phrase.step].filter((part) => part !== undefined);
    case "attribute":
      return [phrase.of];
    case "call":
      return [phrase.callee, ...phrase.arguments];
    case "list":
    case "tuple":
    case "commas":
      return phrase.items;
    case "comprehension":
      return [phrase.item, ...phrase.clauses.flatMap(({ target, iterable }) => [target, iterable])];
    case "keyword":
      return [phrase.value];
  }
}

export const word = (text: string): Phrase => ({
  kind: "word",
  text,
  tokens: 1,
  width: text.length,
  form: "atom",
});

/** An integer, below 0 too. */
export const numeral = (value: number): Phrase =>
  value < 0 ? prefix("-", word(digits(-value))) : word(digits(value));

/** A double, as the shortest text that Python reads back as the same double. */
export const float = (value: number): Phrase => {
  const magnitude = digits(Math.abs(value));
  const text = /[.e]/.test(magnitude) ? magnitude : `${magnitude}.0`;
  return value < 0 ? prefix("-", word(text)) : word(text);
};

export const prefix = (operator: "-" | "~" | "not ", operand: Phrase): Phrase =>
  measured({ kind: "prefix", operator, operand }, operator === "not " ? "not" : "prefix", {
    tokens: 1,
    width: operator.length,
  });

export const infix = (form: Form, first: Phrase, rest: readonly Operation[]): Phrase => {
  if (rest.length === 0) return first;
  const operators = rest.map(([operator]) => operator);
  return measured({ kind: "infix", first, rest }, form, {
    tokens: total(operators.map((operator) => operator.split(" ").length)),
    width: total(operators.map((operator) => operator.length + 2)),
  });
};

/** Several operands with one operator. */
export const joined = (form: Form, operator: string, operands: readonly Phrase[]): Phrase =>
  infix(
    form,
    operands[0]!,
    operands.slice(1).map((operand) => [operator, operand]),
  );

export const power = (base: Phrase, exponent: Phrase): Phrase =>
  measured({ kind: "power", base, exponent }, "power", { tokens: 1, width: 2 });

export const choice = (then: Phrase, condition: Phrase, otherwise: Phrase): Phrase =>
  measured({ kind: "choice", then, condition, otherwise }, "choice", { tokens: 2, width: 10 });

export const parentheses = (body: Phrase): Phrase =>
  measured({ kind: "parentheses", body }, "atom", { tokens: 2, width: 2 });

/** The phrase as an operand of a form: in parentheses if it binds less tightly. */
export const within = (phrase: Phrase, outer: Form): Phrase =>
  precedence[phrase.form] < precedence[outer] ? parentheses(phrase) : phrase;

export const index = (of: Phrase, at: Phrase): Phrase =>
  measured({ kind: "index", of, index: at }, "atom", { tokens: 2, width: 2 });

/** The bounds of a slice: `1:`, `:n`, `::-1`. */
export const slice = (bounds: {
  readonly from?: Phrase;
  readonly to?: Phrase;
  readonly step?: Phrase;
}): Phrase => {
  const colons = bounds.step === undefined ? 1 : 2;
  return measured({ kind: "slice", ...bounds }, "choice", {
    tokens: colons,
    width: colons + total(colonSpaces(bounds)),
  });
};

/** The spaces before and after the colon of a slice: none beside words. */
export function colonSpaces({
  from,
  to,
}: {
  readonly from?: Phrase;
  readonly to?: Phrase;
}): readonly [number, number] {
  const isPlain = [from, to].every(
    (bound) => bound === undefined || bound.form === "atom" || bound.form === "prefix",
  );
  return isPlain ? [0, 0] : [from === undefined ? 0 : 1, to === undefined ? 0 : 1];
}

export const attribute = (of: Phrase, name: string): Phrase =>
  measured({ kind: "attribute", of, name }, "atom", { tokens: 2, width: 1 + name.length });

export const call = (callee: Phrase | string, ...args: readonly Phrase[]): Phrase =>
  measured(
    {
      kind: "call",
      callee: typeof callee === "string" ? word(callee) : callee,
      arguments: args,
    },
    "atom",
    { tokens: 2 + commas(args), width: 2 + 2 * commas(args) },
  );

export const listOf = (items: readonly Phrase[]): Phrase =>
  measured({ kind: "list", items }, "atom", {
    tokens: 2 + commas(items),
    width: 2 + 2 * commas(items),
  });

export const tupleOf = (items: readonly Phrase[]): Phrase => {
  const trailing = items.length === 1 ? 1 : 0;
  return measured({ kind: "tuple", items }, "atom", {
    tokens: 2 + commas(items) + trailing,
    width: 2 + 2 * commas(items) + trailing,
  });
};

/** Items with commas and without brackets, as to the left of `=` and after `for`. */
export const commaList = (items: readonly Phrase[]): Phrase =>
  items.length === 1
    ? items[0]!
    : measured({ kind: "commas", items }, "choice", {
        tokens: commas(items),
        width: 2 * commas(items),
      });

export const comprehension = (
  brackets: "[]" | "()" | "",
  item: Phrase,
  clauses: readonly Clause[],
): Phrase =>
  measured({ kind: "comprehension", brackets, item, clauses }, "atom", {
    tokens: brackets.length + 2 * clauses.length,
    width: brackets.length + " for  in ".length * clauses.length,
  });

export const lambda = (parameter: string, body: Phrase): Phrase =>
  measured({ kind: "lambda", parameter, body }, "choice", {
    tokens: 3,
    width: `lambda ${parameter}: `.length,
  });

export const keyword = (name: string, value: Phrase): Phrase =>
  measured({ kind: "keyword", name, value }, "choice", { tokens: 2, width: name.length + 1 });

export const star = (operand: Phrase): Phrase =>
  measured({ kind: "star", operand }, "prefix", { tokens: 1, width: 1 });

/** Is the phrase this one word? */
export function isWord(phrase: Phrase, text: string): boolean {
  return phrase.kind === "word" && phrase.text === text;
}

/** A phrase with the size of its parts, and of what is written between them. */
function measured<Of extends Syntax>(
  syntax: Of,
  form: Form,
  own: { readonly tokens: number; readonly width: number },
): Of & { tokens: number; width: number; form: Form } {
  let { tokens, width } = own;
  for (const part of partsOfPhrase(syntax)) {
    tokens += part.tokens;
    width += part.width;
  }
  return Object.assign(syntax, { tokens, width, form });
}

function commas(items: readonly Phrase[]): number {
  return Math.max(0, items.length - 1);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** JavaScript's shortest digits; a whole number that they round is a double, and says so. */
function digits(value: number): string {
  return `${value}`;
}
