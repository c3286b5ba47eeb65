/**
 * Is the item at a place one of a share of all, evenly spread without a period? (Fibonacci hashing, Knuth,
 * The Art of Computer Programming 3, 6.4.)
 */
export function isPicked(place: number, share: number): boolean {
  return (Math.imul(place, 2654435769) >>> 0) / 2 ** 32 < share;
}
