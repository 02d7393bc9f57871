"""Numbers in digits and words: ``forty-five``, ``1.5 million``, ``two and a half``, ``two-thirds``, ``75th``."""

from decimal import Decimal

from generator.extract.figures.numerals import (
    HUNDRED,
    TEN,
    TWENTY,
    Number,
    number_at,
    number_words,
    numerals,
    past_hyphen,
    quotient,
    scales,
)
from generator.lexicons import wordset
from generator.text import Sentence

_SCALES = 2  # scale words behind a number: ``2 thousand billion``; more is noise


def number(tokens: Sentence, i: int, text: str) -> Number | None:
    """Return the number that begins at token ``i``, or None."""
    if ordinal := _ordinal(tokens, i):
        return ordinal
    found = _half(tokens, i) or _cardinal(tokens, i, text)
    return found and _divided(tokens, found, i)


# --- cardinal numbers ---------------------------------------------------------------------------


def _cardinal(tokens: Sentence, i: int, text: str) -> Number | None:
    if tokens.word(i).low == "point" and tokens.word(i - 1).low not in numerals("unit"):
        found = _with_half(tokens, Number(Decimal(0), i, "words"))
        return found if found.end > i else None
    if digits := number_at(tokens, i, text):
        return _digits_with_scale(tokens, Number(digits[0], digits[1], "digits"), text)
    words = number_words(tokens, i)
    if words is None:
        return None
    return _with_half(tokens, words)


def _digits_with_scale(tokens: Sentence, found: Number, text: str) -> Number:
    end, value, scaled = found.end, found.value, False
    for _ in range(_SCALES):
        scale = _scale(tokens, past_hyphen(tokens, end))
        if scale is not None:
            end, value, scaled = past_hyphen(tokens, end) + 1, value * scale, True
    if not scaled:
        return _with_half(tokens, found)
    last = tokens.word(end - 1).low
    if last in ("hundred", "thousand") and tokens.near(end):  # 4 thousand 3 hundred and 21
        rest = end + 1 if tokens.word(end).low == "and" else end
        more = number_at(tokens, rest, text) if last == "hundred" or rest == end else None
        word = number_words(tokens, rest) if last == "hundred" and rest > end and more is None else None
        if word and word.value < HUNDRED:
            return Number(value + word.value, word.end, "digits", scaled=True)
        if more and (last == "thousand" or more[0] < HUNDRED):
            tail = _digits_with_scale(tokens, Number(*more, "digits"), text)
            if tail.value < numerals("scale")[last] and (tail.scaled or last == "hundred"):
                return Number(value + tail.value, tail.end, "digits", scaled=True)
    return _with_half(tokens, Number(value, end, "digits", scaled=True))


def _scale(tokens: Sentence, i: int) -> Decimal | None:
    token = tokens.word(i)
    if not tokens.near(i):
        return None
    return numerals("scale").get(token.low) or numerals("group").get(token.low if token.low != "gross" else "")


# --- halves and other parts ---------------------------------------------------------------------


def _with_half(tokens: Sentence, found: Number) -> Number:
    """Add ``and a half``, ``point five``, and the scale that may follow them."""
    end, value = found.end, found.value
    low, tail = _next_words(tokens, end)
    last = numerals("scale").get(tokens.word(end - 1).low, Decimal(1)) if found.scaled else Decimal(1)
    part = numerals("part").get(low[2])
    above = Decimal(1) if low[1] in ("a", "an") else numerals("unit").get(low[1])
    if low[0] == "and" and part and above and above < part and (above == 1) != low[2].endswith("s"):
        smaller = _scale(tokens, past_hyphen(tokens, tail)) if found.scaled else None
        if smaller:  # one billion and a quarter million
            return Number(
                value + smaller * quotient(above, part), past_hyphen(tokens, tail) + 1, found.form, scaled=True
            )
        value, end = value + last * quotient(above, part), tail
    elif low[0] == "point" and found.form == "words" and (spoken := number_words(tokens, end + 1)):
        digits, end = str(spoken.value), spoken.end  # point seventy-one, point oh four
        while (word := tokens.word(end).low) in numerals("unit") and numerals("unit")[word] < TEN:
            digits, end = digits + str(numerals("unit")[word]), end + 1
        value += Decimal("0." + digits)
    else:
        return found
    scale = _scale(tokens, past_hyphen(tokens, end))
    if scale is None:
        return Number(value, end, found.form, found.scaled)
    return Number(value * scale, past_hyphen(tokens, end) + 1, found.form, scaled=True)


def _next_words(tokens: Sentence, i: int) -> tuple[list[str], int]:
    """Return the next three words, hyphens between them left out (``one-and-a-half``), and the index after them."""
    low, k = [], i
    for _ in range(3):
        k = past_hyphen(tokens, k)
        low.append(tokens.word(k).low)
        k += 1
    return low, k


def _half(tokens: Sentence, i: int) -> Number | None:
    """Return ``half a million``, ``a quarter of a million``, ``a third of``, ``half of``; not ``half time``."""
    k = i + 1 if tokens.word(i).low in ("a", "one") else i
    part = numerals("part").get(tokens.word(k).low)
    if part is None or (k == i and tokens.word(k).low != "half") or tokens.word(k).low.endswith("s"):
        return None
    value, after = quotient(Decimal(1), part), k + 1
    of = after + 1 if tokens.word(after).low == "of" else after
    scale = tokens.word(of + 1).low
    if tokens.word(of).low == "a" and scale in scales():
        return Number(value * (scales())[scale], of + 2, "words", scaled=True)
    if (k == i or tokens.word(k).low == "half") and _scale(tokens, past_hyphen(tokens, after)) is not None:
        step = past_hyphen(tokens, after)
        return Number(value * (_scale(tokens, step) or 1), step + 1, "words", scaled=True)
    word, follower = tokens.word(k).low, tokens.word(after)
    if word == "half" and (tokens.word(i - 1).low in _ORDERED or follower.low in _HALF_NAMES or follower.text == "-"):
        return None
    ends = follower.shape in ("mark", "")
    tiny = part >= HUNDRED and k > i  # a millionth
    if word == "half" or tiny or follower.low in PART_FOLLOWERS or (ends and k > i):
        return Number(value, after, "share")
    return Number(value, after, "share") if tokens.word(i).low == "one" else None


_ORDERED = wordset("numbers-ordered")
_HALF_NAMES = wordset("numbers-half-names")
PART_FOLLOWERS = wordset("numbers-part-followers")


def _divided(tokens: Sentence, found: Number, i: int) -> Number:
    """Divide by a denominator or a whole: ``two-thirds``, ``one in five``, ``one out of three``, ``one over 3``."""
    if found.form == "share":
        return found
    k = past_hyphen(tokens, found.end)
    part = numerals("part").get(tokens.word(k).low)
    plural = tokens.word(k).low.endswith(("s", "ves"))
    if part and tokens.near(k) and (plural if found.value != 1 else not plural and tokens.word(i).low == "one"):
        return Number(quotient(found.value, part), k + 1, "share")
    single = found.value == 1 and tokens.word(i).low == "one"
    below = _ordinal(tokens, k, plural=not single) if tokens.near(k) and not part else None
    if below:
        return Number(quotient(found.value, below.value), below.end, "share")
    whole = _whole(tokens, found)
    if whole and whole[0] > found.value > 0 and found.value == found.value.to_integral_value():
        return Number(quotient(found.value, whole[0]), whole[1], "share")
    return found


def _whole(tokens: Sentence, found: Number) -> tuple[Decimal, int] | None:
    """Return what a part is a part of: the five of ``one in five``."""
    k = past_hyphen(tokens, found.end)
    low, low2 = tokens.word(k).low, tokens.word(k + 1).low
    if low == "out" and low2 == "of":
        k += 2
    elif low in ("in", "over") and found.value < TWENTY:
        k = past_hyphen(tokens, k + 1)
    else:
        return None
    digits = tokens.word(k).text
    if low == "in" and "," in digits:
        digits = digits.replace(",", "")  # 3 in 100,000
    if digits.isascii() and digits.isdigit() and (len(digits) < len("1900") or "," in tokens.word(k).text):
        value, end = Decimal(digits), k + 1
    elif words := number_words(tokens, k):
        value, end = words.value, words.end
    else:
        return None
    return None if low != "out" and tokens.word(end).low in _NO_PARTS else (value, end)


_NO_PARTS = wordset("numbers-no-parts")


# --- ordinal numbers ----------------------------------------------------------------------------


def _ordinal(tokens: Sentence, i: int, *, plural: bool = False) -> Number | None:
    """Return an ordinal number, or with ``plural`` a denominator: the ``twenty-firsts`` of three twenty-firsts."""
    token = tokens.word(i)
    if token.shape == "number":
        return _digit_ordinal(tokens, i, plural=plural)
    simple = numerals("ordinal").get(token.low.removesuffix("s")) if token.low.endswith("s") == plural else None
    if simple is not None:
        return Number(simple, i + 1, "ordinal")
    lead = number_words(tokens, i)
    return lead and _compound_ordinal(tokens, lead, plural=plural)


def _digit_ordinal(tokens: Sentence, i: int, *, plural: bool) -> Number | None:
    """Return ``75th``, or with ``plural`` ``20ths``."""
    digits = tokens.words[i].text.replace(",", "")
    if tokens.word(i + 1).low not in _SUFFIXES[plural] or not tokens.glued(i + 1):
        return None
    return Number(Decimal(digits), i + 2, "ordinal") if digits.isdigit() and len(digits) < len("1000000") else None


def _compound_ordinal(tokens: Sentence, lead: Number, *, plural: bool) -> Number | None:
    """Return ``twenty-first``, ``one hundred and fifth``, ``three trillionth``."""
    k = past_hyphen(tokens, lead.end)
    k = k + 1 if tokens.word(k).low == "and" and lead.scaled else k
    word = tokens.word(k).low
    last = numerals("ordinal").get(word.removesuffix("s")) if word.endswith("s") == plural else None
    if last is None or not tokens.near(k) or tokens.word(lead.end - 1).low == "one":
        return None
    if last >= HUNDRED:
        return Number(lead.value * last, k + 1, "ordinal")
    tens = lead.value % HUNDRED
    fits = (tens >= TWENTY and tens % TEN == 0 and last < TEN) or (lead.value >= HUNDRED and tens == 0)
    return Number(lead.value + last, k + 1, "ordinal") if fits else None


_SUFFIXES = {False: ("st", "nd", "rd", "th"), True: ("sts", "nds", "rds", "ths")}
