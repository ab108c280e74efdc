"""`procscore criteria …`: the library of criteria sheets."""
