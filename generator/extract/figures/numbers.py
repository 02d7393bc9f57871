"""Numbers in digits and words: ``forty-five``, ``1.5 million``, ``two and a half``, ``two-thirds``, ``75th``."""

from decimal import Decimal

from generator.extract.figures.numerals import (
    HUNDRED,
    SCALES,
    TEN,
    TWENTY,
    Number,
    number_at,
    number_words,
    numerals,
    past_hyphen,
    quotient,
)
from generator.lexicons import wordset
from generator.text import Sentence

_SCALES = 2  # scale words behind a number: ``2 thousand billion``; more is noise
_ONE = Decimal(1)


def number(tokens: Sentence, i: int, text: str) -> Number | None:
    """Return the number that begins at token ``i``, or None."""
    found = _ordinal(tokens, i) or _half(tokens, i) or _cardinal(tokens, i, text)
    return found if found is None or found.form in ("ordinal", "share") else _divided(tokens, found, i)


def _cardinal(tokens: Sentence, i: int, text: str) -> Number | None:
    if digits := number_at(tokens, i, text):
        found = Number(*digits, "digits")
        for _ in range(_SCALES):
            found = _scaled(tokens, found)
        return _with_half(tokens, found)
    words = number_words(tokens, i)
    return words and _with_half(tokens, words)


def _scaled(tokens: Sentence, found: Number) -> Number:
    """Return a number multiplied by the scale behind it, if there is one: ``1.5 [million]``."""
    at = past_hyphen(tokens, found.end)
    scale = SCALES.get(tokens.low(at)) if tokens.near(at) and tokens.low(at) != "gross" else None
    return Number(found.value * scale, at + 1, found.form, scaled=True) if scale else found


def _with_half(tokens: Sentence, found: Number) -> Number:
    """Add ``and a half``, ``and three quarters``, and the scale that may follow: ``3 million and a half``."""
    low, tail = _next_words(tokens, found.end)
    part = numerals("part").get(low[2])
    above = _ONE if low[1] in ("a", "an") else numerals("unit").get(low[1])
    if low[0] != "and" or not part or not above or above >= part or (above == 1) == low[2].endswith("s"):
        return found
    last = numerals("scale").get(tokens.low(found.end - 1), _ONE) if found.scaled else _ONE
    more = found._replace(value=found.value + last * quotient(above, part), end=tail)
    return more if found.scaled else _scaled(tokens, more)


def _next_words(tokens: Sentence, i: int) -> tuple[list[str], int]:
    """Return the next three words, hyphens between them left out (``one-and-a-half``), and the index after them."""
    low, k = [], i
    for _ in range(3):
        k = past_hyphen(tokens, k)
        low.append(tokens.low(k))
        k += 1
    return low, k


def _half(tokens: Sentence, i: int) -> Number | None:
    """Return ``half a million``, ``a quarter of a million``, ``a third of``, ``half of``; not ``half time``."""
    k = i + 1 if tokens.low(i) in ("a", "one") else i
    word, after = tokens.low(k), k + 1
    part = numerals("part").get(word)
    if part is None or (k == i and word != "half") or word.endswith("s"):
        return None
    share = Number(quotient(_ONE, part), after, "share")
    of = after + 1 if tokens.low(after) == "of" else after
    if tokens.low(of) == "a" and (scale := SCALES.get(tokens.low(of + 1))):
        return Number(share.value * scale, of + 2, "words", scaled=True)
    if word == "half" and (several := _scaled(tokens, share)).scaled:
        return several._replace(form="words")
    follower = tokens.word(after)
    if word == "half":
        named = tokens.low(i - 1) in wordset("numbers-ordered") or follower.low in _HALF_NAMES or follower.text == "-"
        return None if named else share
    ends = follower.shape in ("mark", "") or tokens.low(i) == "one" or part >= HUNDRED  # a third, a millionth
    return share if follower.low in PART_FOLLOWERS or ends else None


_HALF_NAMES = wordset("numbers-half-names")
PART_FOLLOWERS = wordset("numbers-part-followers")


def _divided(tokens: Sentence, found: Number, i: int) -> Number:
    """Divide by a denominator or a whole: ``two-thirds``, ``one in five``, ``one out of three``."""
    k = past_hyphen(tokens, found.end)
    part = numerals("part").get(tokens.low(k))
    plural = tokens.low(k).endswith(("s", "ves"))
    if part and tokens.near(k) and (plural if found.value != 1 else not plural and tokens.low(i) == "one"):
        return Number(quotient(found.value, part), k + 1, "share")
    whole = _whole(tokens, k) if found.value == found.value.to_integral_value() and found.value < TWENTY else None
    return Number(quotient(found.value, whole[0]), whole[1], "share") if whole and whole[0] > found.value > 0 else found


def _whole(tokens: Sentence, k: int) -> tuple[Decimal, int] | None:
    """Return what a part is a part of: the five of ``one in five``, ``one in every five``."""
    out = tokens.low(k) == "out" and tokens.low(k + 1) == "of"
    if not (out or tokens.low(k) == "in"):
        return None
    k = past_hyphen(tokens, k + 1 + out)
    k += tokens.low(k) == "every"
    digits = tokens.word(k).text
    plain = digits.replace(",", "")  # 3 in 100,000
    if plain.isascii() and plain.isdigit() and (plain != digits or len(plain) < len("1900")):
        value, end = Decimal(plain), k + 1
    elif words := number_words(tokens, k):
        value, end = words.value, words.end
    else:
        return None
    return None if not out and tokens.low(end) in wordset("numbers-no-parts") else (value, end)


def _ordinal(tokens: Sentence, i: int) -> Number | None:
    """Return ``75th``, ``third``, ``twenty-first``, ``one hundred and fifth``."""
    token = tokens.word(i)
    if token.shape == "number":
        digits, hangs = token.text.replace(",", ""), tokens.low(i + 1) in _SUFFIXES and tokens.glued(i + 1)
        known = hangs and digits.isdigit() and len(digits) < len("1000000")
        return Number(Decimal(digits), i + 2, "ordinal") if known else None
    if simple := numerals("ordinal").get(token.low):
        return Number(simple, i + 1, "ordinal")
    lead = number_words(tokens, i)
    k = past_hyphen(tokens, lead.end) if lead else i
    k += tokens.low(k) == "and"
    last = numerals("ordinal").get(tokens.low(k)) if lead and tokens.near(k) else None
    if lead is None or last is None or last >= TEN:
        return None
    tens = lead.value % HUNDRED
    fits = (tens >= TWENTY and tens % TEN == 0) or (lead.value >= HUNDRED and tens == 0)
    return Number(lead.value + last, k + 1, "ordinal") if fits else None


_SUFFIXES = ("st", "nd", "rd", "th")
