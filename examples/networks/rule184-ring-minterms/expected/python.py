def rule184_ring_minterms(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    n = len(x)
    return [x[(i + 1) % n] if x[i] else x[i - 1] for i in range(n)]
