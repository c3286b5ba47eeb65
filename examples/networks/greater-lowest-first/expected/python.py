def greater_lowest_first(a, b):
    """Takes a, n values of 0 or 1, and b, n values of 0 or 1; returns 0 or 1."""
    if len(b) != len(a):
        raise ValueError("b must have as many values as a")
    return int(a[::-1] > b[::-1])
