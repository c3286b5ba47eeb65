def max_sat_argmax(x):
    """Takes x, n rows of m values of 0 or 1; returns 0 or 1."""
    m = len(x[0])
    has_any = [int(any(column[2:])) for column in zip(*x)]
    flags = [
        [int(has_any[j] and (x[1 - i][j] or not x[i][j])) for j in range(m)]
        for i in range(2)
    ]
    flags2 = [[int(x[i][j] and not has_any[j]) for j in range(m)] for i in range(2)]
    return int(
        14 * sum(flags[0]) + 61 * sum(flags2[1]) > 14 * sum(flags[1]) + 61 * sum(flags2[0])
    )
