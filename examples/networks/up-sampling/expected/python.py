def up_sampling(x):
    """Takes x, n values of 0 or 1; returns 2 * n values of 0 or 1."""
    return [x[i // 2] for i in range(2 * len(x))]
