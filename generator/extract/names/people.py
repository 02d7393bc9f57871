"""How much speaks for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.names import titles
from generator.extract.names.gazetteer import gazetteer
from generator.extract.names.lists import PARTICLES, SUFFIXES, calendar, cues, family, function_words, given, heads
from generator.extract.names.sentence import Reading, said_to_be, title_word

if TYPE_CHECKING:
    from generator.extract.names.sentence import Sentence

LONGEST = 6
"""Names of more tokens are organisations or lists."""

_INITIAL = re.compile(r"(?:[A-Z]\.){1,4}$|[A-Z]$")
_SURNAME_END = re.compile(  # Johnson  Ivanov  Petrović  Popescu  Kowalski  Bergmann  Papadopoulos  Hovhannisyan
    r"(?:[^s]son|sen|ss?on|[eo]va?|[eo]ff|vić|vic|ović|escu|eanu|sk[iya]y?|cki|czyk|enko|chuk|mann|stein|berg|baum|opoulos|akis|idis"
    r"|yan|shvili|adze|zadeh|oğlu|oglu|quist|qvist|gren|ström|dóttir|ini|elli|etti|ucci|aldi|ardi|iñez|inez|wala|mukh|swamy)$"
)


def person(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a person's name, or None where they can't be one."""
    if end - start > LONGEST or not _shape(s, start, end) or (end - start == 1 and _no_name(s, start)):
        return None
    own, why = _own(s, start, end)
    beside, more = _beside(s, start, end)
    strength = min(3.0, own + beside)
    because = "; ".join(x for x in (why, more) if x) or "capitals only"
    return Reading(start, end, "person", strength, "person", because)


def _shape(s: Sentence, start: int, end: int) -> bool:
    """Tell whether the tokens are capitalised words, initials and particles, without titles, heads or nationalities."""
    last = s.word(end - 1)
    if (
        not s.is_cap(start)
        or (not s.is_cap(end - 1) and last not in SUFFIXES)
        or last in PARTICLES
        and not s.is_cap(end - 1)
    ):
        return False
    for i in range(start, end):
        t = s.tokens[i]
        if t.kind == "low" and t.text not in PARTICLES or t.kind in ("num", "mark"):
            return False
        if t.kind == "cap" and _foreign(s, i, first=i == start):
            return False
    return end - start == 1 or not (
        s.tokens[start].shouted and not _INITIAL.match(s.tokens[start].text) and len(s.tokens[start].text) > 2
    )  # noqa: PLR2004


def _no_name(s: Sentence, i: int) -> bool:
    """Tell whether a single word is an ordinary one or a title."""
    return s.word(i) in function_words() or s.word(i) in calendar() or s.ordinary(i) or title_word(s, i)


def _foreign(s: Sentence, i: int, *, first: bool) -> bool:
    """Tell whether a word can't be part of a person's name at its place."""
    t = s.tokens[i]
    named = t.text in given() or t.text in family()
    entry = gazetteer().get(t.text)
    if entry is not None and (entry.form == "demonym" or entry.of == "country") and not named:
        return True
    if first and title_word(s, i) and t.text not in given():
        return True
    return not named and (t.text in heads("end") or s.ordinary(i))


def _own(s: Sentence, start: int, end: int) -> tuple[float, str]:
    """Return what the words themselves say."""
    words = [s.tokens[i] for i in range(start, end) if s.tokens[i].kind == "cap"]
    names = [w.text for w in words if not _INITIAL.match(w.text) and w.lower not in SUFFIXES]
    if not names:
        return -1.0, ""
    initials = len(words) > len(names)
    is_given, is_family = names[0] in given(), names[-1] in family() or bool(_SURNAME_END.search(names[-1]))
    if len(names) == 1:
        return _single(names[0], initials=initials)
    asian = names[0] in family() and (names[-1] in given() or "-" in names[-1] or len(names) == 3)  # noqa: PLR2004
    plain = sum(1 for i in range(start, end) if s.ordinary(i))
    if is_given and is_family:
        return 3.0 - 0.7 * plain, f"{names[0]} is a given name and {names[-1]} a family name"
    if is_given:
        return 2.5 - 0.7 * plain, f"{names[0]} is a given name"
    if asian:
        return 2.4 - 0.7 * plain, f"{names[0]} is a family name that comes first"
    if initials:
        return 2.3 - 0.7 * plain, "an initial stands in it"
    if is_family:
        return 1.7 - 0.7 * plain, f"{names[-1]} is a family name"
    return 0.9 - 0.9 * plain, ""


def _single(name: str, *, initials: bool) -> tuple[float, str]:
    base = 1.0 if initials else 0.0
    if name in given():
        return base + 0.9, f"{name} is a given name"
    if name in family():
        return base + 0.9, f"{name} is a family name"
    if _SURNAME_END.search(name):
        return base + 0.7, "it ends like a family name"
    return base + 0.1, ""


def _beside(s: Sentence, start: int, end: int) -> tuple[float, str]:
    """Return what stands next to the words."""
    if titles.honorific(s, start):
        return 2.6, f"{s.tokens[start - 1].text} stands before it"
    if found := titles.before(s, start):
        first, last = found[-1]
        return 2.0, f"a title stands before it: {s.surface(first, last)}"
    if titles.after(s, end):
        return 1.6, "a title follows it"
    if s.word(end) == "," and s.word(end + 1).isdigit() and len(s.word(end + 1)) == 2 and s.word(end + 2) == ",":  # noqa: PLR2004
        return 1.6, "an age follows it"
    if s.word(end) == "(" and s.word(end + 1) in ("born", "b.", "died", "d."):
        return 1.8, "a birth or death follows it"
    if (noun := said_to_be(s, end, "person")) is not None:
        return 1.4, f"called a {noun}"
    if s.word(end) in cues("verb"):
        return 0.9, f"“{s.word(end)}” follows it"
    if s.word(end) in ("'s", "’s", "'") and s.word(end + 1) in cues("family"):
        return 1.0, f"its {s.word(end + 1)}"
    if s.word(start - 1) in cues("speech"):
        return 0.9, f"“{s.word(start - 1)}” stands before it"
    if s.word(end) in cues("after") and cues("after")[s.word(end)] == "person":
        return 0.6, f"“{s.word(end)}” follows it"
    if s.word(start - 1) == "by":
        return 0.3, ""
    return 0.0, ""
