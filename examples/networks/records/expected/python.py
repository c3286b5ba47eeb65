def records(x):
    """Takes x, n integers from -3 to 4; returns n values of 0 or 1."""
    return [int(all(value > other for other in x[:i])) for i, value in enumerate(x)]
