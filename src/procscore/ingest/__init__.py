"""The outside world in: YAML and workbooks become values that carry their places."""
