"""corrections.yml ──▶ Briefing: what an editor decided about single things that are shown, each named by its key."""

from generator.link.edits.events import edit_events
from generator.link.edits.findings import edit_findings
from generator.link.edits.occasions import edit_differences, edit_occasions
from generator.link.edits.orphans import tell_orphans
from generator.link.edits.statements import edit_statements

__all__ = ["edit_differences", "edit_events", "edit_findings", "edit_occasions", "edit_statements", "tell_orphans"]
