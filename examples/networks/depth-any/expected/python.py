def depth_any(x):
    """Takes x, n planes of m rows of p values of 0 or 1.

    Returns n rows of m values of 0 or 1.
    """
    return [[int(any(row)) for row in plane] for plane in x]
