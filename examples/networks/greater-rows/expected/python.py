def greater_rows(x):
    """Takes x, 2 rows of n values of 0 or 1; returns 0 or 1."""
    if len(x) != 2:
        raise ValueError("x must be 2 by n")
    return int(x[0][::-1] > x[1][::-1])
