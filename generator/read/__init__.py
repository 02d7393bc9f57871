"""seeds/ ──▶ Source: one file per format."""
