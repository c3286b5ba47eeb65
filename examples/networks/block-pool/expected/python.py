def block_pool(x):
    """Takes x, n rows of m values of 0 or 1.

    Returns n // 2 rows of m // 2 values of 0 or 1.
    """
    return [
        [
            int(any(x[2 * i + a][2 * j + b] for a in range(2) for b in range(2)))
            for j in range(len(x[0]) // 2)
        ]
        for i in range(len(x) // 2)
    ]
