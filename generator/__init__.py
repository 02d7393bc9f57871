"""A folder of articles goes in, a briefing site comes out."""

__version__ = "0.1.0"
