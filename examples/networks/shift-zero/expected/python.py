def shift_zero(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    padded = [*x, 0]
    return padded[1:]
