/**
 * A name, legal and unreserved in Python, TypeScript and C, made from any text: a file's stem, a key
 * of somebody's JSON. ASCII, never empty, at most 48 characters; different texts may give one name.
 */
export function identifier(text: string): string {
  const words = text
    .slice(0, 4 * LONGEST)
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "_");
  const start = words.replace(/^_+/, "").replace(/^(?=[0-9])/, "x");
  const name = start.slice(0, LONGEST).replace(/_+$/, "");
  if (name === "") return "unnamed";
  return reserved.has(name) ? `${name}_` : name;
}

/** The wanted name, or the first of wanted2, wanted3, ... that is not taken. */
export function fresh(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
  return name;
}

/** The first symbol for a length, n, m, p, q, n2, n3 and so on, that is not taken. */
export function freshSize(taken: ReadonlySet<string>): string {
  return SIZES.find((name) => !taken.has(name)) ?? fresh("n", taken);
}

const SIZES = ["n", "m", "p", "q"];

/** Long enough to read; C compares the first 63 characters only. */
const LONGEST = 48;

const python = `False None True and as assert async await break class continue def del elif else except
  finally for from global if import in is lambda nonlocal not or pass raise return try while with yield
  match case print type
  abs all any bool dict enumerate float int len list map max min object range reversed round set
  sorted str sum tuple zip ValueError`;

const typescript = `abstract any arguments as async await bigint boolean break case catch class const
  constructor continue debugger declare default delete do else enum eval export extends false finally
  for from function get if implements import in infer instanceof interface is keyof let module
  namespace never new null number object of package private protected prototype public readonly
  require return satisfies set static string super switch symbol this throw true try type typeof
  undefined unique unknown using var void while with yield
  Array BigInt Boolean Date Error Float64Array Function Infinity Int32Array JSON Map Math NaN Number
  Object Promise RangeError Set String Symbol console document exports global globalThis process self window`;

const c = `alignas alignof asm auto bool break case char const constexpr continue default do double else
  enum extern false float for goto if inline int long nullptr register restrict return short signed
  sizeof static static_assert struct switch thread_local true typedef typeof union unsigned void
  volatile while
  int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t ptrdiff_t
  size_t wchar_t NULL EOF INT32_MAX INT32_MIN INT64_MAX INT64_MIN SIZE_MAX
  main abort abs assert atoi calloc ceil cos div errno exit exp fabs floor fmax fmin fmod free getenv
  index labs ldiv log malloc memcmp memcpy memmove memset pow printf putchar puts qsort rand rindex realloc
  remove rename round scanf signal sin sqrt srand stderr stdin stdout strcmp strcpy strlen system tan time`;

const reserved: ReadonlySet<string> = new Set([python, typescript, c].join(" ").split(/\s+/));
