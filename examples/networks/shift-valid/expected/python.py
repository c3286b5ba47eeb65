def shift_valid(x):
    """Takes x, n values of 0 or 1; returns n - 1 values of 0 or 1."""
    return x[1:]
