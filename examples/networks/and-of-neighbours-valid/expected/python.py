def and_of_neighbours_valid(x):
    """Takes x, n values of 0 or 1; returns n - 2 values of 0 or 1."""
    return [a & b for a, b in zip(x, x[2:])]
