def distance(a, b):
    """Takes a, n integers from 0 to 4, and b, n integers from 0 to 4.

    Returns an integer.
    """
    if len(b) != len(a):
        raise ValueError("b must have as many values as a")
    return sum(abs(p - q) for p, q in zip(a, b))
