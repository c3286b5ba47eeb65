def sign(v):
    return (v > 0) - (v < 0)


def dense_integer(x):
    """Takes x, 10 values of 0 or 1; returns 4 values of -1, 0 or 1."""
    if len(x) != 10:
        raise ValueError("x must have 10 values")
    weights = [
        [2, 3, 3, -4, 0, -4, -3, 5, 2, 5],
        [-3, 4, 3, 5, -1, 0, 0, -5, 4, 4],
        [5, 4, 0, 0, 4, 2, -1, -2, 0, -1],
        [-2, -3, -1, 5, 3, 1, -5, -1, 2, 2],
        [4, -5, -2, 5, -2, 2, -2, 2, -1, -2],
        [5, -5, 4, 5, -5, -3, 5, 1, 0, -4],
        [-4, -1, 0, -3, -2, -1, 5, 3, 5, 3],
        [-3, 4, -4, -2, 0, 5, 3, -2, 4, 1]
    ]
    biases = [5, -4, -5, 2, 4, 3, 0, 4]
    sides = [
        sign(sum(a * b for a, b in zip(row, x)) + bias)
        for row, bias in zip(weights, biases)
    ]
    weights2 = [
        [0, -4, -1, -1, 2, 0, -1, 2],
        [3, 4, -1, 5, 1, 2, 0, 1],
        [4, -3, 0, 2, -3, 2, -3, 2],
        [-2, 1, -5, -5, 3, 0, 5, 2]
    ]
    biases2 = [0, 2, 3, -5]
    return [
        sign(sum(a * b for a, b in zip(row, sides)) + bias)
        for row, bias in zip(weights2, biases2)
    ]
