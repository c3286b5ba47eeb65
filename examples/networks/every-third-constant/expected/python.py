def every_third_constant(x):
    """Takes x, n values of 0 or 1; returns 20 values of 0 or 1."""
    return [
        int(0 >= 1),
        int(1 >= 1),
        x[2],
        int(0 >= 1),
        int(1 >= 1),
        x[5],
        int(0 >= 1),
        int(1 >= 1),
        x[8],
        int(0 >= 1),
        int(1 >= 1),
        x[11],
        int(0 >= 1),
        int(1 >= 1),
        x[14],
        int(0 >= 1),
        int(1 >= 1),
        x[17],
        int(0 >= 1),
        int(1 >= 1)
    ]
