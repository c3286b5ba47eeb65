import { PAGE_WIDTH as WIDTH } from "../program/page-width.ts";

/** Text with places where it may be broken into lines; one algebra for all languages. */
export type Doc =
  | string
  | { readonly kind: "concat"; readonly parts: readonly Doc[] }
  /** A new line if the innermost group around it is broken, else the flat text. */
  | { readonly kind: "line"; readonly flat: "" | " " }
  | { readonly kind: "indent"; readonly body: Doc }
  /** On one line if it fits, else broken at all its own lines. */
  | { readonly kind: "group"; readonly body: Doc }
  /** Text that is there only if the innermost group around it is broken. */
  | { readonly kind: "if-broken"; readonly text: string };

export { WIDTH };

const STEP = 4;

export const line: Doc = { kind: "line", flat: " " };
export const softline: Doc = { kind: "line", flat: "" };
export const concat = (...parts: readonly Doc[]): Doc => sequence(parts);
/** The same for parts that may be too many for the arguments of a call. */
export const sequence = (parts: readonly Doc[]): Doc => ({ kind: "concat", parts });
export const indent = (...parts: readonly Doc[]): Doc => ({
  kind: "indent",
  body: concat(...parts),
});
export const group = (...parts: readonly Doc[]): Doc => ({ kind: "group", body: concat(...parts) });

/** Something between brackets, inside which lines may be broken. */
export const bracketed = (open: string, body: Doc, close: string): Doc =>
  group(open, indent(softline, body), softline, close);

/** The same for something that is kept on one line if the brackets stand on their own. */
export const enclosed = (open: string, body: Doc, close: string): Doc =>
  bracketed(open, group(body), close);

/** Something that gets parentheses only where it must be broken. */
export const breakable = (body: Doc): Doc =>
  group({ kind: "if-broken", text: "(" }, indent(softline, body), softline, {
    kind: "if-broken",
    text: ")",
  });

/** Items with commas, each on its own line if they do not fit on one. */
export const separated = (items: readonly Doc[]): Doc =>
  sequence(items.map((item, k) => (k === 0 ? item : concat(",", line, item))));

/** Items with commas, as many on a line as fit. */
export const filled = (items: readonly Doc[]): Doc =>
  sequence(
    items.map((item, k) => {
      const comma = k === items.length - 1 ? "" : ",";
      return k === 0 ? concat(item, comma) : group(line, item, comma);
    }),
  );

/** The text on one line, however long. */
export function flat(doc: Doc): string {
  if (typeof doc === "string") return doc;
  switch (doc.kind) {
    case "concat":
      return doc.parts.map(flat).join("");
    case "line":
      return doc.flat;
    case "indent":
    case "group":
      return flat(doc.body);
    case "if-broken":
      return "";
  }
}

interface Task {
  readonly doc: Doc;
  readonly column: number;
  readonly broken: boolean;
}

/**
 * The text of a statement that starts `depth` indentations of `step` columns deep. Cost: linear in the
 * text.
 */
export function layout(doc: Doc, depth: number, step = STEP): string {
  const tasks: Task[] = [{ doc, column: depth * step, broken: true }];
  let text = " ".repeat(depth * step);
  let used = text.length;
  const write = (added: string) => {
    text += added;
    used += added.length;
  };
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { doc, column, broken } = task;
    if (typeof doc === "string") write(doc);
    else if (doc.kind === "if-broken") write(broken ? doc.text : "");
    else if (doc.kind === "line" && broken) {
      text = `${text}\n${" ".repeat(column)}`;
      used = column;
    } else if (doc.kind === "line") write(doc.flat);
    else if (doc.kind === "group") {
      const flat = { doc: doc.body, column, broken: false };
      tasks.push(broken && !fits(flat, tasks, WIDTH - used) ? { ...flat, broken } : flat);
    } else pushInside(task, tasks, step);
  }
  return text;
}

/** Does the task fit flat into the room, with what follows it up to the next possible line break? */
function fits(task: Task, following: readonly Task[], room: number): boolean {
  const tasks = [task];
  let next = following.length;
  while (room >= 0) {
    const task = tasks.pop() ?? following[--next];
    if (task === undefined) return true;
    const { doc, broken } = task;
    if (typeof doc === "string") room -= doc.length;
    else if (doc.kind === "line" && broken) return true;
    else if (doc.kind === "line") room -= doc.flat.length;
    else if (doc.kind === "if-broken") room -= broken ? doc.text.length : 0;
    else pushInside(task, tasks, STEP);
  }
  return false;
}

/** Puts the tasks that a task consists of on a stack, the first one last. */
function pushInside({ doc, column, broken }: Task, tasks: Task[], step: number): void {
  if (typeof doc === "string") return;
  switch (doc.kind) {
    case "concat":
      for (const part of doc.parts.toReversed()) tasks.push({ doc: part, column, broken });
      return;
    case "indent":
      tasks.push({ doc: doc.body, column: column + step, broken });
      return;
    case "group":
      tasks.push({ doc: doc.body, column, broken });
      return;
    case "line":
    case "if-broken":
      return;
  }
}
