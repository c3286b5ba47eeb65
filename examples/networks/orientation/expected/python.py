def orientation(x):
    """Takes x, n rows of m values of 0 or 1; returns 0 or 1."""
    column_sums = [sum(column) for column in zip(*x)]
    row_sums = [sum(row) for row in x]
    sides = [
        [(column_sum > row_sum) - (column_sum < row_sum) for column_sum in column_sums]
        for row_sum in row_sums
    ]
    total = sum(map(sum, sides))
    return int(
        sum(27 * total > 28 * sum(row) + 756 for row in sides)
        > sum(27 * total + 757 <= 28 * sum(column) for column in zip(*sides))
    )
