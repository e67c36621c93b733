"""A report with everything it follows from, so that a stranger can make it again and compare."""
