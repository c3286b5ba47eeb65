def edges(x):
    """Takes x, n rows of m values of 0 or 1; returns an integer."""
    return (
        sum(a ^ b for row in x for a, b in zip(row, row[1:]))
        + sum(p ^ q for a, b in zip(x, x[1:]) for p, q in zip(a, b))
    )
