"""Codes of other schemes for an event: ACLED."""
