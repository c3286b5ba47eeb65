def rule184_zero(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    padded = [0, *x, 0]
    return [padded[i + 2] if padded[i + 1] else padded[i] for i in range(len(x))]
