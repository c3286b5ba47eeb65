def every_third_constant(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    return [1 if i % 3 == 1 else value if i % 3 == 2 else 0 for i, value in enumerate(x)]
