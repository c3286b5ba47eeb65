def pair_pool(x):
    """Takes x, n values of 0 or 1; returns n // 2 values of 0 or 1."""
    return [x[2 * i] | x[2 * i + 1] for i in range(len(x) // 2)]
