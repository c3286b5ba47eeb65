def odd_signs(x):
    """Takes x, n values of 0 or 1; returns 0 or 1."""
    return sum(x) % 2
