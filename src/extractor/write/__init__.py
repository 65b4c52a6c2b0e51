"""Extraction -> the outside."""
