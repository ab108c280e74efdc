"""Results as bytes, and bytes as files."""
