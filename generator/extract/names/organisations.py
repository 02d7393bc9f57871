"""How much speaks for an organisation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import gazetteer
from generator.extract.names.lists import cues, family, given, heads, titles
from generator.extract.names.sentence import Reading, bare, said_to_be, title_word

if TYPE_CHECKING:
    from generator.extract.names.sentence import Sentence

LONGEST = 12

_CORPORATE = frozenset(
    "Inc Inc. Corp Corp. Ltd Ltd. LLC LLP PLC plc AG GmbH S.A. SA SpA S.p.A. NV N.V. AB ASA SE Co. Oyj KG Corporation Company Holdings Bancorp".split()
)
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}[a-z]?$")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]+$")  # BlackRock  DreamWorks
_NOT_HEAD_ALONE = 1


def organisation(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as an organisation, or None where they can't be one."""
    if end - start > LONGEST or s.tokens[end - 1].kind != "cap" or s.tokens[start].kind == "low":
        return None
    if any(t.kind == "mark" for t in s.tokens[start:end]) or s.word(start - 1) == "-" or bare(s, start, end):
        return None
    strength, why = _own(s, start, end)
    if strength <= -1:
        return None
    beside, more = _beside(s, start, end)
    because = "; ".join(x for x in (why, more) if x) or "capitals only"
    return Reading(start, end, "organisation", min(3.0, strength + beside), "organisation", because)


def _own(s: Sentence, start: int, end: int) -> tuple[float, str]:
    last = s.tokens[end - 1].text
    inner = [s.word(i) for i in range(start + 1, end - 1) if s.tokens[i].kind == "low"]
    if end - start == 1:
        return _single(s, start)
    if last in _CORPORATE and not inner:
        return 3.0, f"{last} is a company's suffix"
    if (found := of_phrase(s, start, end, "organisation")) is not None:
        return found
    if "&" in inner and not set(inner) - {"&"}:
        return 1.4, "& joins its words"
    if any(w not in ("&", "de", "la") for w in inner):
        return -1.0, ""
    if "organisation" in heads("end").get(last, ()):
        return _headed(s, start, end, last)
    if "organisation" in heads("start").get(s.tokens[start].text, ()) and not s.ordinary(start + 1):
        return 2.2, f"{s.tokens[start].text} … is what organisations are called"
    if _team(s, start, end):
        return 1.7, "a place and what its team is called"
    plain = sum(1 for i in range(start, end) if s.ordinary(i))
    return (0.5 if plain else 0.2), ""


def _team(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a city and a plural make the name of a team: ``Fremantle Dockers``."""
    entry = gazetteer().get(s.surface(start, end - 1))
    last = s.tokens[end - 1].text
    plural = last.endswith("s") and not s.ordinary(end - 1) and not title_word(s, end - 1) and last not in gazetteer()
    return entry is not None and entry.form == "name" and entry.of in ("-", "capital", "state") and plural


def _headed(s: Sentence, start: int, end: int, last: str) -> tuple[float, str]:
    because = f"{last} is what organisations are called"
    if any(s.word(i) in titles() for i in range(start + 1, end - 1)):
        return 0.9, because
    first = s.tokens[start].text
    if _of_a_place(s, start, end):
        return 3.0, because
    if s.opens(start) and s.ordinary(start):
        return 0.9, because
    if first in given() and end - start == 2 and last in family():  # noqa: PLR2004
        return 0.8, because
    return 2.5, because


def _of_a_place(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a place or nationality begins the name: ``German Air Force``, ``Atlantic City Hospital``."""
    known = gazetteer()
    return any((e := known.get(s.surface(start, k))) is not None and e.kind == "place" for k in range(start + 1, end))


def of_phrase(s: Sentence, start: int, end: int, kind: str) -> tuple[float, str] | None:
    """Return how well ``Head of …`` reads as a kind: ``Ministry of Foreign Affairs``, ``Battle of Antietam``."""
    links = [i for i in range(start + 1, end - 1) if s.tokens[i].kind == "low"]
    if not links or s.word(links[0]) not in ("of", "for", "on", "against", "de", "du"):
        return None
    link = links[0]
    head = s.tokens[link - 1].text
    if kind not in heads("of").get(head, ()) or (
        s.word(link) == "for" and head in ("League", "Team", "Club", "Party", "Army", "Court")
    ):
        return None
    if (
        s.word(link + 1) == "the"
        and kind == "organisation"
        and "organisation" in heads("end").get(s.tokens[end - 1].text, ())
    ):
        return None
    if kind == "place" and link - start > 1 and s.surface(link + 1, end) in gazetteer():
        return None
    for i in links[1:]:
        if s.word(i) == "and" and not _abstract(s, i, start):
            return None
        if s.word(i) in ("in", "at", "to", "with") and kind == "organisation":
            return None
    if s.opens(start) and s.ordinary(start) and link - start > 1 and s.tokens[start].text not in heads("of"):
        return 1.0, f"{head} of …"
    return 2.7, f"{head} {s.word(link)} … is what such names look like"


def _abstract(s: Sentence, i: int, start: int) -> bool:
    """Tell whether ``and`` joins two subjects of an office (``Agriculture and Fisheries``), not two names."""
    left, right = s.tokens[i - 1].text, s.tokens[i + 1].text
    known = gazetteer()
    named = any(w in known or w in given() for w in (left, right))
    return i > start + 1 and not named


def _single(s: Sentence, i: int) -> tuple[float, str]:
    t = s.tokens[i]
    if s.low(i - 1) == "the" and "organisation" in heads("of").get(t.text, ()) and not s.opens(i):
        return 0.9, f"the {t.text}"
    if s.ordinary(i):
        return -1.0, ""
    if _ACRONYM.match(t.text) and not s.headline:
        return 1.5, "an acronym"
    if _CAMEL.match(t.text) and not t.text.startswith(("Mc", "Mac", "De", "La", "Le", "Di", "Da", "Du", "Van", "O'")):
        return 1.2, "a capital inside the word"
    return 0.0, ""


def _beside(s: Sentence, start: int, end: int) -> tuple[float, str]:
    score, why = 0.0, []
    if (noun := said_to_be(s, end, "organisation")) is not None:
        score += 1.3
        why.append(f"called a {noun}")
    if cues("before").get(s.low(start - 1)) == "organisation":
        score += 1.5
        why.append(f"“{s.word(start - 1)}” stands before it")
    if cues("after").get(s.low(end)) == "organisation":
        score += 0.9
        why.append(f"“{s.word(end)}” follows it")
    if (
        s.word(end) == "("
        and s.is_cap(end + 1)
        and s.word(end + 2) == ")"
        and _initials(s, start, end, s.tokens[end + 1].text)
    ):
        score += 1.5
        why.append("its initials follow in brackets")
    return min(score, 2.0), "; ".join(why)


def _initials(s: Sentence, start: int, end: int, acronym: str) -> bool:
    """Tell whether an acronym's letters begin the words of a name, in order."""
    if not 2 <= len(acronym) <= 8 or not acronym[:2].isupper():  # noqa: PLR2004
        return False
    letters = iter("".join(t.text[0] for t in s.tokens[start:end] if t.kind == "cap").lower())
    return all(c in letters for c in acronym.lower().rstrip("s")[:2])
