def and_of_neighbours_zero(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    return [0 if i % 19 == 0 else x[i - 1] & x[i + 1] for i in range(len(x))]
