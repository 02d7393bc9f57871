"""Text ──▶ quantities: every number of a text with its unit, from left to right; two that are a range are one."""

from decimal import Decimal
from functools import cache, lru_cache

from generator.extract.figures.money import codes, prefixes
from generator.extract.figures.numerals import numerals
from generator.extract.figures.phrases import FEW, PLURALS, Quantity, plain, quantity
from generator.extract.figures.sentence import VERBS, plural
from generator.model import Span
from generator.text import Sentence, Word
from generator.text.tokens import pieces_of, tokens
from generator.text.words import HYPHENS, LEXICON

_DASHES = ("-", "‐", "‑", "–", "—", "~", "−")
_SMALL = Decimal(12)  # the largest number of ``ten or twelve``: beyond it *or* names alternatives
_YEARS = (1000, 2100)
_REACH = 6  # tokens before *from* among which such a verb stands
_SMALLER = {("foot", "inch"): 12, ("yard", "foot"): 3, ("stone", "pound"): 14, ("pound", "ounce"): 16}
_SMALLER |= {("kilometer", "meter"): 1000, ("meter", "centimeter"): 100, ("mile", "yard"): 1760}
_SMALLER |= {("kilogram", "gram"): 1000, ("tonne", "kilogram"): 1000}
"""How many of a unit make one of the next: ``5 feet 2 inches`` is one length."""
_METRIC = 100  # units so far apart are parted by a comma only where they are two lengths


def join(tokens: Sentence, low: Quantity, high: Quantity) -> Quantity | None:
    """Return what two neighbouring quantities are together, a range or one length, or None where they are separate."""
    unit = "inch" if low.unit == "foot" and _are_inches(tokens, low, high) else high.unit
    if (low.unit, unit) in _SMALLER and high.value < _SMALLER[low.unit, unit]:
        return _composed(tokens, low, high._replace(unit=unit, kind="quantity"))
    link = [t.low for t in tokens.words[low.after : high.first]]
    if len(link) != 1 or "ordinal" in (low.kind, high.kind) or low.low_end or high.low_end:
        return None
    before = tokens.word(low.first - 1).low
    if not _linked(tokens, link[0], before, low, high):
        return None
    ends = _ends(low, high)
    if ends is None or ends[0] >= ends[1]:
        return None
    chief = low if high.unit == "1" or low.kind == "age" else high  # $5-10 million, aged 20 to 40
    made = high._replace(start=low.start, first=low.first, base=low.base)
    return made._replace(value=plain(ends[0]), high=plain(ends[1]), unit=chief.unit, kind=chief.kind)


def _are_inches(tokens: Sentence, low: Quantity, high: Quantity) -> bool:
    """Tell whether a bare number behind feet counts inches: ``6-foot-5``, ``5ft 10in``."""
    hyphen = tokens.word(low.after).text in HYPHENS and tokens.glued(high.first)
    named = tokens.low(high.after) == "in" and tokens.glued(high.after)
    return high.unit == "1" and (hyphen or (named and high.first == low.after))


def _composed(tokens: Sentence, low: Quantity, high: Quantity) -> Quantity | None:
    between = [t.low for t in tokens.words[low.after : high.first]]
    if between not in ([], [","], ["and"], ["-"]) or low.value != int(low.value) or low.high or high.high:
        return None
    named = tokens.low(low.first - 1) in ("the", "over", "at", "both", "between")
    if (between == ["and"] and named) or (between == [","] and _SMALLER[low.unit, high.unit] >= _METRIC):
        return None  # she won the 5 km and 200 m, races over 5 km, 400 m and 200 m
    value = low.value * _SMALLER[low.unit, high.unit] + high.value
    return high._replace(start=low.start, first=low.first, value=plain(value), base=value)


def _linked(tokens: Sentence, link: str, before: str, low: Quantity, high: Quantity) -> bool:
    """Tell whether the word or sign between the two makes a range of them."""
    if link in _DASHES:
        chain = tokens.word(high.after).text in _DASHES and tokens.glued(high.after)
        return not _years(low, high) and not chain and before not in _DASHES
    if link == "to":
        return not _years(low, low) and not _changed(tokens, low, high)
    if link == "and":
        return before == "between"
    behind = tokens.words[high.after : high.after + 3]  # 10 or 11 small towns
    close = link == "or" and high.value <= _SMALL and high.value - low.value == 1
    return close and any(plural(t.text) for t in behind)


def _years(low: Quantity, high: Quantity) -> bool:
    both = low.unit == high.unit == "1" and low.end - low.start == len("2019")
    return both and low.value == int(low.value) and _YEARS[0] <= low.value and high.value <= _YEARS[1]


def _changed(tokens: Sentence, low: Quantity, high: Quantity) -> bool:
    """Tell whether *to* leads to what a change came to: ``fell by 595,000 to 124 million``, not ``rose 5 to 10%``."""
    verb = any(VERBS.get(t.low, "level") != "level" for t in tokens.words[max(0, low.first - _REACH) : low.first])
    return verb and (low.unit != "1" or high.value > low.value * _FAR)


_FAR = 10  # ends of a range lie closer together than this


def _ends(low: Quantity, high: Quantity) -> tuple[Decimal, Decimal] | None:
    """Return both values, the scale of the second lent to the first: ``5-10 million``."""
    if low.unit not in ("1", high.unit) and high.unit != "1":
        return None
    value = low.value
    if not low.scaled and high.scaled and low.base < high.base and high.base:
        value = low.value * (abs(high.value) / abs(high.base))
    return value, high.value


def dashed_score(tokens: Sentence, found: Quantity) -> bool:
    """Tell whether a bare number is half of a score or a code: ``3-2``, ``2-1.``, ``F-16``, ``14:30``."""
    before, after = tokens.word(found.first - 1), tokens.word(found.after)
    if found.unit != "1" or found.high is not None:
        return False
    led = before.text in (*_DASHES, ":", "/", "_", "@") and tokens.glued(found.first)
    led = led and tokens.glued(found.first - 1)
    if found.scaled:
        return led and tokens.word(found.first - 2).shouted  # the capsule TMA-11M
    trailed = after.text in (*_DASHES, ":", "/", "_") and tokens.glued(found.after) and tokens.glued(found.after + 1)
    return led or (trailed and tokens.word(found.after + 1).shape == "number")


def scan(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of a text with their units; see ``scan_tokens``."""
    return (
        scan_tokens(Sentence(Span(0, len(text)), "paragraph", *tokens(text, 0, len(text))).pieces, text) if text else ()
    )


def scan_tokens(tokens: Sentence, text: str, days: frozenset[int] = frozenset()) -> tuple[Quantity, ...]:
    """Return the numbers of a sentence of a text with their units, in order, without overlap.

    Digits of a date (the tokens ``days``) are no number, but that of an anniversary. Everything else that is written as
    a number is here, also what counts nothing; ``find_figures`` drops that.
    Linear in the length of the sentence. Shares without a finite decimal have 15 digits.
    """
    return tuple(q for q in _joined(tokens, _singles(tokens, text, days)) if not dashed_score(tokens, q))


def _singles(tokens: Sentence, text: str, days: frozenset[int]) -> list[Quantity]:
    found: list[Quantity] = []
    after = 0
    for i in [i for i, word in enumerate(tokens.words) if _may_begin(word)]:
        hangs = tokens.glued(i + 1) and tokens.word(i + 1).shape == "word"  # the 75th of an anniversary
        dated = i in days and tokens.words[i].shape == "number" and not hangs
        idle = (
            i < after
            or (tokens.words[i].low in _LEADS and not _may_begin(tokens.word(i + 1)))
            or _inside_name(tokens, i)
            or dated
        )
        one = None if idle else quantity(tokens, i, text)
        if one is None:
            continue
        after = one.after
        if not (_part_of_word(tokens, one) or _is_model(tokens, one)):
            found.append(_aged(tokens, one))
    return found


def _inside_name(tokens: Sentence, i: int) -> bool:
    """Tell whether digits hang on letters or a percent sign: ``G20``, ``A380``, ``m212``, ``X1.6``, ``%20``."""
    k = i - 2 if tokens.low(i - 1) == "." and tokens.glued(i) and tokens.glued(i - 1) and i > 1 else i
    before = tokens.words[k - 1]
    hangs = before.shape == "word" or before.text == "%"
    return hangs and tokens.glued(k) and tokens.words[k].shape in ("number", "fraction")


def _part_of_word(tokens: Sentence, found: Quantity) -> bool:
    """Tell whether letters that are no unit hang on the number: ``3D``, ``5G``, ``737s``."""
    after = tokens.word(found.after)
    return (
        after.shape in ("word", "number")
        and tokens.glued(found.after)
        and tokens.words[found.after - 1].shape == "number"
    )


def _is_model(tokens: Sentence, found: Quantity) -> bool:
    """Tell whether one letter behind digits is no unit: the rocket ``Long March 4C``, a screen of ``1080p``."""
    last = tokens.words[found.after - 1]
    if found.after - found.first != len(("4", "C")) or len(last.text) > 1 or not tokens.glued(found.after - 1):
        return False
    named = tokens.parts[found.first - 1] == "name" if found.first else False
    return last.shape == "word" and (named or (last.text == "p" and tokens.words[found.first].text in _SCREENS))


_SCREENS = ("240", "360", "480", "576", "720", "1080", "1440", "2160")


def _aged(tokens: Sentence, found: Quantity) -> Quantity:
    if found.kind in ("count", "duration") and tokens.word(found.first - 1).low == "aged":
        return found._replace(kind="age", unit="year")
    return found


def _joined(tokens: Sentence, found: list[Quantity]) -> list[Quantity]:
    out: list[Quantity] = []
    for one in found:
        both = join(tokens, out[-1], one) if out else None
        if both:
            out[-1] = both
        else:
            out.append(one)
    return out


def has_number(sentence: Sentence) -> bool:
    """Tell whether a sentence may have a number; most sentences are passed over by this one look-up a word."""
    return any(map(_is_number, [w.text for w in sentence.words]))


@lru_cache(maxsize=1 << 16)
def _is_number(word: str) -> bool:
    """Tell whether a piece of a word says that there is a number, which an article or a minus may stand before."""
    pieces = (word,) if word.isalpha() else pieces_of(word)
    return any(_may_begin(LEXICON[p]) and LEXICON[p].low not in _LEADS for p in pieces)


@lru_cache(maxsize=1 << 16)
def _may_begin(token: Word) -> bool:
    return token.shape in ("number", "fraction") or token.low in _beginnings() or token.text in codes()


_LEADS = ("a", "an", "minus", "negative", "point", "-", "−")


@cache
def _beginnings() -> frozenset[str]:
    numbers = {w for kind in ("unit", "scale", "group", "part", "ordinal") for w in numerals(kind)}
    return frozenset(numbers | set(PLURALS) | set(FEW) | prefixes() | {"tens", *_LEADS})
