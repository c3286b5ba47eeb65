def rule110_ring(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    n = len(x)
    return [(x[i] & ~x[i - 1]) | (x[i] ^ x[(i + 1) % n]) for i in range(n)]
