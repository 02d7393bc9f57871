"""Articles ──▶ what single sentences answer: of the news, of one person, of one body."""
