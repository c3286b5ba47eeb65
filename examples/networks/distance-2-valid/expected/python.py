def distance_2_valid(x):
    """Takes x, n values of 0 or 1; returns n - 4 values of 0 or 1."""
    return [int(x[i] + x[i + 4] > x[i + 2]) for i in range(len(x) - 4)]
