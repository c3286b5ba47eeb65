/** Text that is HTML already: nothing but `html` and `markup` make it. */
export interface Html {
  readonly kind: "html";
  readonly text: string;
}

type Part = string | number | Html | readonly Html[];

/** A template whose values are escaped, unless they are HTML themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = strings.map((piece, k) => piece + (k < parts.length ? printPart(parts[k]!) : ""));
  return { kind: "html", text: pieces.join("") };
}

/** Text of ours that needs no escaping, such as a style sheet. */
export function markup(text: string): Html {
  return { kind: "html", text };
}

/** Text without the characters that mean something to HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function printPart(part: Part): string {
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return `${part}`;
  if ("text" in part) return part.text;
  return part.map(({ text }) => text).join("");
}
