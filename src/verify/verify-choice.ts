import type { ChoiceNetwork, Network, StepPart } from "../enn/network.ts";
import { isSame } from "../program/idiom.ts";
import type { Block, Comparison, Expression, Program } from "../program/program.ts";
import { describeDomain } from "./describe-domain.ts";
import { allInputs } from "./samples.ts";
import { trialOf } from "./trial.ts";
import type { Verdict } from "./verdict.ts";

/** Proves that a program is a network of layers. */
export type VerifyLayers = (network: Network, program: Program) => Verdict;

/**
 * Is a program the same function as a part of a step? Of a choice it is where it chooses, too, by the same
 * condition between the same two values.
 */
export function verifyPart(part: StepPart, program: Program, verifyLayers: VerifyLayers): Verdict {
  if (part.kind === "feedforward") return verifyLayers(part, program);
  const domain = describeDomain(part.inputs);
  const steps = allInputs(part.inputs, MOST_STEPS);
  if (steps !== undefined) {
    const run = trialOf(part, program);
    if (steps.every((x) => run(x).kind === "same")) {
      return { kind: "equivalent", domain, methods: ["all steps run"] };
    }
  }
  const choice = choiceOf(program.body);
  if (choice === undefined) {
    return { kind: "unproved", domain, methods: [], reason: "the program makes no choice" };
  }
  const saying = (result: Expression): Program => ({
    ...program,
    body: { lets: program.body.lets, result },
  });
  const methods = new Set<string>();
  let verdict: Verdict | undefined;
  for (const way of waysOf(choice)) {
    verdict = proved(part, way, { saying, verifyLayers, methods });
    if (verdict === undefined) return { kind: "equivalent", domain, methods: [...methods] };
  }
  // A difference of parts need be none of the whole: where it lies, the other part may count.
  const reason = verdict?.kind === "unproved" ? verdict.reason : "a part of a choice differs";
  return { kind: "unproved", domain, methods: [...methods], reason };
}

/** More combinations of cells and carried integers are not run. */
const MOST_STEPS = 2 ** 12;

interface Way {
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

interface Context {
  readonly saying: (result: Expression) => Program;
  readonly verifyLayers: VerifyLayers;
  readonly methods: Set<string>;
}

/** What stands against it that a way to choose is that of the network; undefined where nothing does. */
function proved(
  { condition, then, otherwise }: ChoiceNetwork,
  way: Way,
  { saying, verifyLayers, methods }: Context,
): Verdict | undefined {
  const bit: Expression = { kind: "bit", operand: way.condition };
  const pairs: readonly (readonly [StepPart, Expression])[] = [
    [condition, bit],
    [then, way.then],
    [otherwise, way.otherwise],
  ];
  for (const [part, said] of pairs) {
    const verdict = verifyPart(part, saying(said), verifyLayers);
    if (verdict.kind !== "equivalent" || verdict.snapped !== undefined) return verdict;
    for (const method of verdict.methods) methods.add(method);
  }
  return undefined;
}

/** The choice that a body comes to, by whatever name. */
function choiceOf({ lets, result }: Pick<Block, "lets" | "result">): Way | undefined {
  if (result.kind === "if") return result;
  if (result.kind !== "variable") return undefined;
  const k = lets.findLastIndex(({ name }) => name === result.name);
  return k < 0 ? undefined : choiceOf({ lets: lets.slice(0, k), result: lets[k]!.value });
}

/** The same value in other words: the other way round, and between two numbers at the other side of a tie. */
function waysOf(way: Way): Way[] {
  const { condition, then, otherwise } = way;
  const turned = ({ condition, then, otherwise }: Way): Way => ({
    condition: { kind: "not", operand: condition },
    then: otherwise,
    otherwise: then,
  });
  const all = [way];
  if (condition.kind === "compare" && isBetween(condition, then, otherwise)) {
    const operator = OTHER_SIDE[condition.operator];
    if (operator !== undefined) all.push({ ...way, condition: { ...condition, operator } });
  }
  return [...all, ...all.map(turned)];
}

/** Are the numbers that are compared those between which is chosen, so that a tie does not matter? */
function isBetween(
  { left, right }: Expression & { readonly kind: "compare" },
  then: Expression,
  otherwise: Expression,
): boolean {
  return isSame([left, right], [then, otherwise]) || isSame([right, left], [then, otherwise]);
}

const OTHER_SIDE: Partial<Record<Comparison, Comparison>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
};
