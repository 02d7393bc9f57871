"""What looks like a date and is none: the modal may, the verb march, ages, counts, names of people and papers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import table, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.extract.dates.found import Found

_WORD_BEFORE = re.compile(r"([\w’'.&-]{1,30})[\s(\[“\"'‘–—-]{0,3}\Z")
_WORD_AFTER = re.compile(r"\s{0,3}([\w’'&-]{1,30})")
_LETTERS = re.compile(r"[A-Za-z]{3,}")
_REACH = 40
_NOT_ONLY_MONTHS = frozenset({"may", "march", "mar"})
_FIRST_NAMES = frozenset({"april", "june", "august"})
_OLDEST_FREE_YEAR = 1900  # a number from here on needs no other sign that it is a year
_ROUND = 50  # counts end in 00 or 50 much more often than years do
_COUNT_AFTER = re.compile(r"[,.]?[0-9]|%|\s?°|-[a-z]|\s{0,2}[×x]\s?[0-9]")  # 2000.5, 1990%, 1990-km, 1920 x 1080
_COUNT_BEFORE = re.compile(r"(?:[0-9][,.:/-]?\s?|[$€£¥#№]\s?)\Z")  # 12 1990, 5,1990, $1990
_SECOND = re.compile(r"\bsecond\Z", re.IGNORECASE)
_FRACTION = re.compile(r".{0,20}three[-\s]quarters?\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:Last|This|Next)\s[A-Z]")
_AGED = re.compile(r"\s{1,3}(?:old\b|of\s{1,3}age\b)")


@cache
def _around(kind: str) -> frozenset[str]:
    return frozenset(word for k, word in table("dates-around") if k == kind)


def previous_word(text: str, start: int) -> str:
    """Return the word that ends right before an offset, as it is written, or an empty text."""
    match = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return match[1] if match else ""


def next_word(text: str, end: int) -> str:
    """Return the word that begins right after an offset, or an empty text."""
    match = _WORD_AFTER.match(text, end)
    return match[1] if match else ""


def is_date(text: str, found: Found) -> bool:
    """Tell whether an expression is one of time in its surroundings."""
    guard = _GUARDS.get(found.rule)
    return guard is None or guard(text, found)


def _capital(text: str, found: Found) -> bool:
    """Refuse ``march 5 miles``: a month that is a common word as well is written with a capital."""
    names = _LETTERS.findall(text, found.start, found.end)
    return not any(n.islower() for n in names if n.lower() in _NOT_ONLY_MONTHS)


def _bare_month(text: str, found: Found) -> bool:
    """Refuse ``may``, ``June Carter`` and ``Theresa May``; ``in May`` is a month."""
    name = text[found.start : found.end].rstrip(".").rsplit(" ", 1)[-1]
    before, after = previous_word(text, found.start), next_word(text, found.end)
    if name[0].islower():
        return False
    if before.lower() in _around("before-month"):
        return True
    if len(name) <= len("Sept") or name.lower() in _NOT_ONLY_MONTHS or after[:1].isupper():
        return name == "July" and not after[:1].isupper()
    return not (before[:1].isupper() and name.lower() in _FIRST_NAMES)


def _weekday(text: str, found: Found) -> bool:
    """Refuse ``Black Friday`` and ``Sunday Times``."""
    name = text[found.start : found.end].lower()
    before, after = previous_word(text, found.start).lower(), next_word(text, found.end).lower()
    names = words("dates-names")
    return f"{before} {name}" not in names and f"{name} {after}" not in names


def _year(text: str, found: Found) -> bool:
    """Refuse counts, room numbers, prices; before 1900 and for round numbers ask for a word that introduces a year."""
    digits = text[found.start : found.end].rsplit(" ", 1)[-1]
    before, after = previous_word(text, found.start).lower(), next_word(text, found.end).lower()
    if not digits.isdigit():
        return True
    if _COUNT_AFTER.match(text, found.end) or _COUNT_BEFORE.search(text, max(0, found.start - 3), found.start):
        return False
    if before in _around("before-count") or (int(digits) % 10 == 0 and after in _around("after-count")):
        return False
    if int(digits) >= _OLDEST_FREE_YEAR and int(digits) % _ROUND:
        return True
    introduced = before in _around("before-year") or before.endswith(("'s", "’s"))
    counts = (
        int(digits) % _ROUND == 0 and after.endswith("s") and before in ("", "of", "to", "for", "and", "or", "than")
    )
    return (introduced or text[max(0, found.start - 1) : found.start] == "(") and not counts


def _season(text: str, found: Found) -> bool:
    """Refuse ``the fall of the wall`` and ``the spring``; ``in the spring`` is a season."""
    if not (found.offset or "").startswith("*"):
        return True
    before = previous_word(text, found.start).lower()
    return before in _around("before-season") and next_word(text, found.end) != "of"


def _length(text: str, found: Found) -> bool:
    """Refuse ``one second`` (an ordinal as often), ``a year-on-year rise`` and the age ``45 years old``."""
    if text.startswith(("-on-", "-over-", "-to-"), found.end) or _FRACTION.match(text, found.start, found.end + 4):
        return False
    return not _SECOND.search(text, found.start, found.end) and not _AGED.match(text, found.end)


def _bare_length(text: str, found: Found) -> bool:
    """Keep ``for centuries`` and ``months of talks``, refuse ``school days``."""
    return previous_word(text, found.start).lower() in _around("before-length") or next_word(text, found.end) == "of"


def _frequency(text: str, found: Found) -> bool:
    """Refuse ``China Daily``, and ``quarterly loss``, which names a kind of loss."""
    if text[found.start].isupper() and previous_word(text, found.start)[:1].isupper():
        return False
    return next_word(text, found.end).lower() not in _around("after-frequency")


def _unit(text: str, found: Found) -> bool:
    """Refuse ``This Week`` in quotation marks or as a title."""
    return not (
        text[found.start].isupper() and text[found.end - 1 : found.end].islower() and _TITLE.match(text, found.start)
    )


def _day_word(text: str, found: Found) -> bool:
    """Refuse ``USA Today``."""
    return not (text[found.start].isupper() and previous_word(text, found.start).isupper())


_GUARDS: dict[str, Callable[[str, Found], bool]] = {
    "day": _capital,
    "day-of-year": _capital,
    "month": _capital,
    "month-of-year": _bare_month,
    "weekday": _weekday,
    "year": _year,
    "season": _season,
    "duration": _length,
    "bare-length": _bare_length,
    "frequency": _frequency,
    "unit": _unit,
    "day-word": _day_word,
}
