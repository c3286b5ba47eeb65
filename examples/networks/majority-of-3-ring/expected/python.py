def majority_of_3_ring(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    n = len(x)
    return [int(x[i - 1] + x[i] + x[(i + 1) % n] >= 2) for i in range(n)]
