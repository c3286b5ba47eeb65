from math import exp


def softmax(logits):
    largest = max(logits)
    powers = [exp(logit - largest) for logit in logits]
    total = sum(powers)
    return [power / total for power in powers]


def softmax_of_each_row(x):
    """Takes x, n rows of m numbers; returns n rows of m probabilities."""
    return [softmax(row) for row in x]
