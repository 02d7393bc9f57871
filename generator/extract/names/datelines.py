"""What a dateline names: its places and its agency, which take no part in the sentence behind it."""

from collections.abc import Iterator

from generator.extract.names.gazetteer import Entry, gazetteer
from generator.extract.names.sentence import Reading, Sentence
from generator.model import Span
from generator.text import opening

_PARTING = (",", "/", "and")
STATED = 3.0  # a dateline says nothing else than where a report was written


def dateline(s: Sentence) -> Iterator[Reading]:
    """Yield the places of a sentence's dateline, and its agency if it is known."""
    if not s.first:
        return
    found = opening(s.text, s.starts[0], s.ends[-1], first=True)
    if found is None or found.place is None:
        return
    start, end = _within(s, found.place)
    if not (
        found.date or found.agency or any(_entry(s, i, k) for i in range(start, end) for k in range(i + 1, end + 1))
    ):
        return  # WHAT: FILE -
    for comma in (*(i for i in range(start, end) if s.word(i) in _PARTING), end):
        shortened = s.word(comma - 1).endswith(".") and _entry(s, start, comma) is None  # Pa.
        if comma > start and not shortened:
            yield _place(s, start, comma)
        start = comma + 1
    if found.agency is not None:
        start, end = _within(s, found.agency)
        entry = gazetteer().get(s.surface(start, end)) if end > start else None
        if entry is not None and entry.kind == "organisation":
            because = "the agency of the dateline"
            yield Reading(start, end, "organisation", STATED, "dateline", because, entry.key, entry.norm, entry.form)


def _within(s: Sentence, span: Span) -> tuple[int, int]:
    inside = [i for i, start in enumerate(s.starts[: s.first]) if span.start <= start and s.ends[i] <= span.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _entry(s: Sentence, start: int, end: int) -> Entry | None:
    surface = s.surface(start, end)
    entry = gazetteer().get(surface) or gazetteer().get(_usual(surface))
    return entry if entry is not None and entry.kind == "place" else None


def _usual(surface: str) -> str:
    """Return a town in capitals as it is usually written."""
    return surface.title() if surface.isupper() and len(surface.rstrip(".")) > len("D.C") else surface


def _place(s: Sentence, start: int, end: int) -> Reading:
    entry = _entry(s, start, end)
    if entry is None:
        return Reading(start, end, "place", STATED, "dateline", "a dateline", norm=_usual(s.surface(start, end)))
    return Reading(start, end, "place", STATED, "dateline", "a dateline", entry.key, entry.norm, entry.form)
