def argmax_winner_binary(x):
    """Takes x, n values of 0 or 1; returns an integer from 0 to n - 1."""
    return x.index(max(x))
