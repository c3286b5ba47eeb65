def between_2_and_4(x):
    """Takes x, n values of 0 or 1; returns 0 or 1."""
    return int(2 <= sum(x) <= 4)
