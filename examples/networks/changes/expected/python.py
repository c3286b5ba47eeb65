def changes(x):
    """Takes x, n integers from -3 to 4; returns an integer."""
    return sum(a != b for a, b in zip(x, x[1:]))
