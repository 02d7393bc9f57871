"""What a maintainer asks of a briefing: what deserves a look, what was found in an article, how a fact came about."""
