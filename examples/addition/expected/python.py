def addition(a, b):
    """Takes a, n integers from 0 to 9, and b, n integers from 0 to 9.

    Returns n + 1 integers.
    """
    if len(b) != len(a):
        raise ValueError("b must have as many values as a")
    y = []
    carry = 0
    for p, q in zip(a, b):
        total = p + q + carry
        y.append(total % 10)
        carry = total // 10
    return y + [carry]
