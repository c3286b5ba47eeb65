import type { StepNetwork } from "../enn/network.ts";
import { stepInputs } from "../enn/step-inputs.ts";
import { isConstant } from "../program/constant.ts";
import { mentions } from "../program/mentions.ts";
import { fresh } from "../program/names.ts";
import { placeOf } from "../program/place.ts";
import type { Block, Expression, Fold, Program, ProgramInput, Scan } from "../program/program.ts";
import { rebuild } from "../program/rebuild.ts";
import { sayAtOnce, sayInTurn } from "./walked-place.ts";

/** The parts of a program that is a scan or a fold, as programs of one step: of a cell of each input and what is carried. */
export interface ProgramParts {
  /** A fold has none. */
  readonly item: Program | undefined;
  readonly nexts: readonly Program[];
  /** Of what is carried only. */
  readonly end: Program | undefined;
}

/** The parts of a program that walks as a step network does; else why it has none. */
export function programParts(program: Program, network: StepNetwork): ProgramParts | string {
  const { lets, result: walked } = program.body;
  const isWalk = walked.kind === "scan" || walked.kind === "fold";
  if (!isWalk || !lets.every(({ value }) => value.kind === "list" && isConstant(value))) {
    return "the program is no single walk";
  }
  const misfit = walkMisfit(walked, program, network);
  if (misfit !== undefined) return misfit;
  const cells = cellsOf(program, walked);
  const states = statesOf(walked, network);
  const whole: ProgramInput[] = [...cells.inputs, ...states];
  const at = (body: Block, inputs: readonly ProgramInput[]): Program | undefined => {
    const own = body.lets.map(({ name, value }) => ({ name, value: cells.read(value) }));
    const result = cells.read(body.result);
    const isLocal = [...own.map(({ value }) => value), result].every(
      (value) => value !== undefined,
    );
    if (!isLocal) return undefined;
    return { name: program.name, inputs, body: { lets: [...lets, ...own], result } as Block };
  };
  const said = network.isInTurn ? sayInTurn(walked) : sayAtOnce(walked);
  if (said === undefined) return "the program does not change what it carries in turn";
  const item = said.item && at(said.item, whole);
  const nexts = said.nexts.map((next) => at(next, whole));
  // In the end there is no place, and so no cell.
  const names = program.inputs.flatMap(({ name, shape }) => [name, ...shape.map(String)]);
  const end =
    walked.end && !mentions(walked.end, names)
      ? at({ lets: [], result: walked.end }, states)
      : undefined;
  const isKnown =
    (walked.kind === "fold" || item !== undefined) && nexts.every((next) => next !== undefined);
  if (!isKnown || (walked.end !== undefined && end === undefined)) {
    return "a step of the program reads more than its place";
  }
  return { item, nexts: nexts as Program[], end };
}

function walkMisfit(
  walked: Scan | Fold,
  { inputs, labels = [], classes }: Program,
  network: StepNetwork,
): string | undefined {
  const { range, isBackward, carried, end } = walked;
  const length = inputs[0]?.shape[0];
  const isWhole =
    range.to.kind === "size"
      ? inputs.every(({ shape }) => shape.length === 1 && shape[0] === length) &&
        range.to.name === length
      : false;
  if (!isWhole) return "the program does not walk along all places of any number";
  if (isBackward !== network.isBackward) return "the program walks the other way";
  if ((walked.kind === "fold") !== (network.item === undefined)) {
    return "one writes at every place, the other only in the end";
  }
  const meant = network.output.classes ?? [];
  const areSame = labels.length === meant.length && labels.every((label, k) => label === meant[k]);
  if (!areSame || classes !== undefined) return "the program has other labels than the network";
  if ((end === undefined) !== (network.end === undefined)) return "one writes more than the other";
  const isAlike =
    carried.length === network.carried.length &&
    carried.every(({ low, high, initial }, k) => {
      const other = network.carried[k]!;
      return initial === other.initial && low <= other.low && high >= other.high;
    });
  return isAlike ? undefined : "the program carries something else";
}

interface Cells {
  readonly inputs: readonly ProgramInput[];
  /** The expression with names for the cells at the place; undefined where it reads something else. */
  readonly read: (expression: Expression) => Expression | undefined;
}

function cellsOf(program: Program, walked: Scan | Fold): Cells {
  const { inputs } = program;
  const taken = new Set(placeOf(program, new Map()).taken);
  const sizes = new Set(inputs.flatMap(({ shape }) => shape));
  const names = new Map(
    inputs.map(({ name }) => {
      const own = fresh(`${name}_here`, taken);
      taken.add(own);
      return [name, own];
    }),
  );
  const place = walked.range.variable;
  const read = (expression: Expression): Expression | undefined => {
    let isLocal = true;
    const visit = (part: Expression): Expression => {
      if (part.kind === "element" && names.has(part.array)) {
        const [index] = part.indices;
        if (index?.kind === "variable" && index.name === place) {
          return { kind: "variable", name: names.get(part.array)! };
        }
      }
      const isElsewhere =
        part.kind === "size" ||
        (part.kind === "variable" &&
          (part.name === place || names.has(part.name) || sizes.has(part.name))) ||
        ((part.kind === "element" || part.kind === "pad") && names.has(part.array));
      if (isElsewhere) isLocal = false;
      return rebuild(part, { expression: visit });
    };
    const moved = visit(expression);
    return isLocal ? moved : undefined;
  };
  return {
    inputs: inputs.map(({ name, key, domain }) => ({
      name: names.get(name)!,
      key: key ?? name,
      shape: [],
      domain,
    })),
    read,
  };
}

/** What is carried, between the network's bounds and under the network's names. */
function statesOf({ carried }: Scan | Fold, network: StepNetwork): ProgramInput[] {
  const seen = stepInputs(network).slice(network.inputs.length);
  return carried.map(({ name }, k) => ({ ...seen[k]!, name, key: seen[k]!.name }));
}
