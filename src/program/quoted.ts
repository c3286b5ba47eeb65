/**
 * A text in double quotes on one line, as JSON has it, also as Python and TypeScript read it. What is
 * not seen, or turns the direction of writing, is escaped; `beyond` escapes codes above 16 bits.
 */
export function quoted(text: string, beyond: (code: number) => string): string {
  return JSON.stringify(text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (unseen) => {
    const code = unseen.codePointAt(0)!;
    return code > 0xffff ? beyond(code) : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
