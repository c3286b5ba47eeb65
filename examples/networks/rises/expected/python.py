def rises(x):
    """Takes x, n integers from 0 to 4; returns an integer."""
    return sum(max(b - a, 0) for a, b in zip(x, x[1:]))
