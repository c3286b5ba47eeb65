def largest_triangle_binary(x):
    """Takes x, n values of 0 or 1; returns n values of -1 or 1."""
    winner = x.index(max(x))
    return [1 if i == winner else -1 for i in range(len(x))]
