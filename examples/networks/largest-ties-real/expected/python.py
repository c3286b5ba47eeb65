def largest_ties_real(x):
    """Takes x, n numbers; returns n values of 0 or 1."""
    largest = max(x)
    return [int(value == largest) for value in x]
