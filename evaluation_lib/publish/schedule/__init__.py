"""By the clock: what is due, who is told, and pieces for the system's own scheduler."""
