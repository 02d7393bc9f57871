"""Money beside a number: the sign, code or name of the currency, before it or behind it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from generator.extract.figures.currencies import codes, currencies
from generator.extract.figures.units import SYMBOL, Unit, tight
from generator.lexicons import wordset
from generator.text.words import HYPHENS

if TYPE_CHECKING:
    from generator.text import Sentence

_LONGEST_NAME = 6
"""Tokens of the longest name of a currency: *Bosnia-Herzegovina convertible marks*."""
_WORDS = wordset("units-words")
"""Codes that are also English words or names in capitals; they need a number right behind or before, in capitals."""
_SAFE_LOW = wordset("units-safe-low")
_LOW_PREFIXES = wordset("units-low-prefixes")
_SHORT = wordset("units-short")
_AFTER_WON = wordset("money-after-won")
_NEEDS_MILLIONS = wordset("units-needs-millions")
"""Words that mean something else (weight, a verb, a head) unless millions of them are counted."""


@cache
def prefixes() -> frozenset[str]:
    """Return the tokens, in lower case, with which a currency before a number may begin (codes in capitals aside)."""
    return frozenset(key[0] for key in currencies() if _prefix(key)) | _SAFE_LOW | {"rmb"}


def _prefix(key: tuple[str, ...]) -> bool:
    """Tell whether a name may stand before the number: signs, and the short forms of a few countries."""
    return not key[-1].isalpha() or "".join(key) in _SHORT


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key[0] for key in currencies())


def money_before(tokens: Sentence, i: int) -> Unit | None:
    """Return the currency that begins at ``i`` and stands before a number: ``US$``, ``EUR``, ``Rs.``, ``C $``."""
    for length in range(5 if tokens.word(i).low in prefixes() else 0, 0, -1):
        key = tuple(t.low for t in tokens.words[i : i + length])
        found = currencies().get(key)
        if found is None or len(key) < length or not _prefix(key) or not tight(tokens, i, i + length):
            continue
        end = i + length
        end = end + 1 if tokens.word(end).text == "." and tokens.glued(end) and key[-1].isalpha() else end
        if len(key) > 1 and len(key[0]) == 1 and key[0].isalpha() and not _letter(tokens, i):
            continue
        alone = key[-1].isalpha()
        capital = tokens.word(i).text[:1].isupper() or tokens.word(i).low in _LOW_PREFIXES
        if tokens.near(end, 1) and (not alone or (capital and tokens.word(end).shape == "number")):
            return Unit(found[0], end, found[1])
    token = tokens.word(i)
    named = token.text in codes() or token.low in _SAFE_LOW or token.text == "RMB"
    after = i + 2 if tokens.word(i + 1).text in ("$", "¥", "€", "£") and tokens.glued(i + 1) else i + 1
    if named and tokens.near(after, 1) and tokens.word(after).shape == "number":
        if token.text in _WORDS and not (tokens.glued(after) or "," in tokens.words[after].text):
            return Unit(token.text, after) if tokens.word(after + 1).low in ("million", "billion") else None
        return Unit("CNY" if token.low == "rmb" else token.text.upper(), after)
    return None


def _letter(tokens: Sentence, i: int) -> bool:
    """Tell whether one letter belongs to the sign: ``C$``, ``C $``, ``c $``; not the article of ``a $4 billion``."""
    return tokens.glued(i + 1) or tokens.words[i].text == "C" or tokens.words[i].text == "c"


def money_after(tokens: Sentence, i: int, *, large: bool) -> Unit | None:
    """Return the currency that begins at ``i`` and stands behind a number; ``large`` tells of millions."""
    i = i + 1 if tokens.word(i).text in HYPHENS and tokens.glued(i) and tokens.glued(i + 1) else i
    if not tokens.near(i):
        return None
    for length in range(_LONGEST_NAME if tokens.word(i).low in _first_words() else 0, 0, -1):
        key = tuple(t.low for t in tokens.words[i : i + length])
        found = currencies().get(key)
        if found is None or len(key) < length or "".join(key) in _SHORT - {"rmb", "nis"}:
            continue
        if not key[-1].isalnum() and tokens.near(i + length) and tokens.word(i + length).shape == "number":
            continue  # nine $2,500 donations
        if key[0] in _NEEDS_MILLIONS and not large and not _thousands(tokens, i):
            continue
        if len(key[-1]) <= SYMBOL and key[-1].isalpha() and not (key == ("kr",) or tokens.glued(i)):
            continue
        return Unit(found[0], i + length, found[1])
    return _code_after(tokens, i)


_CUES = wordset("money-cues")
_REACH = 10
"""Tokens around *pounds* among which a word of money (``fined``, ``price``) tells that it is no weight."""


def _thousands(tokens: Sentence, i: int) -> bool:
    """Tell whether a word like *won* or *pounds* is money: ``5,000 won for a ticket``, ``fined 500 pounds``."""
    if tokens.word(i).low in ("pound", "pounds"):
        cues = {t.low for t in tokens.words[max(0, i - _REACH) : i + _REACH]}
        return bool(_CUES & cues) and tokens.word(i + 1).low != "of" and tokens.word(i - 1).text not in HYPHENS
    verb = tokens.word(i + 1).low in _AFTER_WON or tokens.word(i + 1).shape == "number"
    return "," in tokens.word(i - 1).text and not verb and tokens.word(i).low != "real"


def _code_after(tokens: Sentence, i: int) -> Unit | None:
    """Return the code of ``50 USD``, ``10 rmb``, ``30 MUSD``; not of three ``USD50`` cards."""
    token = tokens.word(i)
    if tokens.glued(i + 1) and tokens.word(i + 1).shape == "number":
        return None
    if token.text in codes() and token.text not in _WORDS:
        return Unit(token.text, i + 1)
    if token.low in _SAFE_LOW:
        return Unit("CNY" if token.low == "rmb" else token.text.upper(), i + 1)
    if token.low[:1] == "m" and token.low[1:].upper() in codes() and token.low[1:] in _SAFE_LOW:
        return Unit(token.low[1:].upper(), i + 1, Decimal(1_000_000))
    return None
