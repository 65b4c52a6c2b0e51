"""Doers of an act that another act beside it tells."""
