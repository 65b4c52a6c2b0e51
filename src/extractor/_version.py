"""The version, read by the build and stored in every result."""

__version__ = "0.1.0"
