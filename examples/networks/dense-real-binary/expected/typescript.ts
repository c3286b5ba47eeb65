/** Takes x, 10 values of 0 or 1; returns 4 values of -1, 0 or 1. */
export function dense_real_binary(x: readonly number[]): number[] {
  if (x.length !== 10) {
    throw new RangeError("x must have 10 values");
  }
  const weights = [
    [
      746331318, 1336282399, 1206279917, -1672382830, 6003270, -1692854501, -1036331129,
      1987381116, 790531001, 2037207634
    ],
    [
      1412533642, -2092701526, -916231957, 2140786650, -735298869, 624346946, -947623591,
      825821969, -338999494, -837396026
    ],
    [
      -921055373, -1066176361, -393866852, 2117902628, 1226221964, 303924385, -1997919340,
      -467369021, 630509299, 740317558
    ],
    [
      -1124326231, 1604571442, -1586309978, -784202175, -176022567, 1892555646, 1006657039,
      -957467957, 1539696339, 360203834
    ],
    [
      -1665511758, -450586460, -130009186, -978032138, -730926899, -366761732, 1806012115,
      1242467486, 1821766245, 1128583446
    ]
  ];
  const biases = [1860609916, 1497648623, 735103665, 1597565949, 193597244];
  const signs = weights.map(
    (row, i) => Math.sign(row.reduce((sum, value, j) => sum + value * x[j], 0) + biases[i])
  );
  const weights2 = [
    [37, -44, -32, -57, 15, 2, -1, 59, -40, -45],
    [-46, 49, -39, -46, 42, 26, -48, -13, -2, 35],
    [41, 34, 4, -4, 30, 19, -11, -16, 2, -9]
  ];
  const biases2 = [45, -25, -45];
  const flags = weights2.map(
    (row, i) => Number(
      row.reduce((sum, value, j) => sum + value * x[j], 0) + biases2[i] >= 1
    )
  );
  const weights3 = [
    [-2, 10, -4, 8, -5],
    [9, 4, 15, 4, -1],
    [15, -10, 7, 8, -11],
    [-7, 10, -20, 9, 19]
  ];
  const weights4 = [[32, 4, -6], [-24, -14, -8], [18, -14, -4], [-6, 2, -36]];
  const biases3 = [-16, 28, 12, 0];
  return [
    Math.sign(
      weights3[0].reduce((sum, value, i) => sum + value * signs[i], 0)
      + weights4[0].reduce((sum, value, i) => sum + value * flags[i], 0) + biases3[0]
    ),
    Math.sign(
      weights3[1].reduce((sum, value, i) => sum + value * signs[i], 0)
      + weights4[1].reduce((sum, value, i) => sum + value * flags[i], 0) + biases3[1]
    ),
    Math.sign(
      weights3[2].reduce((sum, value, i) => sum + value * signs[i], 0)
      + weights4[2].reduce((sum, value, i) => sum + value * flags[i], 0) + biases3[2]
    ),
    Math.sign(
      weights3[3].reduce((sum, value, i) => sum + value * signs[i], 0)
      + weights4[3].reduce((sum, value, i) => sum + value * flags[i], 0) + biases3[3]
    )
  ];
}
