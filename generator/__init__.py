"""A folder of articles goes in, a briefing site comes out."""
