import { isTruth } from "../idiom.ts";
import { fresh } from "../names.ts";
import { partsOf } from "../parts.ts";
import { placeAtResult } from "../place.ts";
import type { Block, Expression, Program, ProgramInput } from "../program.ts";
import { type SpokenProgram, spoken } from "../spoken/spoken.ts";
import { bodyStatements } from "./body.ts";
import { guards, placeGuards } from "./guard.ts";
import { call, commaList, index, type Phrase, partsOfPhrase, word } from "./phrase.ts";
import { type PythonPlace, placeWithFunctions, pythonPlace } from "./python-place.ts";
import { signFunction } from "./sign.ts";
import { softmaxFunction } from "./softmax.ts";
import { functionTokens, type PythonFunction, phrasesOf, type Statement } from "./statement.ts";

/** A program as Python, before it is laid out in lines. */
export interface PythonModule {
  readonly imports: readonly string[];
  /** Functions that the last one calls. */
  readonly helpers: readonly PythonFunction[];
  readonly main: PythonFunction;
}

/** A program as Python. Signs are spelled out, or a function of their own, whichever is shorter. */
export function pythonModule(whole: Program): PythonModule {
  const program = spoken(whole);
  const start = pythonPlace(program);
  const softmax = fresh("softmax", start.taken);
  const spelled = moduleAt(program, placeWithFunctions(start, { softmax }));
  if (!holds(program.body, "sign")) return spelled;
  const sign = fresh("sign", start.taken);
  const named = moduleAt(program, placeWithFunctions(start, { softmax, sign }));
  return moduleTokens(named) < moduleTokens(spelled) ? named : spelled;
}

/** The tokens of a program in Python, without imports and docstring. */
export function moduleTokens({ helpers, main }: PythonModule): number {
  return [...helpers, main].reduce((sum, each) => sum + functionTokens(each), 0);
}

function moduleAt(program: SpokenProgram, start: PythonPlace): PythonModule {
  const { name, inputs, body, labels } = program;
  const block = labels === undefined ? returning(body, start) : body;
  const lengths = lengthPhrases(inputs);
  const [bindings, sizes] = boundSizes(lengths, block, start);
  const statements = bodyStatements(block, { ...start, sizes });
  const main: PythonFunction = {
    name,
    parameters: inputs.map((input) => input.name),
    body: [
      ...guards(program, lengths),
      ...bindings,
      ...placeGuards(program, { ...start, sizes }),
      ...statements,
    ],
  };
  const probabilities = holds(body, "softmax") ? [softmaxFunction(start.softmax, name)] : [];
  const signs = start.sign === undefined ? [] : [signFunction(start.sign)];
  return {
    imports: probabilities.map((each) => each.import),
    helpers: [...signs, ...probabilities.map((each) => each.function)],
    main,
  };
}

/** The line that binds the sizes, and those that are not worth it because they are used once. */
function boundSizes(
  lengths: ReadonlyMap<string, Phrase>,
  block: Block,
  start: PythonPlace,
): readonly [readonly Statement[], ReadonlyMap<string, Phrase>] {
  if (lengths.size === 0) return [[], lengths];
  const phrases = phrasesOf(bodyStatements(block, start));
  const uses = new Map([...lengths.keys()].map((size) => [size, 0]));
  const tally = (phrase: Phrase): void => {
    if (phrase.kind === "word" && uses.has(phrase.text)) {
      uses.set(phrase.text, uses.get(phrase.text)! + 1);
    }
    partsOfPhrase(phrase).forEach(tally);
  };
  phrases.forEach(tally);
  const bound = [...lengths.keys()].filter((size) => uses.get(size)! > 1);
  const inlined = new Map([...lengths].filter(([size]) => uses.get(size)! <= 1));
  if (bound.length === 0) return [[], inlined];
  const target = commaList(bound.map(word));
  const value = commaList(bound.map((size) => lengths.get(size)!));
  return [[{ kind: "assign", target, value }], inlined];
}

/** How each size is found: `len(x)`, `len(x[0])`, of the first input that has it. */
function lengthPhrases(inputs: readonly ProgramInput[]): ReadonlyMap<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (const { name, shape } of inputs) {
    shape.forEach((size, axis) => {
      if (typeof size !== "string" || phrases.has(size)) return;
      const outer = Array.from({ length: axis }, () => word("0"));
      phrases.set(size, call("len", outer.reduce<Phrase>(index, word(name))));
    });
  }
  return phrases;
}

/** The body of a program, with an integer in place of a truth. */
function returning({ lets, result }: Block, start: PythonPlace): Block {
  const { truths } = placeAtResult(start, { lets, result });
  return isTruth(result, truths)
    ? { lets, result: { kind: "bit", operand: result } }
    : { lets, result };
}

/** Is any expression in a block of this kind? */
function holds({ lets, result }: Block, kind: Expression["kind"]): boolean {
  const isIn = (expression: Expression): boolean =>
    expression.kind === kind || partsOf(expression).some(isIn);
  return [...lets.map(({ value }) => value), result].some(isIn);
}
