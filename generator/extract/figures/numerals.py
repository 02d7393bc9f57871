"""Numbers as they are written: in digits (exact, never a float), and in words that add up."""

import re
import unicodedata
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from generator import lexicons
from generator.text import Sentence
from generator.text.words import HYPHENS

DIGITS = 15  # significant digits of a fraction that has no finite decimal (two thirds)
_LONGEST = 27
"""Characters of the longest number that counts anything; a longer run of digits is a serial number (and decimal
arithmetic is exact up to 28 digits)."""

_PLAIN = lexicons.compiled("plain-number")
_CONTINENTAL = lexicons.compiled("continental-number")
_GROUP = re.compile(r"[0-9]{3}")
_LEAD = re.compile(r"[1-9][0-9]{0,2}")
_LAST_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
_THIN = "\u00a0\u2009\u202f"
_NO_PARTS = (("24", "7"), ("9", "11"), ("7", "7"))  # what a slash writes that is no fraction


def quotient(above: Decimal, below: Decimal) -> Decimal:
    """Return a fraction as a decimal of at most ``DIGITS`` significant digits (exact where it is finite)."""
    return Context(prec=max(DIGITS, len(above.as_tuple().digits) + 1)).divide(above, below)


def number_at(tokens: Sentence, i: int, text: str) -> tuple[Decimal, int] | None:
    """Return the value of the digits at ``i`` and the index after them, or None."""
    token = tokens.word(i)
    if token.shape == "fraction":
        return _vulgar(token.text), i + 1
    value = value_of(token.text) if token.shape == "number" and len(token.text) <= _LONGEST else None
    if value is None:
        return None
    spaced = _spaced(tokens, i, text) if _LEAD.fullmatch(token.text) else None
    return spaced or _with_fraction(tokens, i + 1, value)


def value_of(digits: str) -> Decimal | None:
    """Return the value of digits as they are written, in English or on the continent, or None."""
    if _PLAIN.fullmatch(digits):
        return Decimal(digits.replace(",", "").replace("'", "").replace("’", ""))
    if _CONTINENTAL.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    return None


def _vulgar(sign: str) -> Decimal:
    fraction = Fraction(unicodedata.numeric(sign)).limit_denominator(10)
    return quotient(Decimal(fraction.numerator), Decimal(fraction.denominator))


_BOUNDING = frozenset(row[0] for row in lexicons.table("figures-qualifiers"))
"""Words before a number of which it is one: ``Some 1 500 people``."""


def _spaced(tokens: Sentence, i: int, text: str) -> tuple[Decimal, int] | None:
    """Return a number whose groups are parted by single spaces: ``1 234 567``."""
    end = i + 1
    while (
        end - i < _LONGEST // 3
        and tokens.gap(end) == 1
        and _LAST_GROUP.fullmatch(tokens.word(end).text)
        and _GROUP.fullmatch(tokens.word(end - 1).text if end - 1 > i else "000")
    ):
        end += 1
    if end == i + 1 or (end == i + 2 and text[tokens.ends[i]] not in _THIN and _listed(tokens, i, end)):
        return None  # a single plain space proves little: "on May 5 300 people", "Top 10 500"
    return Decimal("".join(t.text for t in tokens.words[i:end])), end


def _listed(tokens: Sentence, i: int, end: int) -> bool:
    """Tell whether two numbers stand beside each other behind a capital or before a third number."""
    before = tokens.word(i - 1)
    return (
        (before.text[:1].isupper() and before.low not in _BOUNDING and not before.low.endswith("day"))
        or tokens.word(end).shape == "number"
        or before.shape == "number"
    )


def _with_fraction(tokens: Sentence, end: int, value: Decimal) -> tuple[Decimal, int]:
    """Add or divide by what follows: ``2½``, ``2 1/2``, ``1/2``."""
    sign, below = tokens.word(end), tokens.word(end + 1)
    if sign.shape == "fraction" and tokens.gap(end) <= 1:
        return value + _vulgar(sign.text), end + 1
    if sign.text in "/⁄" and tokens.glued(end) and tokens.glued(end + 1) and _is_part(value, below.text):
        return quotient(value, Decimal(below.text)), end + 2
    mixed = tokens.word(end)
    if mixed.shape == "number" and tokens.word(end + 1).text == "/" and tokens.glued(end + 1) and mixed.text.isdigit():
        above = Decimal(mixed.text) if len(mixed.text) <= DIGITS else value
        if tokens.gap(end) == 1 and _is_part(above, tokens.word(end + 2).text):
            return value + quotient(above, Decimal(tokens.words[end + 2].text)), end + 3
    return value, end


def _is_part(above: Decimal, below: str) -> bool:
    known = (str(above), below) in _NO_PARTS
    return below.isascii() and below.isdigit() and len(below) <= len("100") and int(below) > 0 and not known


Form = Literal["digits", "words", "share", "ordinal"]
HUNDRED = Decimal(100)
TEN, TWENTY = Decimal(10), Decimal(20)


class Number(NamedTuple):
    """A number: its value, the index after its last token and how it is written.

    ``scaled`` tells that a word such as *million* makes it one, beyond doubt.
    """

    value: Decimal
    end: int
    form: Form
    scaled: bool = False


@cache
def numerals(kind: str) -> dict[str, Decimal]:
    """Return the number words of one class with their values."""
    return {word: Decimal(value) for word, value in lexicons.numerals(kind).items()}


SCALES = numerals("scale") | numerals("group")
"""The words that multiply: hundreds, millions, dozens."""


class _Sum(NamedTuple):
    """What the words read so far add up to: ``total`` in whole scales, ``group`` below the next, ``last`` scale."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    last: Decimal | None = None
    scaled: bool = False

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or Decimal(0))


def number_words(tokens: Sentence, i: int) -> Number | None:
    """Add up number words from left to right: units, tens, hundreds, then ever smaller scales."""
    so_far, j = _Sum(), i
    if tokens.word(i).low in ("a", "an") and tokens.word(i + 1).low in SCALES and tokens.near(i + 1):
        so_far, j = _Sum(group=Decimal(1)), i + 1
    end = i
    while True:
        k = _joined(tokens, j, after=so_far.scaled) if end > i else j
        word = tokens.word(k).low
        value = numerals("unit").get(word)
        more = _add(so_far, value, tokens.words[k - 1].low) if value is not None else _times(so_far, word)
        if more is None:
            return Number(so_far.value, end, "words", so_far.scaled) if end > i else None
        so_far, j, end = more, k + 1, k + 1


def _add(so_far: _Sum, value: Decimal, before: str) -> _Sum | None:
    """Add a number below a hundred, if it fits there: ``twenty`` + ``one``, not ``one`` + ``two``."""
    if so_far.group is None:
        return so_far._replace(group=value)
    return so_far._replace(group=so_far.group + value) if _fits(so_far.group, value, before) else None


def _times(so_far: _Sum, word: str) -> _Sum | None:
    """Multiply by a hundred or a scale smaller than the last one."""
    step = SCALES.get(word)
    if step is None or so_far.group is None:
        return None
    if step == HUNDRED:
        return so_far._replace(group=so_far.group * step, scaled=True) if so_far.group < HUNDRED else None
    if so_far.last is not None and step >= so_far.last:
        return None
    return _Sum(so_far.total + so_far.group * step, None, step, scaled=True)


def _joined(tokens: Sentence, j: int, *, after: bool) -> int:
    """Return where the next number word would stand: after a hyphen, or after *and* behind a hundred or more."""
    if tokens.word(j).low == "and" and after and tokens.word(j + 1).low in numerals("unit"):
        part = numerals("part").get(tokens.word(past_hyphen(tokens, j + 2)).low, Decimal(0))
        share = numerals("unit")[tokens.word(j + 1).low] < part  # two million and one half
        return j + 1 if tokens.words[j - 1].low in numerals("scale") and not share else j
    return past_hyphen(tokens, j)


def _fits(group: Decimal, value: Decimal, before: str) -> bool:
    if before in ("hundred", "and"):
        return group % HUNDRED == 0 and value < HUNDRED
    tens = group % HUNDRED
    return tens >= TWENTY and tens % TEN == 0 and Decimal(0) < value < TEN


def past_hyphen(tokens: Sentence, i: int) -> int:
    """Return the index after one hyphen at ``i`` (``two-thirds``, ``ninety - five``), else ``i``."""
    return i + 1 if tokens.low(i) in HYPHENS and tokens.near(i) and tokens.near(i + 1) else i
