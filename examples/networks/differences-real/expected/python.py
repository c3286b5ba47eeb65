def differences_real(x):
    """Takes x, n numbers; returns n - 1 numbers."""
    return [x[i + 1] - x[i] for i in range(len(x) - 1)]
