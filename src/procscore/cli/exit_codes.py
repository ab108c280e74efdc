"""What the exit code says to whoever called."""

DONE = 0
"""Also when there is no award."""
FINDINGS = 1
"""Problems in the data; nothing was ranked."""
WRONG_CALL = 2
BUG = 3
FILE_OR_SYSTEM = 4
INTERRUPTED = 130
