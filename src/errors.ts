/**
 * Every error that a user can meet, and its sentence: `code: place, expected, found; the way out`.
 *
 * Bad input throws one of these. "Could not prove" is a Verdict and never an error.
 */
export class DistillError extends Error {
  override readonly name: string = "DistillError";

  constructor(
    readonly code: string,
    readonly sentence: string,
  ) {
    super(`${code}: ${sentence}`);
  }
}

/** A command that cannot be carried out as it was typed, whatever the files hold. */
export class UsageError extends DistillError {
  override readonly name = "UsageError";
}

/** A value taken from a user's file, shortened and stripped of what could disturb a terminal. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const plain = text.replace(/[^\x20-\x7e]/g, "?");
  return plain.length > 60 ? `${plain.slice(0, 57)}...` : plain;
}

// Files.

export const missingFile = (path: string) =>
  new DistillError("missing-file", `${shown(path)} does not exist; is the path right?`);

export const notAFile = (path: string) =>
  new DistillError(
    "not-a-file",
    `${shown(path)} is a directory, expected a file; name a file in it`,
  );

export const unreadableFile = (path: string, reason: string) =>
  new DistillError(
    "unreadable-file",
    `${shown(path)} cannot be read (${shown(reason)}); are its permissions right?`,
  );

export const notText = (path: string) =>
  new DistillError("not-text", `${shown(path)} is not UTF-8 text; save it as UTF-8`);

export const unsupportedFormat = (path: string, extension: string) =>
  new DistillError(
    "unsupported-format",
    `${shown(path)} ends in ${quote(extension)}, expected ".jsonl", ".csv" or ".tsv"; ` +
      `write one JSON object a line, such as {"x": [0, 1], "y": 1}, or a row of column names and one sample a row`,
  );

export const unwritable = (path: string, reason: string) =>
  new DistillError(
    "unwritable",
    `${shown(path)} cannot be written (${shown(reason)}); choose another place with --out`,
  );

// Lines of a file of samples; a place is `file:line`.

export const noSamples = (file: string) =>
  new DistillError(
    "no-samples",
    `${shown(file)} holds no samples, expected one JSON object a line, such as {"x": [0, 1], "y": 1}`,
  );

export const badJson = (place: string, line: string) =>
  new DistillError(
    "bad-json",
    `${shown(place)}: expected one JSON object on the line, found ${quote(line)}; is the line cut, a comma left over, or a NaN in it?`,
  );

export const notAnObject = (place: string, found: unknown) =>
  new DistillError(
    "not-an-object",
    `${shown(place)}: expected an object such as {"x": [0, 1], "y": 1}, found ${kindOf(found)}`,
  );

export const missingKey = (place: string, key: string, first: string) =>
  new DistillError(
    "missing-key",
    `${shown(place)}: expected the key ${quote(key)} as in ${shown(first)}, found none; every sample needs the same keys`,
  );

export const extraKey = (place: string, key: string, first: string) =>
  new DistillError(
    "extra-key",
    `${shown(place)}: found the key ${quote(key)}, which ${shown(first)} lacks; every sample needs the same keys, or choose some with --inputs`,
  );

export const noTarget = (place: string, target: string, keys: readonly string[]) =>
  new DistillError(
    "no-target",
    `${shown(place)}: expected the target under the key ${quote(target)}, found the keys ${quote(keys)}; name the target with --target`,
  );

export const noInputs = (place: string, target: string) =>
  new DistillError(
    "no-inputs",
    `${shown(place)}: expected an input beside the target ${quote(target)}, found none; add a key such as "x" to every sample`,
  );

export const unknownInput = (place: string, key: string, keys: readonly string[]) =>
  new DistillError(
    "unknown-input",
    `${shown(place)}: expected the input ${quote(key)}, found the keys ${quote(keys)}; --inputs takes names of keys`,
  );

export const raggedArray = (place: string, element: string, found: unknown, expected?: number) =>
  new DistillError(
    "ragged-array",
    `${shown(place)}: expected ${expected === undefined ? "a single value" : `${expected} elements`} in ${quoteName(element)} as in those before it, found ${expected === undefined ? "an array" : lengthOf(found)}; an array's rows must be equally long`,
  );

export const shapeMismatch = (place: string, name: string, expected: string, found: string) =>
  new DistillError(
    "shape-mismatch",
    `${shown(place)}: expected ${quoteName(name)} to be ${expected}, found ${found}; one file holds samples of one size`,
  );

export const emptyArray = (place: string, element: string) =>
  new DistillError(
    "empty-array",
    `${shown(place)}: expected at least one element in ${quoteName(element)}, found an empty array; leave the sample out`,
  );

export const tooManyAxes = (place: string, name: string) =>
  new DistillError(
    "too-many-axes",
    `${shown(place)}: expected ${quoteName(name)} to have at most 3 axes, found more; flatten some of them`,
  );

export const notAValue = (place: string, element: string, found: unknown) =>
  new DistillError(
    "not-a-value",
    `${shown(place)}: expected a number, true, false or text in ${quoteName(element)}, found ${kindOf(found)}; only a target may be a distribution such as {"a": 0.9, "b": 0.1}`,
  );

export const missingValue = (place: string, element: string) =>
  new DistillError(
    "missing-value",
    `${shown(place)}: expected a value in ${quoteName(element)}, found none; fill it in, leave the sample out, or choose other columns with --inputs`,
  );

export const notFinite = (place: string, element: string, found: number | string) =>
  new DistillError(
    "not-finite",
    `${shown(place)}: expected a finite number in ${quoteName(element)}, found ${found}; correct it, or leave the sample out`,
  );

export const unsafeInteger = (place: string, element: string, found: string) =>
  new DistillError(
    "unsafe-integer",
    `${shown(place)}: expected integers below 2^53 in ${quoteName(element)}, found ${shown(found).slice(0, 60)}, which would be rounded; leave the column out with --inputs, or scale it`,
  );

/** What stands somewhere, where columns must hold values of one kind. */
interface FoundLeaf {
  readonly place: string;
  readonly element: string;
  readonly found: unknown;
}

export const mixedKinds = (first: FoundLeaf, { place, element, found }: FoundLeaf) =>
  new DistillError(
    "mixed-kinds",
    `${shown(place)}: expected ${leafKind(first.found)} in ${quoteName(element)} as in ${shown(first.place)}, where ${quoteName(first.element)} is ${kindOf(first.found)}, found ${kindOf(found)}; a column holds either numbers, or true and false, or text`,
  );

export const badDistribution = (place: string, element: string, reason: string) =>
  new DistillError(
    "bad-distribution",
    `${shown(place)}: expected probabilities that sum to 1 in ${quoteName(element)}, found ${shown(reason)}; write a distribution such as {"a": 0.9, "b": 0.1}`,
  );

export const unknownValue = (
  place: string,
  element: string,
  found: unknown,
  values: readonly string[],
) =>
  new DistillError(
    "unknown-value",
    `${shown(place)}: expected one of ${quote(values)} in ${quoteName(element)}, found ${kindOf(found)}; the program was made for those values`,
  );

export const contradiction = (place: string, first: string) =>
  new DistillError(
    "contradiction",
    `${shown(place)}: expected the target of ${shown(first)}, which has the same inputs, found another; correct or remove one of the two lines`,
  );

export const constantTarget = (file: string, name: string, value: unknown) =>
  new DistillError(
    "constant-target",
    `${shown(file)}: expected two classes or more in the target ${quote(name)}, found only ${kindOf(value)}; add samples of other classes, or name another target with --target`,
  );

// Networks and programs.

export const badNetwork = (place: string, sentence: string) =>
  new DistillError("bad-network", `${shown(place)}: ${withWayOut(sentence, "network.json")}`);

export const badProgram = (place: string, sentence: string) =>
  new DistillError("bad-program", `${shown(place)}: ${withWayOut(sentence, "program.json")}`);

export const wrongInput = (place: string, sentence: string) =>
  new DistillError(
    "wrong-input",
    `${shown(place)}: ${shown(sentence)}; is the program for other data?`,
  );

export const missingInput = (place: string, name: string, keys: readonly string[]) =>
  new DistillError(
    "missing-input",
    `${shown(place)}: expected the program's input ${quote(name)}, found the keys ${quote(keys)}; is the program for other data?`,
  );

export const targetShape = (place: string, name: string, shape: readonly number[]) =>
  new DistillError(
    "target-shape",
    `${shown(place)}: expected ${quoteName(name)} to be as the program's result, ${shape.length === 0 ? "a number" : `an array of ${shape.join("x")}`}, found another shape; name the target with --target`,
  );

export const outsideDomain = (place: string, element: string, expected: string, found: unknown) =>
  new DistillError(
    "outside-domain",
    `${shown(place)}: expected ${expected} in ${quoteName(element)}, found ${kindOf(found)}; the program was made for that domain`,
  );

export const differentInputs = (program: string, network: string, reason: string) =>
  new DistillError(
    "different-inputs",
    `${shown(program)} does not take the inputs of ${shown(network)}: ${shown(reason)}; do the two belong together?`,
  );

export const nothingFound = (seconds: number) =>
  new DistillError(
    "nothing-found",
    `no network was found within ${seconds} seconds; allow more with --max-seconds`,
  );

// Usage.

export const usage = (sentence: string) => new UsageError("usage", shown(sentence));

export const notYet = (what: string, way: string) =>
  new UsageError("not-yet", `${shown(what)} is not there yet; ${way}`);

export const targetAmongInputs = (target: string) =>
  usage(
    `--inputs names the target ${quote(target)}; leave it out, or choose another with --target`,
  );

export const unknownTask = (name: string, near: readonly string[], problems: readonly string[]) =>
  new UsageError(
    "unknown-task",
    `there is no task ${quote(name)}; ${near.length > 0 ? `near it: ${near.join(", ")}; ` : ""}tasks are rule0 to rule255, majority3, life, ${problems.join(", ")}`,
  );

export const unknownDemo = (name: string, demos: readonly string[]) =>
  new UsageError("unknown-demo", `there is no demo ${quote(name)}; demos are ${demos.join(", ")}`);

export const unknownExperiment = (name: string, experiments: readonly string[]) =>
  new UsageError(
    "unknown-experiment",
    `there is no experiment ${quote(name)}; experiments are ${experiments.join(", ")}`,
  );

export const badTaskShape = (name: string, axes: number, found: string) =>
  new UsageError(
    "bad-task-shape",
    `task ${name} has ${axes} ${axes === 1 ? "axis" : "axes"}, found the size ${found}; write --size ${axes === 1 ? "20" : "16x16"}`,
  );

export const badProblemSize = (name: string, found: string, largest: number) =>
  new UsageError(
    "bad-task-shape",
    largest === 0
      ? `task ${name} comes in one size, found the size ${found}; leave out --size`
      : `task ${name} expects one number from 1 to ${largest}, found the size ${found}; write --size ${Math.min(largest, 4)}`,
  );

export const tooLarge = (values: number, most: number) =>
  new UsageError("too-large", `${values} values were asked for, at most ${most} are made at once`);

/** What a schema says about a file: `layers[0].biases[3]: expected number, found string`. */
export function schemaSentence(issue: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}): string {
  const steps = issue.path.map((step) =>
    typeof step === "number" ? `[${step}]` : `.${String(step)}`,
  );
  const where = steps.join("").replace(/^\./, "");
  const what = issue.message
    .replace(/^Invalid input: /, "")
    .replace("received undefined", "found nothing")
    .replace("received", "found")
    .replace(/^Invalid option: (.*)$/, "$1, found another");
  return where === "" ? what : `${where}: ${what}`;
}

/** A path or sentence without the control characters that could disturb a terminal. */
function shown(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, "?");
}

/** A sentence about a file, and where the file's form is described unless the sentence has a way out. */
function withWayOut(sentence: string, file: string): string {
  return sentence.includes("; ")
    ? shown(sentence)
    : `${shown(sentence)}; docs/formats.md describes ${file}`;
}

/** A key of a file, with indices perhaps: plain where it is a word, else quoted. */
function quoteName(name: string): string {
  return /^[\w[\]]{1,60}$/.test(name) ? name : quote(name);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (value !== null && typeof value === "object") return "an object";
  return typeof value === "number" ? `${value}` : quote(value);
}

function lengthOf(value: unknown): string {
  return Array.isArray(value) ? `${value.length}` : "a single value";
}

function leafKind(leaf: unknown): string {
  if (typeof leaf === "number") return "a number";
  if (typeof leaf === "boolean") return "true or false";
  return typeof leaf === "string" ? "text" : "a distribution";
}

// Learning.

export const unexplained = () =>
  new DistillError(
    "unexplained",
    "two samples have the same inputs and different targets; remove one of each such pair",
  );

export const differentProblems = (first: string, other: string) =>
  new DistillError(
    "different-problems",
    `${shown(other)}: expected the inputs and the target of ${shown(first)}, at another size, found others; give files of one problem`,
  );

export const tooNoisy = (mistakes: number, labels: number, rate: number) =>
  new DistillError(
    "too-noisy",
    `the shortest rule calls ${mistakes} of ${labels} labels mistaken, expected at most a share of ${rate}, and none was found within it; give a larger --noise, or auto`,
  );

export const outOfTime = () =>
  new DistillError("nothing-found", "no network was found before time was up; allow more of it");

// Printing.

export const tooLargeForC = (name: string) =>
  new DistillError(
    "too-large-for-c",
    `${name}: expected integers of at most 64 bits, found larger ones for all sizes; print it as Python or TypeScript`,
  );

export const inputTooLargeForC = (name: string) =>
  new DistillError(
    "too-large-for-c",
    `input ${name}: expected integers of at most 32 bits, found a domain beyond them; print it as Python or TypeScript`,
  );

// Networks in layers.

export const emptyLayer = (place: string) =>
  new DistillError(
    "empty-layer",
    `${shown(place)}: expected a row for each input and one of biases, found an empty file; was the layer written?`,
  );

export const tooFewRows = (place: string) =>
  new DistillError(
    "too-few-rows",
    `${shown(place)}: expected a row for each input and one of biases, found one row; was the bias row included?`,
  );

export const raggedRows = (place: string, expected: number, found: number) =>
  new DistillError(
    "ragged-rows",
    `${shown(place)}: expected ${expected} columns as in the first row, found ${found}; each row holds one number for each unit`,
  );

export const notAWeight = (
  place: string,
  { column, found, isFirstRow }: { column: number; found: string; isFirstRow: boolean },
) =>
  new DistillError(
    "not-a-number",
    `${shown(place)}: expected a number in column ${column}, found ${found === "" ? "nothing" : quote(found)}; ${
      isFirstRow
        ? "a layer's file has commas between its numbers and no header"
        : "write a decimal number such as -0.5 or 1e-3"
    }`,
  );

export const notFiniteWeight = (place: string, column: number, found: string) =>
  new DistillError(
    "not-finite",
    `${shown(place)}: expected a finite number in column ${column}, found ${shown(found).slice(0, 60)}; has training diverged?`,
  );

export const layerMismatch = (layer: number, expected: number, found: number) =>
  new DistillError(
    "shape-mismatch",
    `layer ${layer} expects ${expected} inputs, found ${found}; ${
      Math.abs(expected - found) === 1
        ? "was the bias row included?"
        : "is a layer missing, or the order another?"
    }`,
  );

export const inputShapeMismatch = (expected: number, shape: readonly number[]) =>
  new DistillError(
    "shape-mismatch",
    `layer 1 expects ${expected} inputs, found ${valuesOf(shape)} in the input shape ${shape.join("x")}; ${
      Math.abs(valuesOf(shape) - expected) === 1
        ? "was the bias row included?"
        : "give another --input-shape"
    }`,
  );

export const outputShapeMismatch = (found: number, shape: readonly number[]) =>
  new DistillError(
    "shape-mismatch",
    `the output shape ${shape.join("x")} expects ${valuesOf(shape)} units in the last layer, found ${found}; give another --output-shape`,
  );

export const mixedNetworks = (path: string, files: number) =>
  new DistillError(
    "mixed-networks",
    `${shown(path)}: expected files that each hold a network, or a .csv for each layer of one network, found both among ${files} files; write that network as one network.json first: distill condense does`,
  );

export const severalNetworks = (path: string, files: number) =>
  new DistillError(
    "several-networks",
    `${shown(path)}: expected one network, found ${files}; read them one at a time`,
  );

export const otherProblem = (
  place: string,
  first: string,
  { expected, found }: { expected: string; found: string },
) =>
  new DistillError(
    "different-problems",
    `${shown(place)}: expected ${shown(expected)} as in ${shown(first)}, found ${shown(found)}; several networks are one problem at several sizes: condense others apart`,
  );

export const sameSize = (place: string, first: string, lengths: string) =>
  new DistillError(
    "same-size",
    `${shown(place)}: expected another size than that of ${shown(first)}, found ${shown(lengths)} in both; leave one of them out, or compare them with distill verify`,
  );

export const unsupportedNetwork = (path: string, extension: string) =>
  new DistillError(
    "unsupported-format",
    `${shown(path)} ends in ${quote(extension)}, expected ".json" or ".csv"; write a network.json, or a .csv for each layer`,
  );

/** An option, in the words of the library, for what network.json says itself. */
export const layersOfJson = (path: string, option: string) =>
  usage(
    `${shown(path)} says itself what --${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} says; leave the option out, or edit the file`,
  );

function valuesOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

// Tables of samples.

export const emptyTable = (file: string) =>
  new DistillError(
    "no-samples",
    `${shown(file)} holds no samples, expected a row of column names and then one sample a row`,
  );

export const badTable = (place: string, reason: string) =>
  new DistillError(
    "bad-table",
    `${shown(place)}: expected cells with one delimiter between them, found ${shown(reason)}; a cell with quotes in it is written "with ""quotes"" in it"`,
  );

export const raggedRow = (place: string, expected: number, found: number) =>
  new DistillError(
    "ragged-rows",
    `${shown(place)}: expected ${expected} cells as in the row of names, found ${found}; quote cells that hold the delimiter`,
  );

export const duplicateColumn = (place: string, name: string, columns: readonly [number, number]) =>
  new DistillError(
    "duplicate-column",
    `${shown(place)}: expected different column names, found ${quoteName(name)} in columns ${columns[0]} and ${columns[1]}; rename one of them`,
  );

export const missingElement = (place: string, missing: string, found: string) =>
  new DistillError(
    "missing-element",
    `${shown(place)}: expected a column ${quoteName(missing)} beside ${quoteName(found)}, found none; an array needs all its elements, counted from 0`,
  );

export const mixedAxes = (place: string, first: string, other: string) =>
  new DistillError(
    "mixed-axes",
    `${shown(place)}: expected columns with as many indices as ${quoteName(first)}, found ${quoteName(other)}; rename one of them`,
  );

export const otherDelimiter = (place: string, name: string, delimiter: string) =>
  new DistillError(
    "no-inputs",
    `${shown(place)}: expected several columns, found only ${quote(name)}; put ${delimiter} between the cells`,
  );

export const tooManyClasses = (place: string, name: string, found: number) =>
  new DistillError(
    "too-many-classes",
    `${shown(place)}: expected few classes in the target ${quote(name)}, found ${found}, more than the samples can support, and no formula that gives them; put numbers into ranges, or name another target with --target`,
  );

export const noUsableInputs = (file: string, reasons: readonly string[]) =>
  new DistillError(
    "no-inputs",
    `${shown(file)}: expected an input that tells samples apart, found none (${reasons.slice(0, MOST_LISTED).map(shown).join(", ")}); add samples that differ, or other inputs`,
  );

/** What a user should know of the data, though they can be used; they read as errors do. */
export const warnings = {
  constantInputs: (file: string, names: readonly string[]) =>
    `constant-input: ${shown(file)}: ${listed(names)} never ${names.length === 1 ? "changes" : "change"} and ${names.length === 1 ? "was" : "were"} left out; nothing can be learnt from ${names.length === 1 ? "it" : "them"}`,
  freeText: (
    file: string,
    name: string,
    { count, looks, example }: { count: number; looks: string; example: string },
  ) =>
    `free-text: ${shown(file)}: ${quote(name)} has ${count} different texts such as ${quote(example)} and was left out, because it looks like ${looks}; put it into few classes or into numbers to use it`,
  timesAsTexts: (
    file: string,
    { name, looks, example }: { name: string; looks: string; example: string },
  ) =>
    `${looks}: ${shown(file)}: ${quote(name)} looks like ${looks}, such as ${quote(example)}, and was taken as texts without an order; put them into numbers to compare them, or leave the column out with --inputs`,
  unnamedColumn: (place: string, column: number) =>
    `unnamed-column: ${shown(place)}: column ${column} has no name and was left out; give it one to use it`,
  otherTargets: (place: string, target: string, others: readonly string[]) =>
    `other-targets: ${shown(place)}: ${quote(target)} was taken as the target and ${listed(others)} as input; name another with --target, or choose inputs with --inputs`,
};

const MOST_LISTED = 8;

function listed(names: readonly string[]): string {
  const shownNames = names.slice(0, MOST_LISTED).map((name) => quote(name));
  const rest = names.length - MOST_LISTED;
  return rest > 0 ? `${shownNames.join(", ")} and ${rest} more` : shownNames.join(", ");
}
