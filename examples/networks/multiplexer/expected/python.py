def multiplexer(address, data):
    """Takes address, n values of 0 or 1, and data, m values of 0 or 1; returns 0 or 1."""
    return data[sum(2**(len(address) - 1 - i) * value for i, value in enumerate(address))]
