def shift_ring(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    return x[1:] + x[:1]
