"""Criteria sheets side by side, and bids under other weights. Pure: values in, values out."""
