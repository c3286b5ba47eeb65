def and_of_neighbours_zero(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    padded = [0, *x, 0]
    return [padded[i] & padded[i + 2] for i in range(len(x))]
