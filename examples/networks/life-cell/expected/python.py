def life_cell(x):
    """Takes x, 3 rows of 3 values of 0 or 1; returns 0 or 1."""
    if len(x) != 3 or any(len(row) != 3 for row in x):
        raise ValueError("x must be 3 by 3")
    return int(3 <= sum(map(sum, x)) <= x[1][1] + 3)
