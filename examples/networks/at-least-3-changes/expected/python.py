def at_least_3_changes(x):
    """Takes x, n values of 0 or 1; returns 0 or 1."""
    return int(sum(a ^ b for a, b in zip(x, x[1:])) >= 3)
