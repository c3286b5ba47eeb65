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
  const item = condenseBody(network.item);
  const nexts = network.carried.map(({ next }) => condenseBody(next));
  const end = network.end && condenseBody(network.end);
  const bound = [item, ...nexts, ...(end ? [end] : [])].flatMap(namesBoundBy);
  const taken = new Set([identifier(name)]);
  const inputs = inputsOf(network, taken);
  for (const each of bound) taken.add(each);
  const take = (wanted: string): string => {
    const own = fresh(wanted, taken);
    taken.add(own);
    return own;
  };
  const place = take("i");
  const names = network.carried.map((each) => take(identifier(each.name)));
  // Named values of the bodies keep their names, where these are not taken by one another.
  for (const each of bound) taken.delete(each);
  const lets: Let[] = [];
  const carried = names.map((each) => variable(each));
  const seen: Expression[] = [
    ...inputs.map((input) => element(input.name, variable(place))),
    ...carried,
  ];
  const result = placedBody(item, seen, { lets, taken });
  const next = nexts.map((body) => placedBody(body, seen, { lets, taken }));
  const ended = end && placedBody(withoutLets(end), carried, { lets: [], taken });
  const states = network.carried.map(
    ({ low, high, initial }, k): Carried => ({
      name: names[k]!,
      low,
      high,
      initial,
      next: next[k]!,
    }),
  );
  const length = inputs[0]!.shape[0]!;
  const to = typeof length === "string" ? size(length) : integer(length);
  const walked = scan(range(place, integer(0), to), states, {
    body: block(lets, result),
    ...(ended === undefined ? {} : { end: ended }),
  });
  const { isBackward } = network;
  return withNamedPart({
    name: identifier(name),
    inputs,
    body: block([], { ...walked, isBackward }),
  });
}

/** The same body without named values: what is said once in the end needs none. */
function withoutLets({ body: { lets, result }, ...rest }: Program): Program {
  const values = new Map<string, Expression>();
  for (const { name, value } of lets) values.set(name, substitute(value, values));
  return { ...rest, body: block([], substitute(result, values)) };
}

/** All inputs have the same length, whatever it is. */
function inputsOf({ inputs }: StepNetwork, taken: Set<string>): ProgramInput[] {
  const names = inputs.map((input) => {
    const own = fresh(identifier(input.name), taken);
    taken.add(own);
    return own;
  });
  const length = freshSize(taken);
  taken.add(length);
  return inputs.map(({ name: key, domain }, k) => ({
    name: names[k]!,
    ...(names[k] === key ? {} : { key }),
    shape: [length],
    domain,
  }));
}
