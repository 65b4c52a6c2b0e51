"""Normalisation: one module for each kind of time expression, from its words to a TIMEX3 value and an interval."""
