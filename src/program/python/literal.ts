import type { Label } from "../../math/label.ts";
import { quoted } from "../quoted.ts";
import { float, numeral, type Phrase, word } from "./phrase.ts";

/** A label as Python: `"red"`, `3`, `True`. */
export function literal(label: Label): Phrase {
  switch (typeof label) {
    case "number":
      return Number.isInteger(label) ? numeral(label) : float(label);
    case "boolean":
      return word(label ? "True" : "False");
    case "string":
      return word(quoted(label, (code) => `\\U${code.toString(16).padStart(8, "0")}`));
  }
}
