def argmax_winner_step_integer(x):
    """Takes x, n integers from -2 to 3; returns an integer from 0 to n - 1."""
    return x.index(max(x))
