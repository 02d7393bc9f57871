"""Decisions that match nothing (any more): reported with their line and the nearest thing, kept, applied nowhere."""

from collections.abc import Iterator
from dataclasses import replace

from generator.errors import meant
from generator.keys import keyed
from generator.link.entities.decisions import words_of
from generator.model import Briefing, Correction, Orphan, Problem

CLOSE = 0.5
"""Share of letters in common from which a key is offered instead of one that matches nothing: half of its words."""
AT_RENDER = ("moved", "notes")
"""Sections about pages, which only the rendering knows."""
NAMES = ("same", "apart", "kinds")
KINDS = {"events": "event", "occasions": "event", "quotes": "quote", "figures": "figure", "verdicts": "difference"}
"""The kind of record that the keys of a section name; those of the others name any."""


def tell_orphans(briefing: Briefing) -> Briefing:
    """Add the decisions that matched nothing, each with a problem that says what is nearest to it."""
    articles = {a.path for a in briefing.articles}
    known = {*briefing.applied, *(c for c in briefing.corrections.of("slugs") if c.about in articles)}
    known |= set(briefing.corrections.of("definitions"))  # one that no source uses is shown as the editor's
    pins = briefing.corrections.of("pin")
    keys = set(_offered(briefing, "pin")) if pins else set()
    known |= {c for c in pins if c.about in keys}
    left = [c for c in briefing.corrections.entries if c not in known and c.section not in AT_RENDER]
    orphans = tuple(Orphan(c, _advice(briefing, c)) for c in left)
    problems = tuple(Problem(briefing.corrections.path, _told(o), o.decision.line or None) for o in orphans)
    return replace(briefing, applied=frozenset(known), orphans=orphans, problems=(*briefing.problems, *problems))


def _told(orphan: Orphan) -> str:
    one = orphan.decision
    if one.section in NAMES:
        return f"{one.section}: no source has the name “{one.about}”; {orphan.advice}"
    return f"{one.section}: `{one.about}` matches nothing here; {orphan.advice}"


def _advice(briefing: Briefing, orphan: Correction) -> str:
    """Return what to do: the nearest thing that is there, or where to look."""
    if orphan.section in NAMES:
        both = (orphan.about, orphan[""]) if orphan.section == "apart" else (orphan.about,)
        known = _names(briefing)
        words = {words_of(text) for text in known}
        near = meant(next((n for n in both if words_of(n) not in words), orphan.about), known, 0.75)
        return near or "correct its spelling or remove the entry"
    known = list(_offered(briefing, orphan.section))
    if near := meant(orphan.about, known, CLOSE):
        return f"{near} look at it, and change the key" if orphan.section != "slugs" else near
    return "copy the key from the fold for editors on its page, or remove the entry"


def _names(briefing: Briefing) -> list[str]:
    return sorted({n.text for f in briefing.findings for n in f.names} | {e.name for e in briefing.entities})


def _offered(briefing: Briefing, section: str) -> Iterator[str]:
    """Yield what the decisions of a section can be about."""
    if section == "slugs":
        yield from (a.path for a in briefing.articles)
        return
    yield from (key for kind, key, _ in keyed(briefing) if kind == KINDS.get(section, kind))
    if section == "dismiss":
        yield from _names(briefing)
