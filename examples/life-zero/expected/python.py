def life_zero(x):
    """Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1."""
    n, m = len(x), len(x[0])
    zeros = [0] * (m + 2)
    padded = [zeros, *([0, *row, 0] for row in x), zeros]
    y = [[0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            total = sum(sum(row[j : j + 3]) for row in padded[i : i + 3])
            y[i][j] = int(3 <= total <= x[i][j] + 3)
    return y
