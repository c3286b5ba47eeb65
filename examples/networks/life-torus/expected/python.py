def life_torus(x):
    """Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1."""
    n, m = len(x), len(x[0])
    y = [[0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            total = sum(x[(i + a) % n][(j + b) % m] for a in (-1, 0, 1) for b in (-1, 0, 1))
            y[i][j] = int(3 <= total <= x[i][j] + 3)
    return y
