def majority_sign(x):
    """Takes x, n values of 0 or 1; returns -1 or 1."""
    return 1 if sum(x) >= 11 else -1
