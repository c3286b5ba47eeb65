def greater_rows(x):
    """Takes x, 2 rows of n values of 0 or 1; returns 0 or 1."""
    if len(x) != 2:
        raise ValueError("x must be 2 by n")
    return int(sum(2**i * (x[0][i] - x[1][i]) for i in range(len(x[0]))) >= 1)
