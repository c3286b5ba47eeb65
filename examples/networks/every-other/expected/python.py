def every_other(x):
    """Takes x, n values of 0 or 1; returns (n + 1) // 2 values of 0 or 1."""
    return [x[2 * i] for i in range((len(x) + 1) // 2)]
