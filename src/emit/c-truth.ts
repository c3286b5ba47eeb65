import { idiomatic } from "../program/idiom.ts";
import { c as precedence } from "../program/precedence.ts";
import type { Expression } from "../program/program.ts";
import { compared, numberDoc, ternary } from "./c-number.ts";
import { sizeDoc } from "./c-size.ts";
import { isSizes } from "./c-type.ts";
import { concat } from "./layout.ts";
import { atom, infix, type Printed, within } from "./printed.ts";
import type { Scene } from "./scene.ts";
import { conjuncts } from "./typescript-truth.ts";

/** A condition as C: bits and truths are both 0 or 1. */
export function truthDoc(expression: Expression, scene: Scene): Printed {
  const plain = idiomatic(expression, scene.place.truths);
  switch (plain.kind) {
    case "variable":
      return atom(plain.name);
    case "compare":
      return comparison(plain, scene);
    case "member":
      return truthDoc(membership(plain), scene);
    case "truth":
      return fromBit(plain.operand, scene);
    case "not": {
      const operand = within(truthDoc(plain.operand, scene), "not", precedence);
      return { doc: concat("!", operand), form: "not" };
    }
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
        .reduce((left, right) => infix("comparison", compared(left), [["!=", compared(right)]]));
    case "if": {
      const [then, otherwise] = [plain.then, plain.otherwise].map((part) => truthDoc(part, scene));
      return ternary(truthDoc(plain.condition, scene), then!, otherwise!);
    }
    default:
      throw new Error(`bug: ${plain.kind} as a condition`);
  }
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/**
 * Sizes are compared as they are; beside a number that has a sign they get one, and where the comparison
 * would be plainly true or false without one, which compilers take for a slip.
 */
function comparison({ operator, left, right }: Of<"compare">, scene: Scene): Printed {
  const isPlain = (side: Expression) =>
    isSizes(side, scene) || (side.kind === "integer" && side.value >= 0);
  const isObvious = isZero(right) ? ["<", ">="].includes(operator) : isZero(left);
  const doc = isPlain(left) && isPlain(right) && !isObvious ? sizeDoc : numberDoc;
  return infix("comparison", compared(doc(left, scene)), [[operator, compared(doc(right, scene))]]);
}

function isZero(side: Expression): boolean {
  return side.kind === "integer" && side.value === 0;
}

/** Three or more neighbours are a range, others are compared one by one. */
function membership({ value, values }: Of<"member">): Expression {
  const [low, high] = [values[0]!, values.at(-1)!];
  const compare = (operator: "==" | ">=" | "<=", constant: number): Expression => {
    const right: Expression = { kind: "integer", value: constant };
    return operator === ">="
      ? { kind: "compare", operator: "<=", left: right, right: value }
      : { kind: "compare", operator, left: value, right };
  };
  if (values.length === 0) return { kind: "truth", operand: { kind: "integer", value: 0 } };
  if (values.length > 2 && high - low === values.length - 1) {
    return { kind: "and", operands: [compare(">=", low), compare("<=", high)] };
  }
  return { kind: "or", operands: values.map((each) => compare("==", each)) };
}

function fromBit(bit: Expression, scene: Scene): Printed {
  if (bit.kind === "integer") return atom(bit.value === 1 ? "true" : "false");
  const printed = numberDoc(bit, scene);
  if (printed.form === "atom") return printed;
  return infix("comparison", compared(printed), [["==", "1"]]);
}
