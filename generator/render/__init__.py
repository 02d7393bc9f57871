"""Briefing ──▶ Pages: Markdown, data exports, feeds, drawings."""
