def and_of_neighbours_valid(x):
    """Takes x, n values of 0 or 1; returns n - 2 values of 0 or 1."""
    return [x[i] & x[i + 2] for i in range(len(x) - 2)]
