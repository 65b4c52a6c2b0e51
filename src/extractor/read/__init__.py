"""Anything -> Article."""
