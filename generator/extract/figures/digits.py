"""Numbers written with digits: groups, decimals, vulgar fractions; exact, never a float."""

from __future__ import annotations

import re
import unicodedata
from decimal import Context, Decimal
from fractions import Fraction

from generator.extract.figures.tokens import Tokens, at, glued

DIGITS = 15
"""Significant digits of a fraction that has no finite decimal (two thirds)."""
_LONGEST = 27
"""Characters of the longest number that counts anything; a longer run of digits is a serial number (and decimal
arithmetic is exact up to 28 digits)."""

_PLAIN = re.compile(
    r"""
      [0-9]+ (?: \. [0-9]+ )?                          # 1234  12.5
    | \. [0-9]+                                        # .5
    | [0-9]{1,3} (?: , [0-9]{3} )+ (?: \. [0-9]+ )?    # 1,234,567.8
    | [0-9]{1,2} (?: , [0-9]{2} )+ , [0-9]{3} (?: \. [0-9]+ )?   # 12,34,567 (South Asia)
    | [0-9]{1,3} (?: ['’] [0-9]{3} )+ (?: \. [0-9]+ )? # 1'234'567 (Switzerland)
    """,
    re.VERBOSE,
)
_CONTINENTAL = re.compile(
    r"""
      [0-9]{1,3} (?: \. [0-9]{3} ){2,} (?: , [0-9]+ )?   # 1.234.567  1.234.567,89
    | [0-9]{1,3} (?: \. [0-9]{3} )+ , [0-9]+             # 1.234,5
    | [0-9]+ , [0-9]{1,2}                                # 3,5
    """,
    re.VERBOSE,
)
_GROUP = re.compile(r"[0-9]{3}")
_LEAD = re.compile(r"[1-9][0-9]{0,2}")
_LAST_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
_THIN = "\u00a0\u2009\u202f"
_NO_PARTS = (("24", "7"), ("9", "11"), ("7", "7"))
"""What a slash writes that is no fraction."""


def quotient(above: Decimal, below: Decimal) -> Decimal:
    """Return a fraction as a decimal of at most ``DIGITS`` significant digits (exact where it is finite)."""
    return Context(prec=max(DIGITS, len(above.as_tuple().digits) + 1)).divide(above, below)


def number_at(tokens: Tokens, i: int, text: str) -> tuple[Decimal, int] | None:
    """Return the value of the digits at ``i`` and the index after them, or None."""
    token = at(tokens, i)
    if token.kind == "frac":
        return _vulgar(token.text), i + 1
    value = _value(token.text) if token.kind == "num" and len(token.text) <= _LONGEST else None
    if value is None:
        return None
    power = _power(tokens, i + 2) if at(tokens, i + 1).low == "e" and glued(tokens, i + 1) else None
    if power:
        return value.scaleb(power[0]), power[1]
    if "." not in token.text and _parted(tokens, i):
        return Decimal(f"{value}.{tokens[i + 2].text}"), i + 3
    spaced = _spaced(tokens, i, text) if _LEAD.fullmatch(token.text) else None
    return spaced or _with_fraction(tokens, i + 1, value)


def _power(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Return the power of ``12.3e+14`` and the index after it."""
    sign = at(tokens, i).text in ("+", "-")
    digits = at(tokens, i + int(sign)).text
    if not (glued(tokens, i) and digits.isascii() and digits.isdigit() and len(digits) < len("100")):
        return None
    return int(digits) * (-1 if at(tokens, i).text == "-" else 1), i + int(sign) + 1


def _parted(tokens: Tokens, i: int) -> bool:
    """Tell whether spaces part a decimal number, as in tokenised text: ``$ 46 . 8 million``."""
    point, part = at(tokens, i + 1), at(tokens, i + 2)
    short = max(len(tokens[i].text), len(part.text)) < _LONGEST // 3
    spaced = point.text == "." and point.start == tokens[i].end + 1 and part.start == point.end + 1
    known = at(tokens, i - 1).text in "$£€¥" or at(tokens, i + 3).low in _AFTER_PARTS
    return spaced and part.text.isdigit() and known and short


_AFTER_PARTS = frozenset(("%", "percent", "million", "billion", "trillion", "percentage"))


def _value(digits: str) -> Decimal | None:
    if _PLAIN.fullmatch(digits):
        return Decimal(digits.replace(",", "").replace("'", "").replace("’", ""))
    if _CONTINENTAL.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    return None


def _vulgar(sign: str) -> Decimal:
    fraction = Fraction(unicodedata.numeric(sign)).limit_denominator(10)
    return quotient(Decimal(fraction.numerator), Decimal(fraction.denominator))


def _spaced(tokens: Tokens, i: int, text: str) -> tuple[Decimal, int] | None:
    """Return a number whose groups are parted by single spaces: ``1 234 567``."""
    end = i + 1
    while (
        end - i < _LONGEST // 3
        and at(tokens, end).start == tokens[end - 1].end + 1
        and _LAST_GROUP.fullmatch(at(tokens, end).text)
        and _GROUP.fullmatch(at(tokens, end - 1).text if end - 1 > i else "000")
    ):
        end += 1
    if end == i + 1 or (end == i + 2 and text[tokens[i].end] not in _THIN and _listed(tokens, i, end)):
        return None  # a single plain space proves little: "on May 5 300 people", "Top 10 500"
    return Decimal("".join(t.text for t in tokens[i:end])), end


def _listed(tokens: Tokens, i: int, end: int) -> bool:
    """Tell whether two numbers stand beside each other behind a capital or before a third number."""
    return at(tokens, i - 1).text[:1].isupper() or at(tokens, end).kind == "num" or at(tokens, i - 1).kind == "num"


def _with_fraction(tokens: Tokens, end: int, value: Decimal) -> tuple[Decimal, int]:
    """Add or divide by what follows: ``2½``, ``2 1/2``, ``1/2``."""
    sign, below = at(tokens, end), at(tokens, end + 1)
    if sign.kind == "frac" and sign.start - tokens[end - 1].end <= 1:
        return value + _vulgar(sign.text), end + 1
    if sign.text in "/⁄" and glued(tokens, end) and glued(tokens, end + 1) and _is_part(value, below.text):
        if at(tokens, end + 2).text in ("/", "-") and glued(tokens, end + 2):
            return value, end
        return quotient(value, Decimal(below.text)), end + 2
    mixed = at(tokens, end)
    if mixed.kind == "num" and at(tokens, end + 1).text == "/" and glued(tokens, end + 1) and mixed.text.isdigit():
        above = Decimal(mixed.text) if len(mixed.text) <= DIGITS else value
        if mixed.start == tokens[end - 1].end + 1 and _is_part(above, at(tokens, end + 2).text):
            return value + quotient(above, Decimal(tokens[end + 2].text)), end + 3
    return value, end


def _is_part(above: Decimal, below: str) -> bool:
    known = (str(above), below) in _NO_PARTS
    return below.isascii() and below.isdigit() and len(below) <= len("100") and int(below) > 0 and not known
