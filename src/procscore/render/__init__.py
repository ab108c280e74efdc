"""Results and diagnostics as rich renderables. Nothing here prints."""
