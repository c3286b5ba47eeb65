def rises_over_two(x):
    """Takes x, n integers from -3 to 4; returns n - 2 values of 0 or 1."""
    return [
        int(sum(x[i + a + 1] - x[i + a] for a in range(2)) >= 1) for i in range(len(x) - 2)
    ]
