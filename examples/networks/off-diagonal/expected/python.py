def off_diagonal(x):
    """Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1."""
    return [[0 if i == j else x[i][j] for j in range(len(x[0]))] for i in range(len(x))]
