def diagonal_any(x):
    """Takes x, n rows of m values of 0 or 1; returns 0 or 1."""
    return int(any(x[i][i] for i in range(len(x))))
