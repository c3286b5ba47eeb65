import type { Label } from "../math/label.ts";
import { quoted } from "../program/quoted.ts";

/** A label as TypeScript has it, and as people read it: `"red"`, `3`, `true`. */
export function labelText(label: Label): string {
  return typeof label === "string"
    ? quoted(label, (code) => `\\u{${code.toString(16)}}`)
    : `${label}`;
}
