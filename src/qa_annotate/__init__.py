"""Label claims in interview articles at a terminal, keeping provenance."""

__version__ = "0.1.0"
