def last_argmax_pairs_integer(x):
    """Takes x, n integers from -2 to 3; returns an integer."""
    return len(x) - 1 - x[::-1].index(max(x))
