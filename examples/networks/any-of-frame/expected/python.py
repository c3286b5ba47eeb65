def any_of_frame(x):
    """Takes x, n rows of m values of 0 or 1; returns 0 or 1."""
    return int(any(map(any, x)))
