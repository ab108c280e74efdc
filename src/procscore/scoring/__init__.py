"""The order of work, step by step. Pure: a sheet and its bids in, an evaluation out."""
