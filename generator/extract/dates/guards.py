"""What looks like a date and is none: the modal may, the verb march, ages, counts, names of people and papers."""

import re
from collections.abc import Callable
from functools import cache

from generator.extract.dates.found import Found, Passage
from generator.lexicons import compiled, table, words
from generator.model import Span

_LETTERS = re.compile(r"[A-Za-z]{3,}")
_REACH = 40
_PASSAGE = 200  # characters on either side: about a sentence or two
_NOT_ONLY_MONTHS = frozenset({"may", "march", "mar"})
_FIRST_NAMES = frozenset({"april", "june", "august"})
_OLDEST_FREE_YEAR = 1900  # a number from here on needs no other sign that it is a year
_ROUND = 50  # counts end in 00 or 50 much more often than years do
_COUNT_AFTER = compiled("count-behind")
_COUNT_BEFORE = re.compile(r"(?:[0-9][,.:/-]?\s?|[$€£¥#№]\s?)\Z")  # 12 1990, 5,1990, $1990
_SECOND = re.compile(r"\bsecond\Z", re.IGNORECASE)
_FRACTION = re.compile(r"(?:.{0,30}[\s-])?(?:an?|one|three)[-\s]quarters?\b(?!\s+of\s+an?\s)", re.IGNORECASE)
_INTRODUCES = frozenset(("prep", "to", "conj", "sub", "that", "det", "poss", "genitive"))
"""Parts of speech that a year follows: ``in 1850``, ``its 1850 charter``."""
_COUNTED = frozenset(("noun", "adj", "name"))
"""Parts of speech behind a count: ``two thousand metres``."""
_QUOTED = re.compile(r"[“\"‘']([A-Z0-9][^“”\"\n]{3,60})[”\"’']")
_SMALL_WORDS = frozenset({"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "with", "by", "from"})
_VERB_BEFORE = frozenset({"to", "will", "would", "could", "may", "might", "can", "should", "not"})
_TWO_WORDS = re.compile(r"\s{1,3}([a-z]{1,20})(?:\s{1,3}([a-z]{1,20}))?")
_YOUNG = re.compile(r"(?:day|week|month)s?-old")
_MONTH_NAME = compiled("month-beside")
_AGED = re.compile(r"\s{1,3}(?:old\b|of\s{1,3}age\b)")


@cache
def _around(kind: str) -> frozenset[str]:
    return frozenset(word for k, word in table("dates-around") if k == kind)


def titles(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Return the quoted names of works: ``"A Day in May"``, every word but the small ones with a capital."""
    found = _QUOTED.finditer(passage.text, passage.start, passage.end)
    return tuple(m.span() for m in found if _is_title(m[1]))


def _is_title(quoted: str) -> bool:
    names = [w for w in quoted.split() if w.lower() not in _SMALL_WORDS]
    ends = quoted[-1] in ".,!?"
    return len(names) > 1 and not ends and all(w[0].isupper() or w[0].isdigit() for w in names) and quoted[0].isupper()


def is_date(passage: Passage, found: Found) -> bool:
    """Tell whether an expression is one of time in its surroundings."""
    guard = _GUARDS.get(found.rule)
    return guard is None or guard(passage, found)


def _capital(passage: Passage, found: Found) -> bool:
    """Refuse ``march 5 miles``: a month that is a common word as well is written with a capital."""
    names = _LETTERS.findall(passage.text, found.start, found.end)
    return not any(n.islower() for n in names if n.lower() in _NOT_ONLY_MONTHS)


def _bare_month(passage: Passage, found: Found) -> bool:
    """Refuse ``may``, ``June Carter`` and ``spoke to May``; ``in May`` is a month."""
    name = passage.text[found.start : found.end].rsplit(" ", 1)[-1]
    before, after = passage.before(found.start).text, passage.after(found.end).text
    if name[0].islower():
        return False
    if before.lower() in _around("in-month"):
        return True
    if name.lower() in _NOT_ONLY_MONTHS:
        return before.lower() in _around("before-month") and _beside_month(passage, found)
    if after[:1].isupper() and _LETTERS.fullmatch(after):
        return False
    if len(name) <= len("Sept") and name != "July":
        return before.lower() in _around("before-month")
    return before.lower() in _around("before-month") or not (before[:1].isupper() and name.lower() in _FIRST_NAMES)


def _beside_month(passage: Passage, found: Found) -> bool:
    """Tell whether another month, or the end of a clause, stands beside a name that a person may have."""
    text = passage.text
    beside = text[max(0, found.start - _REACH) : found.start] + " " + text[found.end : found.end + _REACH]
    ends = text[found.end : found.end + 1] in ".,;:)" or found.end == passage.end
    return ends or _MONTH_NAME.search(beside) is not None


def _weekday(passage: Passage, found: Found) -> bool:
    """Refuse ``Black Friday`` and ``Sunday Times``."""
    name = passage.text[found.start : found.end].lower()
    before, after = passage.before(found.start).low, passage.after(found.end).low
    names = words("dates-names")
    return f"{before} {name}" not in names and f"{name} {after}" not in names


def _year(passage: Passage, found: Found) -> bool:
    """Refuse counts, room numbers, prices; before 1900 and for round numbers ask for a word that introduces a year."""
    digits = passage.text[found.start : found.end].rsplit(" ", 1)[-1]
    before, after = passage.before(found.start).low, passage.after(found.end).low
    if not digits.isdigit():
        return not (digits.endswith("thousand") and passage.after(found.end).part in _COUNTED)
    if (
        after in _around("clock-zone")
        or _COUNT_AFTER.match(passage.text, found.end)
        or _COUNT_BEFORE.search(passage.text, max(0, found.start - 3), found.start)
    ):
        return False
    if before in _around("before-count") or (int(digits) % 10 == 0 and after in _around("after-count")):
        return False
    if int(digits) >= _OLDEST_FREE_YEAR and int(digits) % _ROUND:
        return True
    word = passage.before(found.start)
    introduced = word.part in _INTRODUCES or before in _around("before-year")
    counts = (
        int(digits) % _ROUND == 0 and after.endswith("s") and before in ("", "of", "to", "for", "and", "or", "than")
    )
    return (introduced or passage.text[max(0, found.start - 1) : found.start] == "(") and not counts


def _season(passage: Passage, found: Found) -> bool:
    """Refuse ``the fall of the wall`` and ``the spring``; ``in the spring`` is a season."""
    if not (found.offset or "").startswith("*"):
        return True
    before = passage.before(found.start).low
    return before in _around("before-season") and passage.after(found.end).text != "of"


def _length(passage: Passage, found: Found) -> bool:
    """Refuse ``one second`` (an ordinal as often), ``a year-on-year rise`` and the age ``45 years old``."""
    if _FRACTION.match(passage.text, found.start, found.end + 4):
        return False
    if passage.text.endswith("-old", found.start, found.end):
        following = _TWO_WORDS.match(passage.text, found.end)
        things = {w.lower() for w in (following.groups() if following else ()) if w}
        return bool(things & _around("aged-thing")) or (
            _YOUNG.search(passage.text, found.start, found.end) is not None and not things & _around("aged")
        )
    return not _SECOND.search(passage.text, found.start, found.end) and not _AGED.match(passage.text, found.end)


def _bare_length(passage: Passage, found: Found) -> bool:
    """Keep ``for centuries`` and ``months of talks``, refuse ``school days``."""
    if passage.before(found.start).low in _around("before-hours"):
        return False
    full_of = passage.after(found.end).low == "of" and not passage.text.startswith("days", found.start)
    return full_of or passage.before(found.start).low in _around("before-length")


def _half(passage: Passage, found: Found) -> bool:
    """Refuse the half of a match, and ``the first half of the story``."""
    if not (found.offset or "").startswith("*"):
        return True
    beside = passage.text[max(0, found.start - _PASSAGE) : found.end + _PASSAGE].lower()
    return not any(word in beside for word in _around("sport"))


def _frequency(passage: Passage, found: Found) -> bool:
    """Refuse ``China Daily``, and ``quarterly loss``, which names a kind of loss."""
    if passage.text[found.start].isupper() and passage.before(found.start).text[:1].isupper():
        return False
    return passage.after(found.end).low not in _around("after-frequency")


def _day_word(passage: Passage, found: Found) -> bool:
    """Refuse ``World News Tonight``, ``the cars of tomorrow`` and ``today's Rome``; ``as of today`` is this day."""
    owner = passage.sentence.within(Span(found.start, found.end))[1]
    if passage.after(found.end).part == "genitive" and passage.sentence.parts[owner + 1 : owner + 2] == ("name",):
        return passage.sentence.parts[owner + 2 : owner + 3] in (("noun",), ("name",), ("genitive",))
    i = passage.token_before(found.start)
    name = passage.text[found.start : found.end].lower()
    if (
        name in ("today", "tomorrow")
        and passage.sentence.low(i) == "of"
        and passage.after(found.end).part != "genitive"
    ):
        return passage.sentence.parts[i - 1] not in ("noun", "name") if i else True
    return not (passage.text[found.start].isupper() and passage.before(found.start).text[:1].isupper())


_GUARDS: dict[str, Callable[[Passage, Found], bool]] = {  # behind #: what is refused
    "named-month": _capital,
    "day": _capital,
    "day-of-year": _capital,
    "month": _capital,
    "month-of-year": _bare_month,
    "weekday": _weekday,
    "year": _year,
    "season": _season,
    "duration": _length,
    # to last eight years
    "recent-length": lambda p, f: not (p.text.startswith("last", f.start) and p.before(f.start).low in _VERB_BEFORE),
    "bare-length": _bare_length,
    "frequency": _frequency,
    # an age or a temperature, in their 80s; the 80s and the 1980s are decades
    "decade": lambda p, f: re.match(r"['’]|(?![0-9]{2})|[0-9]{4}", p.text[f.start : f.end]) is not None,
    "half": _half,
    "quarter": _half,
    # shortly after, which tells no time by itself
    "vague-future": lambda p, f: p.after(f.end).text not in ("after", "before", "thereafter", "afterwards"),
    "day-word": _day_word,
    "narrative-shift": lambda p, f: p.after(f.end).low != "than",  # three days later than planned
}
