def above(least, x):
    """Takes least, an integer from 0 to 4, and x, n integers from 0 to 4.

    Returns an integer.
    """
    return sum(value > least for value in x)
