"""Score sheets out to evaluators: the workbooks that the readers of `ingest` read back."""
