def compared(a, b):
    """Takes a, n values of 0 or 1, and b, n values of 0 or 1; returns -1, 0 or 1."""
    if len(b) != len(a):
        raise ValueError("b must have as many values as a")
    return (a > b) - (a < b)
