def largest_part(x):
    """Takes x, n integers from -4 to 4; returns an integer."""
    excess = 0
    largest_excess = 0
    for value in x:
        excess = max(value + excess, 0)
        largest_excess = max(largest_excess, excess)
    return largest_excess
