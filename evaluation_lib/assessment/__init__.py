"""Whether the promise is kept."""
