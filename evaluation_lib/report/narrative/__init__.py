"""Sentences computed from an evaluation: every number in them is a fact of it."""
