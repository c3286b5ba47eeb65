def column_at_least_2(x):
    """Takes x, n rows of m values of 0 or 1; returns m values of 0 or 1."""
    return [int(sum(column) >= 2) for column in zip(*x)]
