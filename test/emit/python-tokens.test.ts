import { expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { countLines, countPythonTokens, tokenize } from "../../src/emit/python-tokens.ts";
import { life, rule30 } from "./examples.ts";
import { randomPrograms } from "./random-programs.ts";
import { python } from "./run-python.ts";

const handwritten = [
  "def f(x):\n    '''One.\n\n    Two.\n    '''\n    return x  # done\n",
  "import math\nfrom os import (\n    path,\n)\n\n\ndef f(a, *b):\n    return math.floor(a // 2 ** 3) if a != 0x1F else .5e-3\n",
  "y = [\n    1, 2,\n\n    3\n]\ny += [4]; z = 'a\\'b' \"#\"\n",
  'def f(x: int) -> int:\n    assert (y := x) >= 1, "no"\n    return x[...] << 2 @ -y\n',
];

test("tokens are those of Python's tokenize", () => {
  const printed = randomPrograms(200, 3).map((program) => emit(program, "python"));
  const sources = [...printed, emit(rule30, "python"), emit(life, "python"), ...handwritten];
  const counts = JSON.parse(python(reference, JSON.stringify(sources)));
  expect(sources.map(countPythonTokens)).toEqual(counts);
});

test("lines are not blank and not docstring or import", () => {
  expect(handwritten.map(countLines)).toEqual([2, 2, 5, 3]);
  expect(countLines("")).toBe(0);
});

test("tokens know their line", () => {
  expect(tokenize("a\n\n'''b\n'''c")).toEqual([
    { text: "a", line: 0 },
    { text: "'''b\n'''", line: 2 },
    { text: "c", line: 3 },
  ]);
});

test("what is not Python is refused", () => {
  expect(() => countPythonTokens("a = ?")).toThrow("not Python: ? in line 1");
});

/** Counts with Python's own tokenizer and parser. */
const reference = `
import ast, io, json, sys, tokenize
skipped = {tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.COMMENT,
           tokenize.ENDMARKER}
def count(source):
    left_out = set()
    for node in ast.walk(ast.parse(source)):
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if is_text or isinstance(node, (ast.Import, ast.ImportFrom)):
            left_out.update(range(node.lineno, node.end_lineno + 1))
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return sum(t.type not in skipped and t.start[0] not in left_out for t in tokens)
print(json.dumps([count(source) for source in json.load(sys.stdin)]))
`;
