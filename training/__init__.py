"""Training the small reader: data, network, runs. Needs torch, which nothing else does."""
