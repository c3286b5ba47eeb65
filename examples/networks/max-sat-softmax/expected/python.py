from math import exp


def softmax(logits):
    largest = max(logits)
    powers = [exp(logit - largest) for logit in logits]
    total = sum(powers)
    return [power / total for power in powers]


def max_sat_softmax(x):
    """Takes x, n rows of m values of 0 or 1; returns 2 probabilities."""
    m = len(x[0])
    has_any = [int(any(column[2:])) for column in zip(*x)]
    flags = [
        [int(has_any[j] and (x[1 - i][j] or not x[i][j])) for j in range(m)]
        for i in range(2)
    ]
    flags2 = [[int(x[i][j] and not has_any[j]) for j in range(m)] for i in range(2)]
    return softmax(
        [
            2.29756 * sum(flags[1 - i]) + 10 * sum(flags2[i]) - 2.29756 * sum(flags[i])
            - 10 * sum(flags2[1 - i])
            for i in range(2)
        ]
    )
