def argmax_triangle_real(x):
    """Takes x, n numbers; returns an integer from 0 to n - 1."""
    return x.index(max(x))
