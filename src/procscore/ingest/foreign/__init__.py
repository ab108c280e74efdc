"""Score sheets that were never made for procscore, read by a layout that says where things stand."""
