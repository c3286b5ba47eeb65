import { codesOfOneHot } from "../data/one-hot.ts";
import { check } from "../program/check.ts";
import type { ArrayValue } from "../program/evaluate.ts";
import type { Program, ProgramInput } from "../program/program.ts";
import { coded } from "../program/spoken/spoken.ts";

/**
 * A C program that calls printed functions: it reads the number of a function, its sizes and inputs and
 * the length of its result, prints the result as a line of JSON, and goes on until nothing is left.
 */
export function driverOf(programs: readonly Program[]): string {
  const cases = programs.map((_, k) => `        case ${k}: call_function_${k}(); break;`);
  return `${START}${programs.map((program, k) => callOf(coded(program), k)).join("")}
int main(void) {
    int which;
    while (scanf("%d", &which) == 1) {
        switch (which) {
${cases.join("\n")}
        }
    }
    return 0;
}
`;
}

/** What the driver reads for one call, texts by their codes; the result has so many elements. */
export function callLine(
  which: number,
  inputs: readonly ArrayValue[],
  program: Program,
  length: number,
): string {
  const values = inputs.flatMap(({ data }, k) => {
    const { domain } = program.inputs[k]!;
    return domain.kind === "one-hot" ? codesOfOneHot(data, domain.values.length) : [...data];
  });
  return [which, ...sizesOf(program, inputs), ...values, length].join(" ");
}

const START = `#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static double read_number(void) {
    double value;
    if (scanf("%lf", &value) != 1) exit(2);
    return value;
}

static int32_t *read_integers(size_t count) {
    int32_t *values = calloc(count > 0 ? count : 1, sizeof *values);
    for (size_t k = 0; k < count; k++) values[k] = (int32_t)read_number();
    return values;
}

static double *read_reals(size_t count) {
    double *values = calloc(count > 0 ? count : 1, sizeof *values);
    for (size_t k = 0; k < count; k++) values[k] = read_number();
    return values;
}
`;

function symbolsOf({ inputs }: Program): readonly string[] {
  const symbols = inputs.flatMap(({ shape }) => shape.filter((size) => typeof size === "string"));
  return [...new Set(symbols)];
}

/** The lengths that the sizes of a program have in one sample. */
function sizesOf(program: Program, inputs: readonly ArrayValue[]): readonly number[] {
  const lengths = new Map<string | number, number>();
  program.inputs.forEach(({ shape }, k) => {
    shape.forEach((size, axis) => {
      lengths.set(size, inputs[k]!.shape[axis]!);
    });
  });
  return symbolsOf(program).map((symbol) => lengths.get(symbol)!);
}

function callOf(program: Program, k: number): string {
  const type = check(program);
  const isArray = type.kind === "array";
  const isReal = (isArray ? type.of : type.kind) === "real";
  const [result, format] = isReal ? ["double", "%.17g"] : ["int32_t", "%d"];
  const symbols = symbolsOf(program);
  const sizes = symbols.map((_, axis) => `n${axis}`);
  const values = program.inputs.map((_, axis) => `x${axis}`);
  const parameters = [
    ...sizes.map(() => "size_t"),
    ...program.inputs.map(parameterType),
    ...(isArray ? [`${result} *`] : []),
  ];
  const call = (...more: readonly string[]) =>
    `${program.name}(${[...sizes, ...values, ...more].join(", ")})`;
  const lines = [
    ...sizes.map((name) => `const size_t ${name} = (size_t)read_number();`),
    ...program.inputs.map((input, axis) => `${declared(input, axis, symbols)};`),
    "const size_t length = (size_t)read_number();",
    `${result} *y = calloc(length > 0 ? length : 1, sizeof *y);`,
    isArray ? `${call("y")};` : `y[0] = ${call()};`,
    'printf("[");',
    `for (size_t k = 0; k < length; k++) printf("%s${format}", k > 0 ? "," : "", y[k]);`,
    'printf("]\\n");',
    "fflush(stdout);",
    "free(y);",
    ...program.inputs.flatMap(({ shape }, axis) => (shape.length > 0 ? [`free(x${axis});`] : [])),
  ];
  return `
${isArray ? "void" : result} ${program.name}(${parameters.join(", ") || "void"});

static void call_function_${k}(void) {
${lines.map((line) => `    ${line}`).join("\n")}
}
`;
}

function isRealInput({ domain }: ProgramInput): boolean {
  return domain.kind === "real";
}

function parameterType(input: ProgramInput): string {
  const type = isRealInput(input) ? "double" : "int32_t";
  return input.shape.length === 0 ? type : `const ${type} *`;
}

function declared(input: ProgramInput, axis: number, symbols: readonly string[]): string {
  const type = isRealInput(input) ? "double" : "int32_t";
  if (input.shape.length === 0) return `const ${type} x${axis} = (${type})read_number()`;
  const count = input.shape.map((size) =>
    typeof size === "number" ? `${size}` : `n${symbols.indexOf(size)}`,
  );
  return `${type} *x${axis} = ${isRealInput(input) ? "read_reals" : "read_integers"}(${count.join(" * ")})`;
}
