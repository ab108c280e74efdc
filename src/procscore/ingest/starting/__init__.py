"""A commented criteria sheet to start from, made from another."""
