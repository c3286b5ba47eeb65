import type { ChoiceNetwork, Network, StepPart } from "../../enn/network.ts";
import { block, choose, truth, variable } from "../../program/build.ts";
import type { Expression, Let, Program } from "../../program/program.ts";
import { larger, smaller } from "../outer/wrap.ts";
import { extremeOf } from "./extreme-of.ts";
import { placedBody } from "./placed-body.ts";

/** The program of one of the networks of which a step is made. */
export type CondenseBody = (network: Network) => Program;

/** The program of a part of a step: of a choice one condition around the programs of its parts. */
export function condensePart(part: StepPart, condenseBody: CondenseBody): Program {
  return part.kind === "feedforward" ? condenseBody(part) : condenseChoice(part, condenseBody);
}

function condenseChoice(choice: ChoiceNetwork, condenseBody: CondenseBody): Program {
  const condition = condenseBody(choice.condition);
  const { name, inputs } = condition;
  const seen = inputs.map((input) => variable(input.name));
  const lets: Let[] = [];
  const taken = new Set([name, ...inputs.map((input) => input.name)]);
  const placed = (program: Program): Expression => placedBody(program, seen, { lets, taken });
  const then = placed(condensePart(choice.then, condenseBody));
  const otherwise = placed(condensePart(choice.otherwise, condenseBody));
  const said = (): Expression => {
    switch (extremeOf(choice)) {
      case "larger":
        return larger(then, otherwise);
      case "smaller":
        return smaller(then, otherwise);
      case undefined:
        return positive(asTruth(placed(condition)), then, otherwise);
    }
  };
  return { name, inputs, body: block(lets, said()) };
}

/** if not c then a else b -> if c then b else a; the same with p != q and p == q. */
function positive(condition: Expression, then: Expression, otherwise: Expression): Expression {
  const { kind } = condition;
  if (kind === "not") return positive(condition.operand, otherwise, then);
  if (kind === "truth" && condition.operand.kind === "not") {
    return positive(truth(condition.operand.operand), otherwise, then);
  }
  if (kind === "compare" && condition.operator === "!=") {
    return choose({ ...condition, operator: "==" }, otherwise, then);
  }
  return choose(condition, then, otherwise);
}

function asTruth(bit: Expression): Expression {
  return bit.kind === "bit" ? bit.operand : truth(bit);
}
