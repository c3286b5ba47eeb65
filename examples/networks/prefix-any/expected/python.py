def prefix_any(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    return [int(any(x[: i + 1])) for i in range(len(x))]
