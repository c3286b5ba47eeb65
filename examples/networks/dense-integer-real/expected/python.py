def sign(v):
    return (v > 0) - (v < 0)


def dense_integer_real(x):
    """Takes x, 10 numbers; returns 4 values of -1, 0 or 1."""
    if len(x) != 10:
        raise ValueError("x must have 10 values")
    weights = [
        [4, 1, 0, 3, 2, 1, -5, -3, -5, -3],
        [3, -4, -3, -5, 1, 0, 0, 5, -4, -4],
        [5, 4, 0, 0, 4, 2, -1, -2, 0, -1],
        [-2, -3, -1, 5, 3, 1, -5, -1, 2, 2],
        [4, -5, -2, 5, -2, 2, -2, 2, -1, -2],
        [-2, -3, -3, 4, 0, 4, 3, -5, -2, -5],
        [5, -5, 4, 5, -5, -3, 5, 1, 0, -4],
        [-3, 4, -4, -2, 0, 5, 3, -2, 4, 1]
    ]
    biases = [0, 4, -5, 2, 4, -5, 3, 4]
    signs = [
        sign(sum(a * b for a, b in zip(row, x)) + bias)
        for row, bias in zip(weights, biases)
    ]
    weights2 = [0, -4, -1, 5, 1, -3, 2, 1]
    return [
        sign(signs[0] + 2 * signs[4] + 2 * signs[7] + 4 * signs[1] - sum(signs[2:4])),
        sign(sum(a * b for a, b in zip(weights2, signs)) + 2),
        sign(
            2 * signs[3] + 2 * signs[6] + 2 * signs[7] + 3 * sum(signs[:2]) + 3
            - 3 * signs[4] - 4 * signs[5]
        ),
        sign(
            2 * signs[5] + 2 * signs[7] + 3 * signs[4] - signs[1] - 5 * signs[0]
            - 5 * signs[2] - 5 * signs[3] - 5
        )
    ]
