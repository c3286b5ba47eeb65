def majority_of_3_zero(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    padded = [0, *x, 0]
    return [int(sum(padded[i : i + 3]) >= 2) for i in range(len(x))]
