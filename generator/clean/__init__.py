"""Source ──▶ Article: header, boilerplate, blocks, sentences."""
