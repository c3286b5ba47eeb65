/** Programs that an expert would write, written before anything was measured. */
export const BY_HAND = {
  rule30: `def f(x):
    n = len(x)
    return [x[i - 1] ^ (x[i] | x[(i + 1) % n]) for i in range(n)]
`,
  rule110: `def f(x):
    n = len(x)
    return [(x[i] | x[(i + 1) % n]) ^ (x[i - 1] & x[i] & x[(i + 1) % n]) for i in range(n)]
`,
  life: `def f(x):
    n, m = len(x), len(x[0])
    y = [[0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            around = [x[(i + a) % n][(j + b) % m] for a in (-1, 0, 1) for b in (-1, 0, 1)]
            neighbours = sum(around) - x[i][j]
            y[i][j] = int(neighbours == 3 or (neighbours == 2 and x[i][j] == 1))
    return y
`,
  "all-rules": `def f(rule, cells):
    return rule[4 * cells[0] + 2 * cells[1] + cells[2]]
`,
  argmax: `def f(x):
    return x.index(max(x))
`,
  majority: `def f(x):
    return int(2 * sum(x) > len(x))
`,
  parity: `def f(x):
    return sum(x) % 2
`,
  greater: `def f(a, b):
    return int(a > b)
`,
  orientation: `def f(x):
    rows = [sum(row) for row in x]
    columns = [sum(column) for column in zip(*x)]
    return int(max(rows) > max(columns))
`,
  carry: `def f(a, b):
    carry = 0
    for p, q in zip(a, b):
        carry = (p + q + carry) // 2
    return carry
`,
  addition: `def f(a, b):
    y, carry = [], 0
    for p, q in zip(a, b):
        carry, digit = divmod(p + q + carry, 2)
        y.append(digit)
    return y + [carry]
`,
  johnson: `def policy(positive, negative):
    return int(
        sum(count / 2 ** (k + 1) for k, count in enumerate(positive))
        >= sum(count / 2 ** (k + 1) for k, count in enumerate(negative))
    )
`,
} as const;
