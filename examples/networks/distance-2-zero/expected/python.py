def distance_2_zero(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    padded = [0, 0, *x, 0, 0]
    return [int(padded[i] + padded[i + 4] > padded[i + 2]) for i in range(len(x))]
