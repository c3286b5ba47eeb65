def argmax_of_each_cell(x):
    """Takes x, n planes of m rows of p integers from -3 to 4.

    Returns n rows of m integers from 0 to p - 1.
    """
    return [[row.index(max(row)) for row in plane] for plane in x]
