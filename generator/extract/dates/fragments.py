"""The pieces of patterns: months, weekdays, numbers, units; and which kinds of them a sentence holds."""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache, lru_cache, partial
from itertools import product

from generator.lexicons import any_of, numerals, patterns, table, whole
from generator.text import Word
from generator.text.pubdate import month_names

_either = partial(any_of, space=r"\s{1,3}")
_DAYS, _YEARS = range(1, 32), range(1, 101)
_COUNTS = {word: int(value) for word, value in numerals().items() if value != "0"}
_RANKS = {word: int(value) for word, value in numerals("ordinal").items()}
_TENS_AND_ONES = product(((w, n) for w, n in _COUNTS.items() if n in range(20, 100)), tuple(_RANKS.items())[:9])
_ENDINGS = dict(enumerate(("st", "nd", "rd"), 1))
_RANKS |= {f"{ten}-{one}": tens + n for (ten, tens), (one, n) in _TENS_AND_ONES}  # twenty-first
_RANKS |= {f"{n}{_ENDINGS.get(n if n in range(11, 14) else n % 10, 'th')}": n for n in _DAYS}  # 1st
_WORDS = {
    **{(kind, word): value for kind, word, value in table("dates-words")},
    **{("month", name): str(number) for name, number in month_names(("en",)).items()},
    **{("number", word): str(value) for word, value in _COUNTS.items()},
    **{("ordinal" if n in _DAYS else "ordinal-of-years", word): str(n) for word, n in _RANKS.items() if n in _YEARS},
}


def entries(kind: str) -> list[str]:
    """Return the words and phrases of a kind in the word list."""
    return [word for k, word in _WORDS if k == kind]


def meaning(kind: str, word: str) -> str:
    """Return the value of a word in the word list: ``meaning("month", "Sept.")`` is ``9``."""
    return _WORDS[kind, " ".join(word.lower().split()).rstrip(".").replace("’", "'")]


def is_known(kind: str, word: str) -> bool:
    """Tell whether the word list holds a word of that kind."""
    return (kind, word) in _WORDS


_FULL_MONTHS = [m for m in entries("month") if len(m) > len("sept") or m in ("may", "june", "july")]
_SHORT_MONTHS = [m for m in entries("month") if m not in _FULL_MONTHS]  # only these take a full stop
CALENDAR_UNITS = ("D", "W", "M", "Q", "Y", "E", "C")
_LISTED = ("weekday", "named_day", "some", "unit", "season", "ordinal", "jubilee", "quantity", "part", "frequency")
_VAGUE = ("vague-present", "vague-past", "vague-future")

_LISTS = {
    **{kind: _either(entries(kind)) for kind in (*_LISTED, *_VAGUE)},
    "month": rf"(?:{_either(_FULL_MONTHS)}\b|{_either(_SHORT_MONTHS)}(?:\.|\b))",
    "calendar-unit": _either([word for word in entries("unit") if meaning("unit", word) in CALENDAR_UNITS]),
    "number-word": _either(entries("number")),
    "tenth": _either(entries("ordinal-of-years")),
    "holiday": _either([name for name, *_ in table("dates-holidays")]),
}
FRAGMENTS = patterns(table("dates-fragments"), _LISTS)


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a verbose, case-blind pattern in which ``{month}`` stands for a fragment.

    It begins and ends at the edge of a word, and not after a currency sign.
    """
    return re.compile(rf"(?<![\w$€£¥])(?<![0-9][.,]) (?:{whole(source, FRAGMENTS)}) (?!\w)", re.VERBOSE | re.IGNORECASE)


def number(text: str) -> float | None:
    """Return the value of a number in digits or words, or None if the words make none."""
    text = " ".join(text.lower().replace("-", " ").split())
    if text[:1].isdigit():
        return float(sum(map(Fraction, text.replace(",", "").split())))
    if "couple" in text:
        return 2.0
    values = [float(_WORDS.get(("number", word), "nan")) for word in text.split() if word not in _JOINING]
    return _sum(values) if values else 1.0


_JOINING = frozenset({"and", "a", "an"})
_THOUSAND = 1000
_MULTIPLIERS = (12, 100)  # dozen, hundred


def _sum(values: list[float]) -> float | None:
    """Add number words up: twenty five, two hundred and ten, two thousand."""
    total = current = 0.0
    for value in values:
        if value >= _THOUSAND:
            total, current = total + (current or 1) * value, 0.0
        elif value in _MULTIPLIERS and current in range(10):
            current = (current or 1) * value
        else:
            current += value
    return None if total != total or current != current else total + current  # noqa: PLR0124 - not a number


def year(text: str) -> int:
    """Return a year written in digits or as people say it: ``nineteen ninety-six``."""
    parts = text.lower().replace("-", " ").split()
    if text[:1].isdigit() or parts[0] == "two":
        return int(number(text) or 0)
    rest = " ".join(parts[1:])
    return int(number(parts[0]) or 0) * 100 + (0 if rest == "hundred" else int(number(rest) or 0))


_TWO_DIGIT_TURN = 50  # '49 is 2049 and '50 is 1950, as in POSIX strptime with a later turn for news


def full_year(text: str) -> int:
    """Return the year that digits or words name: ``'98`` is 1998."""
    digits = text.lstrip("'’")
    if len(digits) > 2 or not digits.isdigit():  # noqa: PLR2004
        return year(digits)
    return int(digits) + (1900 if int(digits) >= _TWO_DIGIT_TURN else 2000)


_PIECE = re.compile(r"[0-9]+|[^\W\d_]+(?:['’][^\W\d_]+)?")  # mid and June, 10 and am; o'clock
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")
_SHORTEST_YEAR, _NUMBER_OF_TENS = 4, 2
_OWN_KINDS = ("month", "weekday", "unit", "season", "ordinal", "frequency", "jubilee", "some", *_VAGUE)
"""The kinds of ``dates-words.txt`` by which a rule may be asked; all that is vague is one."""


@cache
def _listed() -> dict[str, frozenset[str]]:
    """Return the kinds of a word; of an entry of several words, such as ``these days``, the last one counts."""
    found: dict[str, set[str]] = {}
    pairs = [(kind.partition("-")[0], word) for kind in _OWN_KINDS for word in entries(kind)]
    pairs += [("holiday", name) for name, *_ in table("dates-holidays")]
    for kind, entry in pairs:
        found.setdefault(_PIECE.findall(entry)[-1], set()).add(kind)
    for kind, words in table("dates-kinds"):
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@lru_cache(maxsize=1 << 16)
def _kinds(low: str) -> frozenset[str]:
    listed, found = _listed(), set[str]()
    for piece in (low, *_PIECE.findall(low)):
        found.update(listed.get(piece, ()))
        if piece[0].isdigit():
            found.update(_numeric(piece))
    return frozenset(found)


def _numeric(digits: str) -> Iterable[str]:
    if len(digits) == _SHORTEST_YEAR and _YEAR.fullmatch(digits):
        yield "year"
    if len(digits) in (_NUMBER_OF_TENS, _SHORTEST_YEAR) and digits.endswith("0"):
        yield "tens"


def kinds_of(words: Iterable[Word]) -> frozenset[str]:
    """Return the kinds of all words of a sentence."""
    return frozenset[str]().union(*set(map(_kinds, {w.low for w in words})))
