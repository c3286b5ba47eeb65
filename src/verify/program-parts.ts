import type { StepNetwork } from "../enn/network.ts";
import { stepInputs } from "../enn/step-inputs.ts";
import { mentions } from "../program/mentions.ts";
import { fresh } from "../program/names.ts";
import { placeOf } from "../program/place.ts";
import type { Block, Expression, Program, ProgramInput, Scan } from "../program/program.ts";
import { rebuild } from "../program/rebuild.ts";

/** The parts of a program that is a scan, as programs of one step: of a cell of each input and what is carried. */
export interface ProgramParts {
  readonly item: Program;
  readonly nexts: readonly Program[];
  /** Of what is carried only. */
  readonly end: Program | undefined;
}

/** The parts of a program that walks as a step network does; else why it has none. */
export function programParts(program: Program, network: StepNetwork): ProgramParts | string {
  const { lets, result: walked } = program.body;
  if (walked.kind !== "scan" || lets.length > 0) return "the program is no single scan";
  const misfit = walkMisfit(walked, program, network);
  if (misfit !== undefined) return misfit;
  const cells = cellsOf(program, walked);
  const states = statesOf(walked, network);
  const whole: ProgramInput[] = [...cells.inputs, ...states];
  const at = (body: Block, inputs: readonly ProgramInput[]): Program | undefined => {
    const lets = body.lets.map(({ name, value }) => ({ name, value: cells.read(value) }));
    const result = cells.read(body.result);
    const isLocal = [...lets.map(({ value }) => value), result].every(
      (value) => value !== undefined,
    );
    if (!isLocal) return undefined;
    return { name: program.name, inputs, body: { lets, result } as Block };
  };
  const item = at(walked.body, whole);
  const nexts = walked.carried.map(({ next }) =>
    at({ lets: walked.body.lets, result: next }, whole),
  );
  // In the end there is no place, and so no cell.
  const names = program.inputs.flatMap(({ name, shape }) => [name, ...shape.map(String)]);
  const end =
    walked.end && !mentions(walked.end, names)
      ? at({ lets: [], result: walked.end }, states)
      : undefined;
  const isKnown = item !== undefined && nexts.every((next) => next !== undefined);
  if (!isKnown || (walked.end !== undefined && end === undefined)) {
    return "a step of the program reads more than its place";
  }
  return { item, nexts: nexts as Program[], end };
}

function walkMisfit(
  { range, isBackward, carried, end }: Scan,
  { inputs, labels }: Program,
  network: StepNetwork,
): string | undefined {
  const length = inputs[0]?.shape[0];
  const isWhole =
    range.to.kind === "size"
      ? inputs.every(({ shape }) => shape.length === 1 && shape[0] === length) &&
        range.to.name === length
      : false;
  if (!isWhole) return "the program does not walk along all places of any number";
  if (isBackward !== network.isBackward) return "the program walks the other way";
  if (labels !== undefined) return "the program has labels";
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

function cellsOf(program: Program, walked: Scan): Cells {
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
function statesOf({ carried }: Scan, network: StepNetwork): ProgramInput[] {
  const seen = stepInputs(network).slice(network.inputs.length);
  return carried.map(({ name }, k) => ({ ...seen[k]!, name, key: seen[k]!.name }));
}
