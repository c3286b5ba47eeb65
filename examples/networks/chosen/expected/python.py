def chosen(weights, chosen):
    """Takes weights, n integers from 0 to 4, and chosen, n values of 0 or 1.

    Returns an integer.
    """
    if len(chosen) != len(weights):
        raise ValueError("chosen must have as many values as weights")
    return sum(a * b for a, b in zip(weights, chosen))
