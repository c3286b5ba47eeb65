def binary_weighted_rows(x):
    """Takes x, n rows of m values of 0 or 1; returns n values of 0 or 1."""
    return [int(sum(2**j * value for j, value in enumerate(row)) >= 86) for row in x]
