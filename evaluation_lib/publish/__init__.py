"""How it reaches people."""
