"""A run: which reports to make, the processes that make them, and what became of each."""
