def cross_majority_ring(x):
    """Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1."""
    n, m = len(x), len(x[0])
    y = [[0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            y[i][j] = int(
                x[i - 1][j] + x[i][j - 1] + x[i][j] + x[i][(j + 1) % m] + x[(i + 1) % n][j]
                >= 3
            )
    return y
