"""Many figures in one message: a pasted row, text with labels, and cells found by their words."""
