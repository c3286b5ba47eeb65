def largest_sign_integer(x):
    """Takes x, n integers from -2 to 3; returns n values of -1 or 1."""
    winner = x.index(max(x))
    return [1 if i == winner else -1 for i in range(len(x))]
