/** A set of small integers: bit k of word k / 32 is set where k is a member. */
export type Bits = Int32Array;

/** A set of integers below `length`; all of them where `isFull`. */
export function bitsOfLength(length: number, isFull = false): Bits {
  const bits = new Int32Array((length + 31) >>> 5);
  if (!isFull) return bits;
  bits.fill(-1);
  const rest = length & 31;
  if (rest !== 0) bits[bits.length - 1] = (1 << rest) - 1;
  return bits;
}

export function setBit(bits: Bits, k: number): void {
  bits[k >>> 5]! |= 1 << (k & 31);
}

export function hasBit(bits: Bits, k: number): boolean {
  return ((bits[k >>> 5]! >>> (k & 31)) & 1) === 1;
}

/** Number of members. Source: Warren, "Hacker's Delight", 2nd edition, section 5-1. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (let w = 0; w < bits.length; w++) count += onesIn(bits[w]!);
  return count;
}

/** Number of common members. */
export function countBoth(a: Bits, b: Bits): number {
  let count = 0;
  for (let w = 0; w < a.length; w++) count += onesIn(a[w]! & b[w]!);
  return count;
}

/** Number of common members of three sets. */
export function countAllThree(a: Bits, b: Bits, c: Bits): number {
  let count = 0;
  for (let w = 0; w < a.length; w++) count += onesIn(a[w]! & b[w]! & c[w]!);
  return count;
}

export function both(a: Bits, b: Bits): Bits {
  const result = new Int32Array(a.length);
  for (let w = 0; w < a.length; w++) result[w] = a[w]! & b[w]!;
  return result;
}

export function either(a: Bits, b: Bits): Bits {
  const result = new Int32Array(a.length);
  for (let w = 0; w < a.length; w++) result[w] = a[w]! | b[w]!;
  return result;
}

/** The members of `a` that are not in `b`. */
export function without(a: Bits, b: Bits): Bits {
  const result = new Int32Array(a.length);
  for (let w = 0; w < a.length; w++) result[w] = a[w]! & ~b[w]!;
  return result;
}

/** The members, ascending. */
export function membersOf(bits: Bits): number[] {
  const members: number[] = [];
  for (let w = 0; w < bits.length; w++) {
    for (let word = bits[w]!; word !== 0; word &= word - 1) {
      members.push(32 * w + 31 - Math.clz32(word & -word));
    }
  }
  return members;
}

function onesIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}
