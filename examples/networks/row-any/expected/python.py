def row_any(x):
    """Takes x, n rows of m values of 0 or 1; returns n values of 0 or 1."""
    return [int(any(row)) for row in x]
