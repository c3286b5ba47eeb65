def triangle_any(x):
    """Takes x, n rows of m values of 0 or 1; returns 0 or 1."""
    return int(any(any(row[i + 1 :]) for i, row in enumerate(x)))
