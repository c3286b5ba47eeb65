import { idiomatic, linkChains } from "../program/idiom.ts";
import { typescript as precedence } from "../program/precedence.ts";
import type { Expression } from "../program/program.ts";
import { bracketed, concat, filled, group } from "./layout.ts";
import { atom, infix, type Printed, within } from "./printed.ts";
import type { Scene } from "./scene.ts";
import { alike, numberDoc, plainDoc, ternary } from "./typescript-number.ts";
import { quantifierDoc } from "./typescript-reduction.ts";

/** A condition as TypeScript. */
export function truthDoc(expression: Expression, scene: Scene): Printed {
  const plain = idiomatic(expression, scene.place.truths);
  switch (plain.kind) {
    case "variable":
      return atom(plain.name);
    case "element":
      return plainDoc(plain, scene);
    case "compare":
      return comparison(plain, scene);
    case "member":
      return membership(plain, scene);
    case "truth":
      return isOne(plain.operand, "===", scene);
    case "not":
      return negation(plain.operand, scene);
    case "and":
    case "or": {
      const parts = plain.kind === "and" ? conjuncts(plain.operands) : plain.operands;
      const [first, ...rest] = parts.map((part) =>
        within(truthDoc(part, scene), plain.kind === "and" ? "and" : "or", precedence),
      );
      const symbol = plain.kind === "and" ? "&&" : "||";
      return infix(
        plain.kind,
        first!,
        rest.map((part) => [symbol, part]),
      );
    }
    case "xor":
      return plain.operands
        .map((operand) => truthDoc(operand, scene))
        .reduce((left, right) =>
          infix("comparison", within(left, "add", precedence), [
            ["!==", within(right, "add", precedence)],
          ]),
        );
    case "if": {
      const [then, otherwise] = [plain.then, plain.otherwise].map((part) => truthDoc(part, scene));
      return ternary(truthDoc(plain.condition, scene), then!, otherwise!);
    }
    case "any":
    case "all":
      return quantifierDoc(plain, scene);
    default:
      throw new Error(`bug: ${plain.kind} as a condition`);
  }
}

/** The operands of `and`, where two that bound one value follow each other in ascending order. */
export function conjuncts(operands: readonly Expression[]): readonly Expression[] {
  return linkChains(operands).flatMap((link): readonly Expression[] => {
    if (link.kind !== "chain") return [link];
    const [low, middle, high] = link.operands;
    return [
      { kind: "compare", operator: link.operators[0], left: low, right: middle },
      { kind: "compare", operator: link.operators[1], left: middle, right: high },
    ];
  });
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

function comparison({ operator, left, right }: Of<"compare">, scene: Scene): Printed {
  const [a, b] = alike(numberDoc(left, scene), numberDoc(right, scene));
  const symbol = operator === "==" ? "===" : operator === "!=" ? "!==" : operator;
  return infix("comparison", within(a, "add", precedence), [
    [symbol, within(b, "add", precedence)],
  ]);
}

function membership({ value, values }: Of<"member">, scene: Scene): Printed {
  if (values.length === 0) return atom("false");
  const printed = plainDoc(value, scene).doc;
  const constants = bracketed("[", filled(values.map(String)), "]");
  return atom(group(constants, ".includes", bracketed("(", printed, ")")));
}

function isOne(bit: Expression, operator: "===" | "!==", scene: Scene): Printed {
  if (bit.kind === "integer") return atom(String((bit.value === 1) === (operator === "===")));
  const operand = within(plainDoc(bit, scene), "add", precedence);
  return infix("comparison", operand, [["===", operator === "===" ? "1" : "0"]]);
}

function negation(operand: Expression, scene: Scene): Printed {
  if (operand.kind === "truth") return isOne(operand.operand, "!==", scene);
  const printed = truthDoc(operand, scene);
  return { doc: concat("!", within(printed, "not", precedence)), form: "not" };
}
