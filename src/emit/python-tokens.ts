/** A token of Python source and the line on which it starts, counted from 0. */
export interface Token {
  readonly text: string;
  readonly line: number;
}

/** Tokens as Python's own `tokenize` counts, without line ends, indentation, comments, imports and docstrings. */
export function countPythonTokens(source: string): number {
  return statements(source)
    .filter(isCounted)
    .reduce((count, statement) => count + statement.length, 0);
}

/** Lines that are not blank, without imports and docstrings. */
export function countLines(source: string): number {
  const left = source.split("\n").map((line) => line.trim() !== "");
  for (const statement of statements(source)) {
    if (!isCounted(statement)) left.fill(false, statement[0]!.line, lastLine(statement) + 1);
  }
  return left.filter((isLeft) => isLeft).length;
}

/** The tokens of Python source but for line ends, indentation and comments. Throws on what is none. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 0;
  for (const { groups, 0: text } of source.matchAll(pattern)) {
    if (groups!.unknown) throw new SyntaxError(`not Python: ${text} in line ${line + 1}`);
    if (groups!.token) tokens.push({ text, line });
    line += text.split("\n").length - 1;
  }
  return tokens;
}

const strings = [
  /[A-Za-z]{0,2}"""(?:[^\\]|\\[\s\S])*?"""/,
  /[A-Za-z]{0,2}'''(?:[^\\]|\\[\s\S])*?'''/,
  /[A-Za-z]{0,2}"(?:[^"\\\n]|\\[\s\S])*"/,
  /[A-Za-z]{0,2}'(?:[^'\\\n]|\\[\s\S])*'/,
];
const numbers = [
  /0[xXoObB][0-9a-fA-F_]+/,
  /(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?[jJ]?/,
];
const names = [/[\p{L}_][\p{L}\p{N}_]*/u];
const operators = [
  /\*\*=|\/\/=|>>=|<<=|\.\.\./,
  /\*\*|\/\/|>>|<<|[-+*/%@&|^=!<>:]=|->/,
  /[-+*/%@&|^~=<>()[\]{},:;.]/,
];
const tokens = [...strings, ...numbers, ...names, ...operators]
  .map(({ source }) => source)
  .join("|");
const pattern = new RegExp(
  `(?<token>${tokens})|[ \\t\\f\\r]+|\\\\?\\n|#[^\\n]*|(?<unknown>[\\s\\S])`,
  "gu",
);

/** The tokens of each statement: the end of a line ends it unless a bracket is open. */
function statements(source: string): readonly (readonly Token[])[] {
  const found: Token[][] = [];
  let depth = 0;
  for (const token of tokenize(source)) {
    const current = found.at(-1);
    if (current && (depth > 0 || token.line === lastLine(current))) current.push(token);
    else found.push([token]);
    if (/^[([{]$/.test(token.text)) depth++;
    if (/^[)\]}]$/.test(token.text)) depth--;
  }
  return found;
}

function isCounted(statement: readonly Token[]): boolean {
  const [first] = statement;
  if (first!.text === "import" || first!.text === "from") return false;
  return statement.length > 1 || !/["']$/.test(first!.text);
}

function lastLine(statement: readonly Token[]): number {
  const last = statement.at(-1)!;
  return last.line + last.text.split("\n").length - 1;
}
