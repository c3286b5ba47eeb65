/** Takes x, n values of 0 or 1; returns 20 values of 0 or 1. */
export function every_third_constant(x: readonly number[]): number[] {
  return [
    Number(0 >= 1),
    Number(1 >= 1),
    x[2],
    Number(0 >= 1),
    Number(1 >= 1),
    x[5],
    Number(0 >= 1),
    Number(1 >= 1),
    x[8],
    Number(0 >= 1),
    Number(1 >= 1),
    x[11],
    Number(0 >= 1),
    Number(1 >= 1),
    x[14],
    Number(0 >= 1),
    Number(1 >= 1),
    x[17],
    Number(0 >= 1),
    Number(1 >= 1)
  ];
}
