def interleaved_pairs(x):
    """Takes x, n values of 0 or 1; returns n rows of 2 values of 0 or 1."""
    n = len(x)
    return [
        [int(x[(i - j) % n] + x[(i - j + 1) % n] + j >= 2) for j in range(2)]
        for i in range(n)
    ]
