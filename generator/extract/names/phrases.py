"""Names with a complement: ``Ministry of Foreign Affairs``, ``Battle of Lepanto``, ``Code of Practice in the …``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import gazetteer
from generator.extract.names.lists import given, heads

if TYPE_CHECKING:
    from generator.extract.names.sentence import Claim, Sentence

_LINKS = frozenset({"of", "for", "on", "against", "de", "du"})
_GATHERINGS = frozenset({"League", "Team", "Club", "Party", "Army", "Court"})
"""After these ``for`` begins something else: ``played in the League for X``."""


def of_phrase(s: Sentence, start: int, end: int, kind: str) -> Claim | None:
    """Return how well ``Head of …`` reads as a kind, or None where it isn't of that form."""
    links = [i for i in range(start + 1, end - 1) if s.low(i) not in ("", "&")]
    if not links:
        return None
    link = links[0]
    head = s.words[link - 1].text
    if s.low(link) not in _LINKS and not (s.low(link) == "in" and head in heads("in")):
        return None
    if s.low(link) == "on" and s.surface(link + 1, end) in gazetteer():
        return None  # in River House on Manhattan
    if kind not in heads("of").get(head, ()) or _ends_before(s, link, end, kind) or _splits(s, start, end, kind):
        return None
    opening = s.opens(start) and s.ordinary(start) and link - start > 1
    strength = 1.0 if opening and s.words[start].text not in heads("of") else 2.7
    if placed(s, start, link):
        strength = 2.9
    if kind == "organisation" and "organisation" in heads("end").get(s.words[end - 1].text, ()):
        strength = 3.0  # Party of X Central Committee
    return strength, f"{head} {s.low(link)} … is what such names look like"


def _ends_before(s: Sentence, link: int, end: int, kind: str) -> bool:
    """Tell whether the name ends before its complement, which is a name of its own."""
    own = "organisation" in heads("end").get(s.words[end - 1].text, ())
    if kind == "organisation" and s.low(link + 1) == "the" and own:
        return True
    return s.low(link) == "for" and s.words[link - 1].text in _GATHERINGS


def _splits(s: Sentence, start: int, end: int, kind: str) -> bool:
    """Tell whether the tokens are several names: ``District of X`` with a name before, ``Bank of X and Bank of Y``."""
    links = [i for i in range(start + 1, end - 1) if s.low(i) not in ("", "&")]
    if any(s.low(i) == "and" and not _abstract(s, i) for i in links[1:]):
        return True
    if kind == "place" and s.low(links[0]) in ("for", "on", "against"):
        return True
    if kind in ("agreement", "event") and s.low(links[0]) in ("de", "du"):
        return True
    if kind == "organisation" and sum(s.low(i) == "of" for i in links) > 1 and _country(s, links[-1] + 1, end):
        return True
    if kind == "organisation":
        return any(s.low(i) in ("in", "at", "to", "with") for i in links[1:])
    return kind == "place" and links[0] - start > 1 and s.surface(links[0] + 1, end) in gazetteer()


def _country(s: Sentence, start: int, end: int) -> bool:
    entry = gazetteer().get(s.surface(start, end))
    return entry is not None and entry.of in ("country", "state")


def placed(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a place or nationality begins the name: ``Peruvian Navy``, ``Lagos City Hospital``."""
    known = gazetteer()
    return any((e := known.get(s.surface(start, k))) is not None and e.kind == "place" for k in range(start + 1, end))


def _abstract(s: Sentence, i: int) -> bool:
    """Tell whether ``and`` joins two subjects of an office (``Agriculture and Fisheries``), not two names."""
    return s.is_cap(i + 1) and not any(
        s.words[k].text in gazetteer() or s.words[k].text in given() for k in (i - 1, i + 1)
    )
