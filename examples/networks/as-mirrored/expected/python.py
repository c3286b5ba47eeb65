def as_mirrored(x):
    """Takes x, n integers from -3 to 4; returns n values of 0 or 1."""
    return [int(a == b) for a, b in zip(x, reversed(x))]
