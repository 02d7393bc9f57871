"""The runs of capitals in a sentence that names are looked for in."""

import re
from collections.abc import Iterator

from generator.extract.names.around import acts_as_person, possessive, subjects
from generator.extract.names.lists import CONNECTORS, PARTICLES, heads
from generator.extract.names.sentence import QUOTES, Sentence
from generator.extract.names.titles import addressed
from generator.text import forms

RUN = 24  # a longer run of capitals is a list or a shout; it is cut, which bounds the work for each run
_SHORT_DAYS = ("Sun", "Sat", "Mon")  # days without their full stop, or Sun Belt
_WHEN = frozenset({"in", "since", "until", "during", "last", "this", "next"})
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th|d)")  # 21st  42d


def runs(s: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the runs of tokens ``start:end`` that names are looked for in."""
    i = s.first
    while i < len(s.words):
        if s.cases[i] not in ("cap", "num") or not _starts(s, i):
            i += 1
            continue
        end = i + 1
        while end < len(s.words) and end - i < RUN and (step := _goes_on(s, end)):
            end += step
        if ">" not in (s.word(i - 1), s.word(end)):  # Settings > Themes
            yield i, end
        i = end


def _starts(s: Sentence, i: int) -> bool:
    if s.is_cap(i):
        return not dated(s, i)
    return bool(_ORDINAL.fullmatch(s.words[i].text) or s.word(i - 1) == "the") and s.is_cap(i + 1)


def _goes_on(s: Sentence, i: int) -> int:
    """Return how many tokens continue a run: a capital, a number, or up to three connectors before a capital."""
    if s.cases[i] == "cap":
        return 0 if dated(s, i) else 1
    if s.cases[i] == "num" or s.word(i) == "'s" or s.words[i].text in heads("suffix"):
        return 1
    if behind := nickname(s, i):
        return behind
    return 2 if _marked(s, i) else _connected(s, i)


def nickname(s: Sentence, i: int) -> int:
    """Return how many tokens a nickname in marks takes up to the capital behind it: ``José | “el Pepe” Mujica``."""
    bracket = s.word(i) == "("
    if not s.is_cap(i - 1) or not (s.word(i) in QUOTES or (bracket and s.traits[i - 1].given)):
        return 0
    stop = next((k for k in range(i + 2, i + 4) if s.word(k) == ")" or s.word(k) in QUOTES), i)
    inside = s.word(stop) == ")" if bracket else stop > i and s.word(stop) in QUOTES
    called = s.word(i + 1) == "the" or (s.is_cap(i + 1) and not (bracket and s.traits[i + 1].entry))
    called = called and all(s.capitals[i + 2 : stop]) and s.is_cap(stop + 1)
    known = not bracket or s.traits[stop + 1].listed
    return stop + 2 - i if inside and called and known else 0


def _marked(s: Sentence, i: int) -> bool:
    """Tell whether a mark inside a name stands here: ``Workers’ Union``, ``Name, Inc.``."""
    if not s.is_cap(i + 1):
        return False
    if subjects(s, i):
        return True
    if s.words[i].text == ",":
        return s.words[i + 1].text in heads("suffix") or s.words[i + 1].text in ("D.C.", "DC")
    return s.word(i) == "'" and possessive(s, i, s.words[i - 1].text)


def _connected(s: Sentence, i: int) -> int:
    for n in range(3):
        word = s.word(i + n)
        if word not in CONNECTORS and word not in PARTICLES:
            return 0
        if s.is_cap(i + n + 1):
            return 0 if dated(s, i + n + 1) else n + 2
    return 0


def dated(s: Sentence, i: int) -> bool:
    """Tell whether the i-th token is a weekday, a month or the like, and no name (``April Jones``, ``Good Friday``)."""
    if not s.traits[i].calendar:
        return False
    timed = s.cases[i - 1] == "num" or s.low(i - 1) in _WHEN  # On 31 August Kelmar said
    named = s.traits[i].given and s.is_cap(i + 1) and not s.ordinary(i + 1) and not timed
    short = s.words[i].text in _SHORT_DAYS and s.is_cap(i + 1) and not s.traits[i + 1].calendar
    surname = s.is_cap(i - 1) and s.traits[i - 1].given and not s.ordinary(i - 1) and s.cases[i + 1] != "num"
    named = named or (surname and s.word(i).lower() in forms("month"))  # They met Clara May.
    named = named or short or addressed(s, i) or (s.is_cap(i - 1) and acts_as_person(s, i - 1, i + 1))
    return not named and not (s.is_cap(i - 1) and s.entry(i - 1, i + 1) is not None)
