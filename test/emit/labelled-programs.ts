import type { Label } from "../../src/math/label.ts";
import { Random } from "../../src/math/random.ts";
import {
  add,
  all,
  and,
  any,
  argmax,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  not,
  or,
  pad,
  range,
  size,
  sum,
  table,
  truth,
  variable,
  xor,
} from "../../src/program/build.ts";
import type { Expression, Program } from "../../src/program/program.ts";

/** Texts that end strings, comments and lines where they are not escaped. */
export const hostile = [
  "",
  " x",
  '"',
  "'",
  '"""',
  "\\",
  '\\"',
  "*/",
  "//",
  "# n",
  "a\nb",
  "\r\t\u0000",
  "$",
  "é",
  "\u2028",
  "\u202e",
  "\ud800",
  "\u{1f600}",
  "\u{e0001}",
  "n",
] as const;

const labelSets: readonly (readonly Label[])[] = [
  [false, true],
  ["lose", "win"],
  [-1, 2.5],
  [false, 0, "0"],
  [true, 7, "7", "true"],
];

/** Programs with labels, or inputs of texts, or both, of every form of result. */
export function labelledPrograms(count: number, seed: number): readonly Program[] {
  return Array.from({ length: count }, (_, k) => new Drawn(new Random(seed + k)).program(`f_${k}`));
}

class Drawn {
  readonly #random: Random;
  readonly #values: readonly string[];
  #next = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#values = random.bit() === 1 ? ["b", "o", "x"] : this.#hostile(3);
  }

  program(name: string): Program {
    const labels = this.#labels();
    const lets = [
      define("p", pad("x", [1, 0], [1, 0])),
      define("total", this.#count()),
      define("holds", this.#truth(1)),
      define("bits", table([this.#upTo("i")], block([], this.#bit(1, variable("i"))))),
    ];
    const result = this.#result(labels?.length ?? 2);
    const body = block(lets, result);
    const values = this.#values;
    return {
      name,
      inputs: [
        { name: "x", shape: ["n", 3], domain: { kind: "one-hot", values } },
        { name: "y", shape: ["n", 3], domain: { kind: "one-hot", values } },
        { name: "colour", shape: [2], domain: { kind: "one-hot", values: ["blue", "red"] } },
        { name: "a", shape: ["n"], domain: { kind: "binary" } },
      ],
      body,
      ...(labels === undefined ? {} : { labels }),
    };
  }

  #labels(): readonly Label[] | undefined {
    const which = this.#random.below(labelSets.length + 2);
    if (which === labelSets.length) return undefined;
    return labelSets[which] ?? this.#hostile(2 + this.#random.below(4));
  }

  /** Some different texts, ascending. */
  #hostile(count: number): readonly string[] {
    const start = this.#random.below(hostile.length);
    const texts = Array.from({ length: count }, (_, k) => hostile[(start + k) % hostile.length]!);
    return texts.toSorted((a, b) => (a < b ? -1 : 1));
  }

  #result(nLabels: number): Expression {
    const index = (at?: Expression) => this.#index(nLabels, at);
    switch (this.#random.below(6)) {
      case 0:
        return table([this.#upTo("i")], block([], index(variable("i"))));
      case 1:
        return list([index(), index()]);
      case 2:
        return variable("bits");
      case 3:
        return choose(variable("holds"), index(), index());
      default:
        return index();
    }
  }

  /** An index of a label. */
  #index(nLabels: number, at?: Expression): Expression {
    switch (this.#random.below(6)) {
      case 0:
        return integer(this.#random.below(nLabels));
      case 1: {
        const c = this.#name("c");
        const score = add(this.#bit(1, at), compareBit(variable(c), this.#random.below(nLabels)));
        return argmax(range(c, integer(0), integer(nLabels)), score);
      }
      case 2:
        return choose(this.#truth(1, at), integer(0), this.#index(nLabels, at));
      case 3:
        return choose(this.#truth(2, at), integer(1), integer(0));
      default:
        return this.#bit(2, at);
    }
  }

  #truth(depth: number, at: Expression = integer(0)): Expression {
    const inner = () => this.#truth(depth - 1, at);
    if (depth === 0) return truth(this.#bit(0, at));
    switch (this.#random.below(8)) {
      case 0:
        return and(inner(), inner());
      case 1:
        return or(inner(), inner());
      case 2:
        return not(inner());
      case 3:
        return xor(inner(), inner());
      case 4:
        return compare(this.#count(), this.#random.bit() === 1 ? ">" : "==", integer(1));
      case 5:
        return this.#sameSomewhere(at);
      case 6: {
        const j = this.#name("j");
        return all([this.#upTo(j)], truth(this.#bit(0, variable(j))));
      }
      default:
        return truth(this.#bit(depth, at));
    }
  }

  #bit(depth: number, at: Expression = integer(0)): Expression {
    const inner = () => this.#bit(depth - 1, at);
    if (depth === 0) return this.#atom(at);
    switch (this.#random.below(6)) {
      case 0:
        return and(inner(), inner());
      case 1:
        return or(inner(), inner());
      case 2:
        return xor(inner(), inner());
      case 3:
        return not(inner());
      case 4:
        return bit(this.#truth(depth - 1, at));
      default:
        return this.#atom(at);
    }
  }

  #atom(at: Expression): Expression {
    const value = integer(this.#random.below(3));
    switch (this.#random.below(5)) {
      case 0:
        return element("x", at, value);
      case 1:
        return element("y", at, value);
      case 2:
        return element("colour", integer(this.#random.bit()));
      case 3:
        return element("p", add(at, integer(1)), value);
      default:
        return element("a", at);
    }
  }

  /** How often a value occurs, or two arrays hold the same. */
  #count(): Expression {
    const [i, c] = [this.#name("i"), this.#name("c")];
    if (this.#random.bit() === 1) return sum([this.#upTo(i)], this.#atom(variable(i)));
    const both = and(
      element("x", variable(i), variable(c)),
      element("y", variable(i), variable(c)),
    );
    return sum([this.#upTo(i), range(c, integer(0), integer(3))], both);
  }

  #sameSomewhere(at: Expression): Expression {
    const [j, c] = [this.#name("j"), this.#name("c")];
    return any(
      [this.#upTo(j), range(c, integer(0), integer(3))],
      and(truth(element("x", at, variable(c))), truth(element("y", variable(j), variable(c)))),
    );
  }

  #upTo(name: string) {
    return range(name, integer(0), size("n"));
  }

  #name(wanted: string): string {
    this.#next += 1;
    return `${wanted}${this.#next}`;
  }
}

function compareBit(left: Expression, value: number): Expression {
  return bit(compare(left, "==", integer(value)));
}
