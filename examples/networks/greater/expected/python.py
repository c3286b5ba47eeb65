def greater(a, b):
    """Takes a, n values of 0 or 1, and b, n values of 0 or 1; returns 0 or 1."""
    if len(b) != len(a):
        raise ValueError("b must have as many values as a")
    n = len(a)
    return int(sum(2**(n - 1 - i) * (a[i] - b[i]) for i in range(n)) >= 1)
