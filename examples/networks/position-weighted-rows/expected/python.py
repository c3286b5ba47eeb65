def position_weighted_rows(x):
    """Takes x, n rows of m values of 0 or 1; returns n values of 0 or 1."""
    return [int(sum((j + 1) * value for j, value in enumerate(row)) >= 19) for row in x]
