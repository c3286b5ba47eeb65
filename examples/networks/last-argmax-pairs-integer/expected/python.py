def last_argmax_pairs_integer(x):
    """Takes x, n integers from -2 to 3; returns an integer."""
    n = len(x)
    return n - 1 - max(range(n), key=lambda i: x[-i - 1])
