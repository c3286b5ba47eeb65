def differences_real(x):
    """Takes x, n numbers; returns n - 1 numbers."""
    return [b - a for a, b in zip(x, x[1:])]
