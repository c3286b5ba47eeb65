def by_count(cells, table):
    """Takes cells, n values of 0 or 1, and table, m values of 0 or 1; returns 0 or 1."""
    return table[sum(cells)]
