/**
 * A sum of products of sizes with integer factors, such as `n*m + 27*n - 1`: the factor of each
 * product by its sizes, in order, with `*` between; that of the constant by "".
 */
export type Polynomial = ReadonlyMap<string, bigint>;

export const constant = (value: bigint): Polynomial =>
  value === 0n ? new Map() : new Map([["", value]]);

export const symbol = (name: string): Polynomial => new Map([[name, 1n]]);

export function add(a: Polynomial, b: Polynomial): Polynomial {
  const sum = new Map(a);
  for (const [product, factor] of b) put(sum, product, (sum.get(product) ?? 0n) + factor);
  return sum;
}

export function negate(a: Polynomial): Polynomial {
  return new Map([...a].map(([product, factor]) => [product, -factor]));
}

export function multiply(a: Polynomial, b: Polynomial): Polynomial {
  const result = new Map<string, bigint>();
  for (const [left, leftFactor] of a) {
    for (const [right, rightFactor] of b) {
      const product = [...sizesOf(left), ...sizesOf(right)].sort().join("*");
      put(result, product, (result.get(product) ?? 0n) + leftFactor * rightFactor);
    }
  }
  return result;
}

/** Factor by factor the larger one: not below either polynomial, since sizes are not below 0. */
export function larger(a: Polynomial, b: Polynomial): Polynomial {
  const result = new Map<string, bigint>();
  for (const product of new Set([...a.keys(), ...b.keys()])) {
    const [left, right] = [a.get(product) ?? 0n, b.get(product) ?? 0n];
    put(result, product, left > right ? left : right);
  }
  return result;
}

/** Factor by factor the smaller one: not above either polynomial. */
export function smaller(a: Polynomial, b: Polynomial): Polynomial {
  return negate(larger(negate(a), negate(b)));
}

/** The sizes of a product, each as often as it is a factor. */
export function sizesOf(product: string): readonly string[] {
  return product === "" ? [] : product.split("*");
}

function put(polynomial: Map<string, bigint>, product: string, factor: bigint): void {
  if (factor === 0n) polynomial.delete(product);
  else polynomial.set(product, factor);
}
