"""The words beside one expression that belong to it: ``early``, ``around``, ``10 p.m.``, ``since``."""

import re
from dataclasses import replace
from functools import cache

from generator.extract.dates.found import Found, Passage
from generator.extract.dates.fragments import meaning, pattern
from generator.extract.dates.tense import direction, leads
from generator.lexicons import compiled, table

_REACH = 60  # characters looked back for words that belong to an expression; longer than any of them


def _before(source: str) -> re.Pattern[str]:
    """Compile a pattern for the words that end where an expression begins."""
    return re.compile(pattern(source).pattern.removesuffix(r"(?!\w)") + r"\Z", re.VERBOSE | re.IGNORECASE)


_PARTS = _before(r"(?:the{_}(?=early|mid|late))?(?P<part>{part})(?:{_}in{_}|{_}|-)")  # early, mid-, the end of
_DAYTIME = r"(?:mid-|early{_}|late{_})?(?:early{_}hours|{daytime}|evening)"
_CLOCK_BEFORE = _before(rf"{{clock}}(?:,|{{_}}on)?{{_}}|(?:the{{_}})?{_DAYTIME}(?:{{_}}on|{{_}}of)?{{_}}")
_CLOCK_AFTER = re.compile(r"(?:,|\s{1,3}at)?\s{1,3}" + pattern(r"{clock}").pattern, re.VERBOSE | re.IGNORECASE)
_ABOUT = re.compile(r"\b(around|about|circa|ca?\.)\s{1,3}\Z", re.IGNORECASE)
_WEEK_OF = re.compile(r"\b(?:the\s{1,3})?week\s{1,3}(?:of|beginning|starting)\s{1,3}\Z", re.IGNORECASE)
_OPEN = re.compile(r"\b(?P<word>since|until|till)\s{1,3}(?:at\sleast\s{1,3})?\Z", re.IGNORECASE)
_IN = re.compile(r"\bin\s{1,3}\Z", re.IGNORECASE)
_FIRST_IN = compiled("first-in", re.IGNORECASE, end=r"\s{1,3}\Z")
_OVER = re.compile(r"(?:over|under)\s{1,3}", re.IGNORECASE)
_OF_SOME = re.compile(r"\s{1,3}of\b")
_RATE = compiled("rate-before")

_NO_RATE = frozenset(("prep", "to", "sub", "conj", "det", "adv", "not", "be"))
"""Parts of speech before a length that is no rate: ``in a year``, ``is a year``; ``$5 a year`` is one."""
_ABOUT_RULES = frozenset({"year", "month", "month-of-year", "day", "day-of-year", "decade", "century"})
_DAY_RULES = frozenset(
    "weekday last-weekday next-weekday this-weekday day-word day day-of-year iso narrative-weekday range".split()  # noqa: SIM905
)


def widened(passage: Passage, found: Found) -> Found:
    """Take in what says which part of a period, or that a date is approximate; and tell lengths from rates."""
    for step in (_named, _parted, _about, _week_of, _length):
        found = step(passage, found)
    return found


def timed(passage: Passage, found: Found, free: int) -> Found:
    """Take in the time of day beside a day, and open the interval after ``since`` and before ``until``.

    Nothing before the offset ``free`` is taken in.
    """
    return _opened(passage, _ahead(passage, _clock(passage, found, free)))


def alone(passage: Passage, found: Found) -> Found | None:
    """Settle what was left alone: the first half ``of the story`` is no date, ``of a year`` has no value."""
    if found.rule not in ("half", "quarter", "first-units", "nth-in-month"):
        return found
    if found.rule == "nth-in-month":
        return found if " " in (found.offset or "").removesuffix(" ~") else None
    if not _OF_SOME.match(passage.text, found.end):
        return found
    if found.rule == "first-units":
        return replace(found, offset=None) if found.kind == "duration" else found
    return None if (found.offset or "").startswith("*") else found


def _parted(passage: Passage, found: Found) -> Found:
    """Add ``early``, ``mid-``, ``the end of`` before a period."""
    if found.kind != "date" or not found.offset or found.vague or found.rule in _DAY_RULES or "/" in found.offset:
        return found
    before = _PARTS.search(passage.text, max(passage.start, found.start - _REACH), found.start)
    if before is None:
        return found
    return replace(found, start=before.start(), offset=f"{found.offset} {meaning('part', before['part'])}")


def _named(passage: Passage, found: Found) -> Found:
    """Give ``the Sept. 11 attacks``, the name of an event, the year of that event."""
    if found.rule != "day-of-year" or not found.offset:
        return found
    key = (found.offset.removeprefix("*"), passage.after(found.end).low)
    year = next((y for day, word, y in table("dates-named") if (day, word) == key), None)
    return replace(found, rule="named-day", offset=f"{year}-{key[0]}") if year else found


def _about(passage: Passage, found: Found) -> Found:
    """Take in ``around``, ``circa`` before a date: it is approximate."""
    if found.rule not in _ABOUT_RULES or not found.offset:
        return found
    before = _ABOUT.search(passage.text, max(passage.start, found.start - _REACH), found.start)
    if before is None or (found.rule == "year" and before[1].lower() == "about" and found.offset[2:] != "00"):
        return found
    return replace(found, start=before.start(), offset=f"{found.offset} ~")


def _week_of(passage: Passage, found: Found) -> Found:
    """Read ``the week of 8 January`` as that week."""
    before = _WEEK_OF.search(passage.text, max(passage.start, found.start - _REACH), found.start)
    if before is None or found.rule not in ("day", "day-of-year", "iso"):
        return found
    return replace(found, start=before.start(), rule="week-of", offset=f"{found.offset} 0W")


def _length(passage: Passage, found: Found) -> Found:
    """Leave ``over`` outside where it is a preposition, and read ``$5 a day`` as a rate."""
    if found.rule != "duration":
        return found
    over = _OVER.match(passage.text, found.start, found.end)
    before = passage.before(found.start).low
    if over and ("length-over", before) not in _beside():
        return replace(found, start=over.end())
    words = passage.text[found.start : found.end].lower().split()
    if len(words) == len(("a", "year")) and words[0] in ("a", "an") and _is_rate(passage, found, before):
        return replace(found, kind="set", rule="per")
    return found


def _is_rate(passage: Passage, found: Found, before: str) -> bool:
    if passage.before(found.start).part in _NO_RATE or ("length-not-rate", before) in _beside():
        return False
    return bool(_RATE.search(passage.text, max(passage.start, found.start - _REACH), found.start))


@cache
def _beside() -> frozenset[tuple[str, ...]]:
    return frozenset(table("dates-around"))


def _clock(passage: Passage, found: Found, free: int) -> Found:
    if found.rule not in _DAY_RULES:
        return found
    before = _CLOCK_BEFORE.search(passage.text, max(free, found.start - _REACH), found.start)
    after = _CLOCK_AFTER.match(passage.text, found.end)
    return replace(found, start=before.start() if before else found.start, end=after.end() if after else found.end)


def _ahead(passage: Passage, found: Found) -> Found:
    """Read ``will close in two months`` as a date, and ``for the first time in two months`` as a length."""
    start = max(passage.start, found.start - _REACH)
    if (
        found.rule != "duration"
        or not found.duration
        or "T" in found.duration
        or not _IN.search(passage.text, start, found.start)
    ):
        return found
    words = passage.text[found.start : found.end].lower()
    if " or " in words or words.startswith("up to"):
        return found
    ahead = direction(passage, found.start, found.end)[0] == ">" and leads(passage, found.start)
    if not ahead or _FIRST_IN.search(passage.text, start, found.start):
        return found
    count, unit = found.duration[1:-1], found.duration[-1]
    offset = f"+{int(count) * 7}D ~" if unit == "W" else f"+{count}{unit}"
    return replace(found, kind="date", duration=None, rule="from-now", offset=offset)


def _opened(passage: Passage, found: Found) -> Found:
    """Open the interval; the word stays outside."""
    if found.kind != "date" or not found.offset or found.vague or "/" in found.offset or "|" in found.offset:
        return found
    before = _OPEN.search(passage.text, max(passage.start, found.start - _REACH), found.start)
    if before is None:
        return found
    at, offset = ("@ ", found.offset[2:]) if found.offset.startswith("@ ") else ("", found.offset)
    since = before["word"].lower() == "since"
    return replace(found, offset=f"{at}{offset} / .." if since else f"{at}.. / {offset}")
