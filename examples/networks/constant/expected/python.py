def constant(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    return [1] * len(x)
