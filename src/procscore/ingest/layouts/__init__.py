"""The sheets of a bids workbook: which is which, and how each is read."""
