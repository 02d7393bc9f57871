"""corrections.yml ──▶ Briefing: what an editor decided about single things that are shown, each named by its key."""
