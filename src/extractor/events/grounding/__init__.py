"""Spatial and temporal grounding: the place and the days of an event."""
