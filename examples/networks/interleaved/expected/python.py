def interleaved(x):
    """Takes x, n values of 0 or 1; returns 2 * n values of 0 or 1."""
    n = len(x)
    return [
        x[(i // 2 - 1) % n] | x[i // 2] if i % 2 == 1 else x[i // 2] & x[(i // 2 + 1) % n]
        for i in range(2 * n)
    ]
