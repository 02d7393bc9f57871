"""Reasons that the stages before the pages gave, in English, in the words of the pages' language.

What is put into the data is the same in every language. A reason is therefore known again here by its message: the
words as they stand, and ``{placeholders}`` for what changes. What stands in a placeholder is a reason in turn, a date,
or the words of a source, which stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel.dates import get_month_names

from generator import edtf
from generator.words import ENGLISH, REASON, language, messages, stays
from generator.words.dates import dated

_MONTHS = tuple(get_month_names("wide", locale=ENGLISH).values())
_NAMES = "|".join(_MONTHS)
_DAY = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{_NAMES}) (?P<year>\d{{1,4}})")  # 14 April 2025
_MONTH = re.compile(rf"(?P<month>{_NAMES}) (?P<year>\d{{1,4}})")  # April 2025
_HOLE = re.compile(r"\{(?P<name>[a-z_]{1,20})\}")  # {day}
_HOLES = {"day": _DAY.pattern, "n": r"\d[\d,.]{0,15}"}
_JOINED = "; "


def told(reason: str) -> str:
    """Return a reason in the language of the pages; as it is where no message fits it."""
    return known(reason) or reason


def perhaps(value: str) -> str:
    """Return a value in the language of the pages if it is words of ours, and not of a source: a message fits it."""
    return value if language() == ENGLISH else _known(language(), value) or value


def known(reason: str) -> str | None:
    """Return a reason in the language of the pages, None where no message fits it."""
    if language() == ENGLISH:
        return reason
    found = _known(language(), reason)
    if found is None:
        stays(reason)
    return found


@lru_cache(maxsize=1 << 14)
def _known(code: str, reason: str) -> str | None:
    exact = messages(code, REASON).get(reason) or _day(reason)
    if exact:
        return exact
    for pattern, words in _patterns(code):
        if match := pattern.fullmatch(reason):
            return words.format(
                **{name: _known(code, value) or value for name, value in match.groupdict().items() if name}
            )
    parts = [_known(code, part) for part in reason.split(_JOINED)] if _JOINED in reason else [None]
    return None if None in parts else _JOINED.join(map(str, parts))


def _day(english: str) -> str | None:
    """Return an English day or month in the language of the pages."""
    match = _DAY.fullmatch(english) or _MONTH.fullmatch(english)
    if match is None:
        return None
    month = f"{int(match['year']):04}-{_MONTHS.index(match['month']) + 1:02}"
    value = f"{month}-{int(match['day']):02}" if "day" in match.re.groupindex else month
    return dated(value) if edtf.valid(value) else None


@lru_cache(maxsize=4)
def _patterns(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the messages with placeholders as patterns, those first that hold more words of their own."""
    found = {k: v for k, v in messages(code, REASON).items() if _HOLE.search(k)}
    ordered = sorted(found, key=lambda k: (-len(_HOLE.sub("", k)), k))
    return tuple((_pattern(message), found[message]) for message in ordered)


def _pattern(message: str) -> re.Pattern[str]:
    pieces = _HOLE.split(message)
    texts = (re.escape(piece) for piece in pieces[::2])
    holes = (f"(?P<{name}>{_anonymous(_HOLES.get(name, '.+?'))})" for name in pieces[1::2])
    return re.compile("".join(part for pair in zip(texts, (*holes, ""), strict=True) for part in pair), re.DOTALL)


def _anonymous(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
