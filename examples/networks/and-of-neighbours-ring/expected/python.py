def and_of_neighbours_ring(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    n = len(x)
    return [x[i - 1] & x[(i + 1) % n] for i in range(n)]
