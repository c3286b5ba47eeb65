import type { StepNetwork, StepPart } from "../../enn/network.ts";
import { extremesOf } from "../../math/domain.ts";
import { block, element, fold, integer, range, scan, size, variable } from "../../program/build.ts";
import { isConstant } from "../../program/constant.ts";
import { fresh, freshSize, identifier } from "../../program/names.ts";
import type { Carried, Expression, Let, Program, ProgramInput } from "../../program/program.ts";
import { substitute } from "../passes/variables.ts";
import { atBounds, type Bounds } from "./at-bounds.ts";
import { type CondenseBody, condensePart } from "./condense-part.ts";
import { orLookup } from "./lookup.ts";
import { namesBoundBy, placedBody } from "./placed-body.ts";
import { withNamedPart } from "./with-named-part.ts";

/** The program of a step network: a scan or a fold along the axis of its inputs, of any length. */
export function condenseSteps(
  network: StepNetwork,
  name: string,
  condenseBody: CondenseBody,
): Program {
  const said = (part: StepPart): Program =>
    orLookup(condensePart(part, condenseBody), part, network.carried.length);
  const parts: Parts = {
    item: network.item && said(network.item),
    nexts: network.carried.map(({ next }) => said(next)),
    end: network.end && condensePart(network.end, condenseBody),
  };
  const taken = new Set([identifier(name)]);
  const { inputs, length } = inputsOf(network, taken);
  const names = namesBeside(parts, network, taken);
  const carried = names.carried.map((each) => variable(each));
  const seen = [...inputs.map((input) => element(input.name, variable(names.place))), ...carried];
  const lets: Let[] = [];
  const early = network.isInTurn
    ? undefined
    : parts.item && placedBody(parts.item, seen, { lets, taken });
  const states = network.carried.map(({ low, high, initial }, k): Carried => {
    const next = placedBody(parts.nexts[k]!, seen, { lets, taken });
    if (network.isInTurn) seen[inputs.length + k] = next;
    return { name: names.carried[k]!, low, high, initial, next };
  });
  const result = early ?? (parts.item && placedBody(parts.item, seen, { lets, taken }));
  const end = parts.end && placedBody(withTablesOnly(parts.end), carried, { lets, taken });
  const bounds: readonly Bounds[] = [
    ...states,
    ...inputs.map(({ name, domain }) => ({ name, ...extremesOf(domain) })),
  ];
  const exactly = (expression: Expression): Expression => atBounds(expression, bounds);
  const { constants, others } = byConstancy(
    lets.map((each) => ({ ...each, value: exactly(each.value) })),
  );
  const nexts = states.map((each) => ({ ...each, next: exactly(each.next) }));
  const places = range(names.place, integer(0), size(length));
  const walked =
    result === undefined
      ? fold(places, nexts, { lets: others, end: exactly(end!) })
      : scan(places, nexts, {
          body: block(others, exactly(result)),
          ...(end === undefined ? {} : { end: exactly(end) }),
        });
  const { isBackward, output } = network;
  return withNamedPart({
    name: identifier(name),
    inputs,
    body: block(constants, { ...walked, isBackward }),
    ...(output.classes === undefined ? {} : { labels: output.classes }),
  });
}

/** Tables of constants are the same at all places: they stand before the walk. */
function byConstancy(lets: readonly Let[]) {
  return { constants: lets.filter(isTable), others: lets.filter((each) => !isTable(each)) };
}

function isTable({ value }: Let): boolean {
  return value.kind === "list" && isConstant(value);
}

/** What the networks of a step say. */
interface Parts {
  readonly item: Program | undefined;
  readonly nexts: readonly Program[];
  readonly end: Program | undefined;
}

/**
 * Names for the place and for what is carried, which are `taken` then. Named values of the parts keep theirs,
 * where these are not taken by one another.
 */
function namesBeside({ item, nexts, end }: Parts, network: StepNetwork, taken: Set<string>) {
  const avoided = [item, ...nexts, end].flatMap((part) => (part ? namesBoundBy(part) : []));
  const take = (wanted: string): string => {
    const own = fresh(wanted, new Set([...taken, ...avoided]));
    taken.add(own);
    return own;
  };
  const place = take("i");
  return { place, carried: network.carried.map((each) => take(identifier(each.name))) };
}

/** The same body with no other named values than tables of constants: what is said once in the end needs none. */
function withTablesOnly({ body: { lets, result }, ...rest }: Program): Program {
  const values = new Map<string, Expression>();
  for (const { name, value } of lets) values.set(name, substitute(value, values));
  return { ...rest, body: block(lets.filter(isTable), substitute(result, values)) };
}

/** All inputs have the same length, whatever it is: by a name, which is `taken` then like those of inputs. */
function inputsOf({ inputs }: StepNetwork, taken: Set<string>) {
  const names = inputs.map((input) => {
    const own = fresh(identifier(input.name), taken);
    taken.add(own);
    return own;
  });
  const length = freshSize(taken);
  taken.add(length);
  const named = inputs.map(
    ({ name: key, domain }, k): ProgramInput => ({
      name: names[k]!,
      ...(names[k] === key ? {} : { key }),
      shape: [length],
      domain,
    }),
  );
  return { inputs: named, length };
}
