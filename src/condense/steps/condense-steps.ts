import type { Network, StepNetwork } from "../../enn/network.ts";
import { block, element, integer, range, scan, size, variable } from "../../program/build.ts";
import { fresh, freshSize, identifier } from "../../program/names.ts";
import type { Carried, Expression, Let, Program, ProgramInput } from "../../program/program.ts";
import { substitute } from "../passes/variables.ts";
import { namesBoundBy, placedBody } from "./placed-body.ts";
import { withNamedPart } from "./with-named-part.ts";

/** The program of one of the networks of which a step is made. */
export type CondenseBody = (network: Network) => Program;

/** The program of a step network: a scan along the axis of its inputs, of any length. */
export function condenseSteps(
  network: StepNetwork,
  name: string,
  condenseBody: CondenseBody,
): Program {
  const parts: Parts = {
    item: condenseBody(network.item),
    nexts: network.carried.map(({ next }) => condenseBody(next)),
    end: network.end && condenseBody(network.end),
  };
  const taken = new Set([identifier(name)]);
  const { inputs, length } = inputsOf(network, taken);
  const names = namesBeside(parts, network, taken);
  const carried = names.carried.map((each) => variable(each));
  const seen = [...inputs.map((input) => element(input.name, variable(names.place))), ...carried];
  const lets: Let[] = [];
  const result = placedBody(parts.item, seen, { lets, taken });
  const states = network.carried.map(({ low, high, initial }, k): Carried => {
    const next = placedBody(parts.nexts[k]!, seen, { lets, taken });
    return { name: names.carried[k]!, low, high, initial, next };
  });
  const end = parts.end && placedBody(withoutLets(parts.end), carried, { lets: [], taken });
  const walked = scan(range(names.place, integer(0), size(length)), states, {
    body: block(lets, result),
    ...(end === undefined ? {} : { end }),
  });
  const { isBackward } = network;
  return withNamedPart({
    name: identifier(name),
    inputs,
    body: block([], { ...walked, isBackward }),
  });
}

/** What the networks of a step say. */
interface Parts {
  readonly item: Program;
  readonly nexts: readonly Program[];
  readonly end: Program | undefined;
}

/**
 * Names for the place and for what is carried, which are `taken` then. Named values of the parts keep theirs,
 * where these are not taken by one another.
 */
function namesBeside({ item, nexts, end }: Parts, network: StepNetwork, taken: Set<string>) {
  const avoided = [item, ...nexts, ...(end ? [end] : [])].flatMap(namesBoundBy);
  const take = (wanted: string): string => {
    const own = fresh(wanted, new Set([...taken, ...avoided]));
    taken.add(own);
    return own;
  };
  const place = take("i");
  return { place, carried: network.carried.map((each) => take(identifier(each.name))) };
}

/** The same body without named values: what is said once in the end needs none. */
function withoutLets({ body: { lets, result }, ...rest }: Program): Program {
  const values = new Map<string, Expression>();
  for (const { name, value } of lets) values.set(name, substitute(value, values));
  return { ...rest, body: block([], substitute(result, values)) };
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
