"""Number words added up: ``forty-five``, ``two hundred and fifty thousand``, ``a dozen``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from generator.lexicons import table
from generator.text.words import HYPHENS

if TYPE_CHECKING:
    from generator.text import Sentence

Form = Literal["digits", "words", "share", "ordinal"]
HUNDRED = Decimal(100)
TEN, TWENTY = Decimal(10), Decimal(20)


@dataclass(frozen=True, slots=True)
class Number:
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
    return {word: Decimal(value) for word, group, value in table("figures-numbers") if group == kind}


@dataclass(frozen=True, slots=True)
class _Sum:
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
    if tokens.word(i).low in ("a", "an") and tokens.word(i + 1).low in scales() and tokens.near(i + 1):
        so_far, j = _Sum(group=Decimal(1)), i + 1
    elif tokens.word(i).low in _ALONE and tokens.word(i - 1).low not in _BEFORE_ALONE:
        so_far = _Sum(group=Decimal(1))  # hundred people
    end = i
    while True:
        k = _joined(tokens, j, after=so_far.scaled) if end > i else j
        word = tokens.word(k).low
        value = numerals("unit").get(word)
        more = _add(so_far, value, tokens.words[k - 1].low) if value is not None else _times(so_far, word)
        if more is None:
            return Number(so_far.value, end, "words", so_far.scaled) if end > i else None
        so_far, j, end = more, k + 1, k + 1


_ALONE = ("hundred", "thousand")
_BEFORE_ALONE = ("several", "few", "many", "couple", "of", "the", "per")


@cache
def scales() -> dict[str, Decimal]:
    """Return the words that multiply: hundreds, millions, dozens."""
    return numerals("scale") | numerals("group")


def _add(so_far: _Sum, value: Decimal, before: str) -> _Sum | None:
    """Add a number below a hundred, if it fits there: ``twenty`` + ``one``, not ``one`` + ``two``."""
    if so_far.group is None:
        return replace(so_far, group=value)
    return replace(so_far, group=so_far.group + value) if _fits(so_far.group, value, before) else None


def _times(so_far: _Sum, word: str) -> _Sum | None:
    """Multiply by a hundred or a scale smaller than the last one."""
    step = scales().get(word)
    if step is None or so_far.group is None:
        return None
    if step == HUNDRED:
        return replace(so_far, group=so_far.group * step, scaled=True) if so_far.group < HUNDRED else None
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
