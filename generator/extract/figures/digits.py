"""Numbers written with digits: groups, decimals, vulgar fractions; exact, never a float."""

from __future__ import annotations

import re
import unicodedata
from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.text import Sentence


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


def number_at(tokens: Sentence, i: int, text: str) -> tuple[Decimal, int] | None:
    """Return the value of the digits at ``i`` and the index after them, or None."""
    token = tokens.word(i)
    if token.shape == "fraction":
        return _vulgar(token.text), i + 1
    value = _value(token.text) if token.shape == "number" and len(token.text) <= _LONGEST else None
    if value is None:
        return None
    power = _power(tokens, i + 2) if tokens.word(i + 1).low == "e" and tokens.glued(i + 1) else None
    if power:
        return value.scaleb(power[0]), power[1]
    spaced = _spaced(tokens, i, text) if _LEAD.fullmatch(token.text) else None
    return spaced or _with_fraction(tokens, i + 1, value)


def _power(tokens: Sentence, i: int) -> tuple[int, int] | None:
    """Return the power of ``12.3e+14`` and the index after it."""
    sign = tokens.word(i).text in ("+", "-")
    digits = tokens.word(i + int(sign)).text
    if not (tokens.glued(i) and digits.isascii() and digits.isdigit() and len(digits) < len("100")):
        return None
    return int(digits) * (-1 if tokens.word(i).text == "-" else 1), i + int(sign) + 1


def _value(digits: str) -> Decimal | None:
    if _PLAIN.fullmatch(digits):
        return Decimal(digits.replace(",", "").replace("'", "").replace("’", ""))
    if _CONTINENTAL.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    return None


def _vulgar(sign: str) -> Decimal:
    fraction = Fraction(unicodedata.numeric(sign)).limit_denominator(10)
    return quotient(Decimal(fraction.numerator), Decimal(fraction.denominator))


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
    return (
        tokens.word(i - 1).text[:1].isupper()
        or tokens.word(end).shape == "number"
        or tokens.word(i - 1).shape == "number"
    )


def _with_fraction(tokens: Sentence, end: int, value: Decimal) -> tuple[Decimal, int]:
    """Add or divide by what follows: ``2½``, ``2 1/2``, ``1/2``."""
    sign, below = tokens.word(end), tokens.word(end + 1)
    if sign.shape == "fraction" and tokens.gap(end) <= 1:
        return value + _vulgar(sign.text), end + 1
    if sign.text in "/⁄" and tokens.glued(end) and tokens.glued(end + 1) and _is_part(value, below.text):
        if tokens.word(end + 2).text in ("/", "-") and tokens.glued(end + 2):
            return value, end
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
