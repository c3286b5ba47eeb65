import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { type Import, importsOf } from "./imports-of.ts";

/** A file of the house; its path starts with `src/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Offence {
  readonly path: string;
  readonly line: number;
  readonly sentence: string;
}

/** What the files of a room may import, beside their own room and `errors.ts`. */
interface Room {
  readonly rooms: readonly string[];
  /** Rooms whose types may be named, though nothing of theirs may run. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
}

const NOUNS = ["math", "data", "enn", "program"];

/** The arrows of the house; shells, which may import everything, are listed apart. */
const PURE_ROOMS: Readonly<Record<string, Room>> = {
  math: { rooms: [], packages: ["highs"] },
  data: { rooms: ["math"] },
  tasks: { rooms: ["math", "data", "enn"] },
  enn: { rooms: ["math"], packages: ["zod"] },
  learn: { rooms: ["math", "data", "enn"] },
  program: { rooms: ["math"], packages: ["zod"] },
  condense: { rooms: ["math", "enn", "program"] },
  emit: { rooms: ["program"], types: ["math"] },
  verify: { rooms: NOUNS },
  report: { rooms: [...NOUNS, "emit"], types: ["learn", "verify"] },
  reproduce: {
    rooms: [
      ...NOUNS,
      "tasks",
      "condense",
      "emit",
      "verify",
      "report",
      "distill.ts",
      "distill-sizes.ts",
    ],
  },
  "errors.ts": { rooms: [] },
  "answer.ts": { rooms: NOUNS },
  "ask.ts": { rooms: ["data", "math", "verify", "distill.ts"] },
  "one-program.ts": { rooms: ["enn", "program", "emit"], types: ["verify"] },
  "distill-networks.ts": {
    rooms: [...NOUNS, "condense", "emit", "verify", "distill.ts", "one-program.ts"],
    types: ["report"],
  },
  "distill-sizes.ts": {
    rooms: [...NOUNS, "emit", "verify", "distill.ts", "one-program.ts"],
    types: ["report"],
  },
  "distill.ts": { rooms: [...NOUNS, "learn", "condense", "emit", "verify"] },
};

const SHELLS = ["run", "cli", "web", "index.ts"];

/** Every import that goes uphill, or out of a pure room to a package or to Node. */
export function findOffences(files: readonly SourceFile[]): Offence[] {
  return files.flatMap(({ path, text }) =>
    importsOf(path, text).flatMap((each) => {
      const sentence = objection(path, each);
      return sentence === undefined ? [] : [{ path, line: each.line, sentence }];
    }),
  );
}

/** What is wrong with an import; undefined if nothing is. */
function objection(path: string, { specifier, isType }: Import): string | undefined {
  const from = roomOf(path);
  if (SHELLS.includes(from)) return undefined;
  const room = PURE_ROOMS[from];
  if (room === undefined) return `${from} is no room of the house`;
  if (!specifier.startsWith(".")) return outsideObjection(from, room, specifier);
  const to = roomOf(posix.join(posix.dirname(path), specifier));
  const isAllowed = to === from || to === "errors.ts" || room.rooms.includes(to);
  if (isAllowed || (isType && room.types?.includes(to))) return undefined;
  return `${from} may not import ${isType ? "types of " : ""}${to}`;
}

function outsideObjection(from: string, room: Room, specifier: string): string | undefined {
  if (isBuiltin(specifier)) return `${from} is pure: it may not import Node's ${specifier}`;
  if (room.packages?.includes(specifier)) return undefined;
  return `${from} may not import the package ${specifier}`;
}

/** `src/learn/learn.ts` is in `learn`; a file beside the rooms is its own room. */
function roomOf(path: string): string {
  return path.split("/")[1] ?? path;
}
