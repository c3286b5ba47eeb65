def distance_2_ring(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    n = len(x)
    return [int(x[(i - 2) % n] + x[(i + 2) % n] > x[i]) for i in range(n)]
