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
    signs = [
        sign(sum(a * b for a, b in zip(row, x)) + bias)
        for row, bias in zip(weights, biases)
    ]
    weights2 = [[3, 4, -1, 5, 1, 2, 0, 1], [-2, 1, -5, -5, 3, 0, 5, 2]]
    biases2 = [2, -5]
    return [
        sign(2 * signs[4] + 2 * signs[7] - signs[2] - signs[3] - signs[6] - 4 * signs[1]),
        sign(sum(a * b for a, b in zip(weights2[0], signs)) + biases2[0]),
        sign(
            2 * signs[3] + 2 * signs[5] + 2 * signs[7] + 4 * signs[0] + 3 - 3 * signs[1]
            - 3 * signs[4] - 3 * signs[6]
        ),
        sign(sum(a * b for a, b in zip(weights2[1], signs)) + biases2[1])
    ]
