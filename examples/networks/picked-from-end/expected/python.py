def picked_from_end(k, x):
    """Takes k, an integer from 0 to 11, and x, n integers from 0 to 3.

    Returns an integer.
    """
    if k >= len(x):
        raise ValueError("k must say a place in x")
    return x[len(x) - 1 - k]
