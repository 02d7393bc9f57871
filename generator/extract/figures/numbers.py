"""Numbers in digits and words: ``forty-five``, ``1.5 million``, ``two and a half``, ``two-thirds``, ``75th``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from generator.extract.figures.digits import number_at, quotient
from generator.extract.figures.tokens import Tokens, at, glued, near, past_hyphen
from generator.extract.figures.wordsets import wordset
from generator.lexicons import table

Form = Literal["digits", "words", "share", "ordinal"]
_HUNDRED = Decimal(100)
_SCALES = 2
"""Scale words behind a number: ``2 thousand billion``; more is noise."""
_TEN, _TWENTY = Decimal(10), Decimal(20)


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


def number(tokens: Tokens, i: int, text: str) -> Number | None:
    """Return the number that begins at token ``i``, or None."""
    if ordinal := _ordinal(tokens, i):
        return ordinal
    found = _half(tokens, i) or _cardinal(tokens, i, text)
    return found and _divided(tokens, found, i)


# --- cardinal numbers ---------------------------------------------------------------------------


def _cardinal(tokens: Tokens, i: int, text: str) -> Number | None:
    if at(tokens, i).low == "point" and at(tokens, i - 1).low not in numerals("unit"):
        found = _with_half(tokens, Number(Decimal(0), i, "words"))
        return found if found.end > i else None
    if digits := number_at(tokens, i, text):
        return _digits_with_scale(tokens, Number(digits[0], digits[1], "digits"), text)
    words = _words(tokens, i)
    if words is None:
        return None
    return _with_half(tokens, words)


def _digits_with_scale(tokens: Tokens, found: Number, text: str) -> Number:
    end, value, scaled = found.end, found.value, False
    for _ in range(_SCALES):
        scale = _scale(tokens, past_hyphen(tokens, end))
        if scale is not None:
            end, value, scaled = past_hyphen(tokens, end) + 1, value * scale, True
    if not scaled:
        return _with_half(tokens, found)
    last = at(tokens, end - 1).low
    if last in ("hundred", "thousand") and near(tokens, end):  # 4 thousand 3 hundred and 21
        rest = end + 1 if at(tokens, end).low == "and" else end
        more = number_at(tokens, rest, text) if last == "hundred" or rest == end else None
        word = _words(tokens, rest) if last == "hundred" and rest > end and more is None else None
        if word and word.value < _HUNDRED:
            return Number(value + word.value, word.end, "digits", scaled=True)
        if more and (last == "thousand" or more[0] < _HUNDRED):
            tail = _digits_with_scale(tokens, Number(*more, "digits"), text)
            if tail.value < numerals("scale")[last] and (tail.scaled or last == "hundred"):
                return Number(value + tail.value, tail.end, "digits", scaled=True)
    return Number(value, end, "digits", scaled=True)


def _scale(tokens: Tokens, i: int) -> Decimal | None:
    token = at(tokens, i)
    if not near(tokens, i):
        return None
    return numerals("scale").get(token.low) or numerals("group").get(token.low if token.low != "gross" else "")


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


def _words(tokens: Tokens, i: int) -> Number | None:
    """Add up number words from left to right: units, tens, hundreds, then ever smaller scales."""
    scales = _scales()
    so_far, j = _Sum(), i
    if at(tokens, i).low in ("a", "an") and at(tokens, i + 1).low in scales and near(tokens, i + 1):
        so_far, j = _Sum(group=Decimal(1)), i + 1
    elif at(tokens, i).low in _ALONE and at(tokens, i - 1).low not in _BEFORE_ALONE:
        so_far = _Sum(group=Decimal(1))  # hundred people
    end = i
    while True:
        k = _joined(tokens, j, after=so_far.scaled) if end > i else j
        word = at(tokens, k).low
        value = numerals("unit").get(word)
        more = _add(so_far, value, tokens[k - 1].low) if value is not None else _times(so_far, word)
        if more is None:
            return Number(so_far.value, end, "words", so_far.scaled) if end > i else None
        so_far, j, end = more, k + 1, k + 1


_ALONE = ("hundred", "thousand")
_BEFORE_ALONE = ("several", "few", "many", "couple", "of", "the", "per")


@cache
def _scales() -> dict[str, Decimal]:
    return numerals("scale") | numerals("group")


def _add(so_far: _Sum, value: Decimal, before: str) -> _Sum | None:
    """Add a number below a hundred, if it fits there: ``twenty`` + ``one``, not ``one`` + ``two``."""
    if so_far.group is None:
        return replace(so_far, group=value)
    return replace(so_far, group=so_far.group + value) if _fits(so_far.group, value, before) else None


def _times(so_far: _Sum, word: str) -> _Sum | None:
    """Multiply by a hundred or a scale smaller than the last one."""
    step = _scales().get(word)
    if step is None or so_far.group is None:
        return None
    if step == _HUNDRED:
        return replace(so_far, group=so_far.group * step, scaled=True) if so_far.group < _HUNDRED else None
    if so_far.last is not None and step >= so_far.last:
        return None
    return _Sum(so_far.total + so_far.group * step, None, step, scaled=True)


def _joined(tokens: Tokens, j: int, *, after: bool) -> int:
    """Return where the next number word would stand: after a hyphen, or after *and* behind a hundred or more."""
    if at(tokens, j).low == "and" and after and at(tokens, j + 1).low in numerals("unit"):
        part = numerals("part").get(at(tokens, past_hyphen(tokens, j + 2)).low, Decimal(0))
        share = numerals("unit")[at(tokens, j + 1).low] < part  # two million and one half
        return j + 1 if tokens[j - 1].low in numerals("scale") and not share else j
    return past_hyphen(tokens, j)


def _fits(group: Decimal, value: Decimal, before: str) -> bool:
    if before in ("hundred", "and"):
        return group % _HUNDRED == 0 and value < _HUNDRED
    tens = group % _HUNDRED
    return tens >= _TWENTY and tens % _TEN == 0 and Decimal(0) < value < _TEN


# --- halves and other parts ---------------------------------------------------------------------


def _with_half(tokens: Tokens, found: Number) -> Number:
    """Add ``and a half``, ``point five``, and the scale that may follow them."""
    end, value = found.end, found.value
    low, tail = _next_words(tokens, end)
    last = numerals("scale").get(at(tokens, end - 1).low, Decimal(1)) if found.scaled else Decimal(1)
    part = numerals("part").get(low[2])
    above = Decimal(1) if low[1] in ("a", "an") else numerals("unit").get(low[1])
    if low[0] == "and" and part and above and above < part and (above == 1) != low[2].endswith("s"):
        value, end = value + last * quotient(above, part), tail
    elif low[0] == "point" and found.form == "words" and low[1] in numerals("unit"):
        digits = ""
        while (word := at(tokens, end + 1 + len(digits)).low) in numerals("unit") and numerals("unit")[word] < _TEN:
            digits += str(numerals("unit")[word])
        if not digits:
            return found
        value, end = value + Decimal("0." + digits), end + 1 + len(digits)
    else:
        return found
    scale = _scale(tokens, past_hyphen(tokens, end))
    if scale is None:
        return Number(value, end, found.form, found.scaled)
    return Number(value * scale, past_hyphen(tokens, end) + 1, found.form, scaled=True)


def _next_words(tokens: Tokens, i: int) -> tuple[list[str], int]:
    """Return the next three words, hyphens between them left out (``one-and-a-half``), and the index after them."""
    low, k = [], i
    for _ in range(3):
        k = past_hyphen(tokens, k)
        low.append(at(tokens, k).low)
        k += 1
    return low, k


def _half(tokens: Tokens, i: int) -> Number | None:
    """Return ``half a million``, ``a quarter of a million``, ``a third of``, ``half of``; not ``half time``."""
    k = i + 1 if at(tokens, i).low in ("a", "one") else i
    part = numerals("part").get(at(tokens, k).low)
    if part is None or (k == i and at(tokens, k).low != "half") or at(tokens, k).low.endswith("s"):
        return None
    value, after = quotient(Decimal(1), part), k + 1
    of = after + 1 if at(tokens, after).low == "of" else after
    scale = at(tokens, of + 1).low
    if at(tokens, of).low == "a" and scale in _scales():
        return Number(value * (_scales())[scale], of + 2, "words", scaled=True)
    if (k == i or at(tokens, k).low == "half") and _scale(tokens, past_hyphen(tokens, after)) is not None:
        step = past_hyphen(tokens, after)
        return Number(value * (_scale(tokens, step) or 1), step + 1, "words", scaled=True)
    word, follower = at(tokens, k).low, at(tokens, after)
    if word == "half" and (at(tokens, i - 1).low in _ORDERED or follower.low in _HALF_NAMES or follower.text == "-"):
        return None
    ends = follower.kind in ("sign", "none")
    tiny = part >= _HUNDRED and k > i  # a millionth
    if word == "half" or tiny or follower.low in _PART_FOLLOWERS or _bounded(tokens, i) or (ends and k > i):
        return Number(value, after, "share")
    return Number(value, after, "share") if at(tokens, i).low == "one" else None


_ORDERED = wordset("numbers-ordered")
_HALF_NAMES = wordset("numbers-half-names")
_PART_FOLLOWERS = wordset("numbers-part-followers")


def _bounded(tokens: Tokens, i: int) -> bool:
    return at(tokens, i - 1).low in {"than", "nearly", "almost", "about", "roughly", "over", "by", "least", "just"}


def _divided(tokens: Tokens, found: Number, i: int) -> Number:
    """Divide by a denominator or a whole: ``two-thirds``, ``one in five``, ``one out of three``, ``one over 3``."""
    if found.form == "share":
        return found
    k = past_hyphen(tokens, found.end)
    part = numerals("part").get(at(tokens, k).low)
    plural = at(tokens, k).low.endswith(("s", "ves"))
    if part and near(tokens, k) and (plural if found.value != 1 else not plural and at(tokens, i).low == "one"):
        return Number(quotient(found.value, part), k + 1, "share")
    single = found.value == 1 and at(tokens, i).low == "one"
    below = _ordinal(tokens, k, plural=not single) if near(tokens, k) and not part else None
    if below:
        return Number(quotient(found.value, below.value), below.end, "share")
    whole = _whole(tokens, found)
    if whole and whole[0] > found.value > 0 and found.value == found.value.to_integral_value():
        return Number(quotient(found.value, whole[0]), whole[1], "share")
    return found


def _whole(tokens: Tokens, found: Number) -> tuple[Decimal, int] | None:
    """Return what a part is a part of: the five of ``one in five``."""
    k = past_hyphen(tokens, found.end)
    low, low2 = at(tokens, k).low, at(tokens, k + 1).low
    if low == "out" and low2 == "of":
        k += 2
    elif low in ("in", "over") and found.value < _TWENTY:
        k = past_hyphen(tokens, k + 1)
    else:
        return None
    digits = at(tokens, k).text
    if low == "in" and "," in digits:
        digits = digits.replace(",", "")  # 3 in 100,000
    if digits.isascii() and digits.isdigit() and (len(digits) < len("1900") or "," in at(tokens, k).text):
        value, end = Decimal(digits), k + 1
    elif words := _words(tokens, k):
        value, end = words.value, words.end
    else:
        return None
    return None if low != "out" and at(tokens, end).low in _NO_PARTS else (value, end)


_NO_PARTS = wordset("numbers-no-parts")


# --- ordinal numbers ----------------------------------------------------------------------------


def _ordinal(tokens: Tokens, i: int, *, plural: bool = False) -> Number | None:
    """Return an ordinal number, or with ``plural`` a denominator: the ``twenty-firsts`` of three twenty-firsts."""
    token = at(tokens, i)
    if token.kind == "num":
        return _digit_ordinal(tokens, i, plural=plural)
    simple = numerals("ordinal").get(token.low.removesuffix("s")) if token.low.endswith("s") == plural else None
    if simple is not None:
        return Number(simple, i + 1, "ordinal")
    lead = _words(tokens, i)
    return lead and _compound_ordinal(tokens, lead, plural=plural)


def _digit_ordinal(tokens: Tokens, i: int, *, plural: bool) -> Number | None:
    """Return ``75th``, or with ``plural`` ``20ths``."""
    digits = tokens[i].text.replace(",", "")
    if at(tokens, i + 1).low not in _SUFFIXES[plural] or not glued(tokens, i + 1):
        return None
    return Number(Decimal(digits), i + 2, "ordinal") if digits.isdigit() and len(digits) < len("1000000") else None


def _compound_ordinal(tokens: Tokens, lead: Number, *, plural: bool) -> Number | None:
    """Return ``twenty-first``, ``one hundred and fifth``, ``three trillionth``."""
    k = past_hyphen(tokens, lead.end)
    k = k + 1 if at(tokens, k).low == "and" and lead.scaled else k
    word = at(tokens, k).low
    last = numerals("ordinal").get(word.removesuffix("s")) if word.endswith("s") == plural else None
    if last is None or not near(tokens, k) or at(tokens, lead.end - 1).low == "one":
        return None
    if last >= _HUNDRED:
        return Number(lead.value * last, k + 1, "ordinal")
    tens = lead.value % _HUNDRED
    fits = (tens >= _TWENTY and tens % _TEN == 0 and last < _TEN) or (lead.value >= _HUNDRED and tens == 0)
    return Number(lead.value + last, k + 1, "ordinal") if fits else None


_SUFFIXES = {False: ("st", "nd", "rd", "th"), True: ("sts", "nds", "rds", "ths")}
