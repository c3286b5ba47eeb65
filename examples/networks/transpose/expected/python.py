def transpose(x):
    """Takes x, n rows of m values of 0 or 1; returns m rows of n values of 0 or 1."""
    return [list(column) for column in zip(*x)]
