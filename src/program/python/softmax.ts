import { fresh } from "../names.ts";
import { lengthsOf } from "../place.ts";
import type { Expression } from "../program.ts";
import { expressionPhrase } from "./expression.ts";
import { call, comprehension, infix, listOf, type Phrase, within, word } from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";
import type { PythonFunction, Statement } from "./statement.ts";
import { tablePhrase } from "./table.ts";

/** `softmax(x)`, and `[softmax(row) for row in x]` for an array of more axes. */
export function softmaxPhrase(logits: Expression, place: PythonPlace): Phrase {
  const rank = lengthsOf(logits, place)?.length ?? 1;
  const softmax = (row: Phrase) => call(place.softmax, row);
  if (rank === 1) return softmax(expressionPhrase(logits, place));
  if (logits.kind === "table") return tablePhrase(logits, place, softmax);
  if (logits.kind === "list") {
    return listOf(logits.items.map((item) => softmaxPhrase(item, place)));
  }
  return eachRow(expressionPhrase(logits, place), rank, place);
}

/**
 * The function that gives the probabilities of logits. They lose the largest one first, so that no power
 * is beyond a double.
 */
export function softmaxFunction(name: string, mainName: string) {
  const exp = mainName === "exp" ? "exponential" : "exp";
  const [logits, logit, largest] = ["logits", "logit", "largest"].map(word) as Three;
  const [powers, power, total] = ["powers", "power", "total"].map(word) as Three;
  const exponent = infix("add", logit, [["-", largest]]);
  const share = infix("multiply", power, [["/", total]]);
  const body: readonly Statement[] = [
    assign(largest, call("max", logits)),
    assign(powers, listFor(call(exp, exponent), logit, logits)),
    assign(total, call("sum", powers)),
    { kind: "return", value: listFor(share, power, powers) },
  ];
  const imported = exp === "exp" ? "exp" : `exp as ${exp}`;
  return {
    import: `from math import ${imported}`,
    function: { name, parameters: ["logits"], body } satisfies PythonFunction,
  };
}

type Three = [Phrase, Phrase, Phrase];

const assign = (target: Phrase, value: Phrase): Statement => ({ kind: "assign", target, value });

const listFor = (item: Phrase, target: Phrase, iterable: Phrase): Phrase =>
  comprehension("[]", item, [{ target, iterable }]);

function eachRow(array: Phrase, rank: number, place: PythonPlace): Phrase {
  if (rank === 1) return call(place.softmax, array);
  const item = word(fresh(rank === 2 ? "row" : rank === 3 ? "plane" : "block", place.taken));
  const inner = {
    ...place,
    taken: new Set(place.taken).add(item.kind === "word" ? item.text : ""),
  };
  return comprehension("[]", eachRow(item, rank - 1, inner), [
    { target: item, iterable: within(array, "or") },
  ]);
}
