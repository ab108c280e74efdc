"""A published ranking held against what was computed: cell by cell, key by key. Pure."""
