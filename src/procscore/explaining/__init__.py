"""How a figure came about, from the result down to the cells; pure values, no words of a page."""
