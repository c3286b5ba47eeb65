import { type Helper, helperName, type Scene } from "./scene.ts";
import { usesOf } from "./word-uses.ts";

/** The functions that a printed body calls, each before those that call it. */
export function helperFunctions(body: string, scene: Scene): readonly string[] {
  const isUsed = (helper: Helper) => usesOf(helperName(helper, scene), body) > 0;
  return written
    .filter(([helper]) => isUsed(helper))
    .map(([helper, write]) => write(helperName(helper, scene)));
}

const written: readonly (readonly [Helper, (name: string) => string])[] = [
  [
    "allocate",
    (name) => `/* Memory for an array, all zero; aborts if there is none. */
static void *${name}(size_t count, size_t size) {
    void *memory = calloc(count > 0 ? count : 1, size);
    if (memory == NULL) abort();
    return memory;
}`,
  ],
  [
    "narrow",
    (name) => `/* The same number in 32 bits; aborts if it needs more. */
static int32_t ${name}(int64_t value) {
    if (value < INT32_MIN || value > INT32_MAX) abort();
    return (int32_t)value;
}`,
  ],
  [
    "sign",
    (name) => `static int32_t ${name}(int64_t value) {
    return (value > 0) - (value < 0);
}`,
  ],
  [
    "sign_of_real",
    (name) => `static int32_t ${name}(double value) {
    return (value > 0) - (value < 0);
}`,
  ],
  [
    "modulo",
    (name) => `/* The remainder that has the divisor's sign. */
static int64_t ${name}(int64_t dividend, int64_t divisor) {
    const int64_t rest = dividend % divisor;
    return rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest;
}`,
  ],
  [
    "floor_divide",
    (name) => `/* The largest integer not above the quotient; the divisor is above 0. */
static int64_t ${name}(int64_t dividend, int64_t divisor) {
    return dividend / divisor - (dividend % divisor < 0);
}`,
  ],
  [
    "place",
    (name) => `/* The index, which has to be that of a place in an array of this length. */
static size_t ${name}(int64_t index, size_t length) {
    if (index < 0 || (uint64_t)index >= length) abort();
    return (size_t)index;
}`,
  ],
  [
    "power",
    (name) => `static int64_t ${name}(int64_t base, int64_t exponent) {
    int64_t product = 1;
    for (int64_t k = 0; k < exponent; k++) product *= base;
    return product;
}`,
  ],
  [
    "softmax",
    (name) => `/* Probabilities in proportion to the powers of e, in place of their logits. */
static void ${name}(double *values, size_t count) {
    double largest = -INFINITY;
    for (size_t k = 0; k < count; k++) {
        if (values[k] > largest) largest = values[k];
    }
    double total = 0;
    for (size_t k = 0; k < count; k++) {
        values[k] = exp(values[k] - largest);
        total += values[k];
    }
    for (size_t k = 0; k < count; k++) values[k] /= total;
}`,
  ],
];
