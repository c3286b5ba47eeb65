def largest_strict_real(x):
    """Takes x, n numbers; returns n values of 0 or 1."""
    return [int(sum(value > other for other in x) >= 7) for value in x]
