"""Linking events across articles."""
