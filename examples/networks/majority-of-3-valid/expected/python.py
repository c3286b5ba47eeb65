def majority_of_3_valid(x):
    """Takes x, n values of 0 or 1; returns n - 2 values of 0 or 1."""
    return [int(sum(x[i : i + 3]) >= 2) for i in range(len(x) - 2)]
