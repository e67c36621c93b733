"""Judge whether a five-year plan keeps its promises."""
