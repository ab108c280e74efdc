"""The linter of criteria sheets and bids. Pure: values in, findings out."""
