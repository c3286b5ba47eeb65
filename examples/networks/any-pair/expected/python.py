def any_pair(x):
    """Takes x, n values of 0 or 1; returns 0 or 1."""
    return int(any(value & other for i, value in enumerate(x) for other in x[i + 1 :]))
