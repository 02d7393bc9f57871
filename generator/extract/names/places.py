"""How much speaks for a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import gazetteer
from generator.extract.names.lists import cues, family, given, heads
from generator.extract.names.organisations import of_phrase
from generator.extract.names.sentence import Reading, bare, said_to_be

if TYPE_CHECKING:
    from generator.extract.names.sentence import Sentence

LONGEST = 6

_PLACE_END = re.compile(  # Pittsburgh  Saffron Walden's kin: -ville -burg -shire -stan -grad -pur -abad
    r"(?:ville|burgh?|borough|shire|stan|grad|abad|[^s]pur|[^u]ham|combe|mouth|haven|hausen|furt|stadt|heim|dorf|polis|wick|minster"
    r"|chester|caster|stead|hurst|field|[^s]ton|town|fjord|land|istan|oblast|iya|ovo|ice|any|ford|port|bridge|wood|worth|ley|dale)$"
)
_DIRECTIONS = frozenset(
    "North South East West Northern Southern Eastern Western Central Upper Lower Greater Inner Outer New Old Northeast Northwest Southeast Southwest Northeastern Northwestern Southeastern Southwestern Mid Downtown".split()
)
_STATES_AFTER = frozenset({",", "("})


def place(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a place, or None where they can't be one."""
    if end - start > LONGEST or not s.is_cap(start) or not s.is_cap(end - 1):
        return None
    if any(t.kind == "mark" for t in s.tokens[start:end]) or s.word(start - 1) == "-" or bare(s, start, end):
        return None
    own, why = _own(s, start, end)
    if own <= -1:
        return None
    beside, more = _beside(s, start, end)
    because = "; ".join(x for x in (why, more) if x) or "capitals only"
    return Reading(start, end, "place", min(3.0, own + beside), "place", because)


def _own(s: Sentence, start: int, end: int) -> tuple[float, str]:
    first, last = s.tokens[start].text, s.tokens[end - 1].text
    inner = [s.word(i) for i in range(start + 1, end - 1) if s.tokens[i].kind == "low"]
    if end - start > 1 and (found := of_phrase(s, start, end, "place")) is not None:
        return found
    if any(
        w not in ("de", "la", "del", "do", "da", "dos", "el", "al", "upon", "le", "du", "des", "am", "an", "der")
        for w in inner
    ):
        return -1.0, ""
    if end - start == 1:
        return _single(s, start)
    rest = gazetteer().get(s.surface(start + 1, end))
    if first in _DIRECTIONS and rest is not None and rest.kind == "place" and rest.form == "name":
        return 2.7, f"a part of {rest.norm}"
    if "place" in heads("end").get(last, ()):
        return _headed(s, start, end, last)
    if first in heads("start") and "place" in heads("start")[first] and not inner and first not in _DIRECTIONS:
        return _started(s, start, end, first)
    plain = sum(1 for i in range(start, end) if s.ordinary(i))
    return (0.0 if plain or s.tokens[start].text in given() else 0.3), ""


def _headed(s: Sentence, start: int, end: int, last: str) -> tuple[float, str]:
    because = f"{last} is what places are called"
    plain = all(s.ordinary(i) for i in range(start, end - 1))
    if plain and s.opens(start):
        return 0.3, because
    if last in family() and s.tokens[start].text in given() and end - start == 2:  # noqa: PLR2004
        return 0.8, because
    return (1.9 if plain else 2.5), because


def _started(s: Sentence, start: int, end: int, first: str) -> tuple[float, str]:
    if end - start > 3 or s.ordinary(start + 1):  # noqa: PLR2004
        return -1.0, ""
    strong = first in (
        "Lake",
        "Mount",
        "Mt.",
        "Cape",
        "Fort",
        "Port",
        "Camp",
        "Loch",
        "San",
        "Santa",
        "São",
        "Los",
        "Las",
        "Puerto",
        "Ciudad",
    )
    return (2.3 if strong else 1.4), f"{first} … is what places are called"


def _single(s: Sentence, i: int) -> tuple[float, str]:
    t = s.tokens[i]
    if s.ordinary(i) or t.shouted:
        return -1.0, ""
    if t.text in family() or t.text in given():
        return -0.3, ""
    if _PLACE_END.search(t.text):
        return 0.8, "it ends like a place"
    return 0.1, ""


def _beside(s: Sentence, start: int, end: int) -> tuple[float, str]:
    score, why = 0.0, []
    previous = s.word(start - 1)
    if cues("before").get(s.low(start - 1)) == "place" or (
        previous == "of" and cues("before").get(s.low(start - 2)) == "place"
    ):
        score += 1.5
        why.append(f"“{previous}” stands before it")
    elif previous in ("in", "near", "outside", "throughout", "across"):
        score += 1.3
        why.append(f"“{previous}” stands before it")
    elif previous in cues("preposition"):
        score += 0.7
        why.append(f"“{previous}” stands before it")
    elif previous in ("to", "of", "around"):
        score += 0.2
    after = gazetteer().get(_next_name(s, end)) if s.word(end) == "," else None
    if after is not None and after.kind == "place" and after.form == "name":
        score += 1.3
        why.append(f"{after.norm} follows it")
    if cues("after").get(s.low(end)) == "place":
        score += 0.9
        why.append(f"“{s.word(end)}” follows it")
    if (noun := said_to_be(s, end, "place")) is not None:
        score += 1.5
        why.append(f"called a {noun}")
    return min(score, 2.2), "; ".join(why)


def _next_name(s: Sentence, comma: int) -> str:
    end = comma + 1
    while s.is_cap(end) and end - comma < 4:  # noqa: PLR2004
        end += 1
    return s.surface(comma + 1, end) if end > comma + 1 else ""
