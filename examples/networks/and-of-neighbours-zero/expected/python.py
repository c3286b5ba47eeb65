def and_of_neighbours_zero(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    padded = [0, *x, 0]
    return [a & b for a, b in zip(padded, padded[2:])]
