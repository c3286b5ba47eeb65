def largest_step_integer(x):
    """Takes x, n integers from -2 to 3; returns n values of 0 or 1."""
    winner = x.index(max(x))
    return [int(i == winner) for i in range(len(x))]
