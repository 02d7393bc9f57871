"""Numbers with their units: ``USD 145 billion``, ``21%``, ``45 km``, ``dozens of``; the scanner of plain text."""

from decimal import Decimal
from typing import Literal, NamedTuple

from generator.extract.figures.money import TIMES, Unit, measure_after, money_after, money_before
from generator.extract.figures.numbers import number
from generator.extract.figures.numerals import SCALES, Number, numerals, past_hyphen, value_of
from generator.lexicons import wordset
from generator.text import Sentence
from generator.text.words import HYPHENS

Kind = Literal["money", "percent", "points", "count", "share", "quantity", "duration", "age", "ordinal"]
_MILLION = Decimal(1_000_000)
_KINDS: dict[str, Kind] = {
    "percent": "percent",
    "permille": "percent",
    "percentage-point": "points",
    "basis-point": "points",
}
_IDS = {"percent": "%", "permille": "‰", "percentage-point": "pp", "basis-point": "bp"}


class Quantity(NamedTuple):
    """A number with its unit: offsets, first and last token, the value and how it is written.

    ``low_end`` tells that more is meant (``dozens``); ``base`` is the number without its scale (the 5 of
    ``5 million``), by which the ends of a range are compared.
    """

    start: int
    end: int
    first: int
    after: int
    value: Decimal
    unit: str
    kind: Kind
    form: str
    base: Decimal
    scaled: bool
    high: Decimal | None = None
    low_end: bool = False


def plain(value: Decimal) -> Decimal:
    """Return a value without trailing zeros or exponent: ``1.50E+3`` → ``1500``."""
    return Decimal(format(value.normalize(), "f"))


def quantity(tokens: Sentence, i: int, text: str) -> Quantity | None:
    """Return the number with its unit that begins at token ``i``, or None."""
    return _money_first(tokens, i, text) or _vague(tokens, i) or _number_first(tokens, i, text)


def _make(tokens: Sentence, first: int, found: Number, unit: Unit, kind: Kind) -> Quantity:
    places = (tokens.starts[first], tokens.ends[unit.end - 1], first, unit.end)
    return Quantity(*places, plain(found.value * unit.factor), unit.id, kind, found.form, found.value, found.scaled)


# --- money with its sign first ------------------------------------------------------------------


def _money_first(tokens: Sentence, i: int, text: str) -> Quantity | None:
    minus = tokens.word(i).text in ("-", "−") and tokens.glued(i + 1) and not tokens.glued(i)
    unit = money_before(tokens, i + int(minus))
    if unit is None:
        return None
    found = number(tokens, unit.end, text)
    if found is None or found.form == "ordinal":
        return None
    scale, end = _short(tokens, found.end, money=True)
    code, after = _said_again(tokens, end, unit.id)
    sign = -1 if minus else 1
    scaled = found._replace(value=found.value * scale * sign, scaled=found.scaled or scale > 1)
    made = _make(tokens, i, scaled, Unit(code, after, unit.factor), "money")
    return made._replace(base=_base(tokens, unit.end, found))


def _said_again(tokens: Sentence, end: int, code: str) -> tuple[str, int]:
    """Return the currency of ``$5 million USD``, ``$20 Canadian``; else the one before the number."""
    again = money_after(tokens, end, large=True) if tokens.near(end, 1) else None
    if again and again.factor == 1 and not again.id.startswith("?") and tokens.word(end).text != "won":
        said = again.id != code or tokens.word(end).text.isupper() or "plural" in tokens.word(end).kinds
        return (again.id, again.end) if said else (code, end)
    return code, end


def _base(tokens: Sentence, i: int, found: Number) -> Decimal:
    digits = tokens.word(i).text if found.scaled and tokens.word(i).shape == "number" else ""
    return value_of(digits) or found.value


def _short(tokens: Sentence, i: int, *, money: bool) -> tuple[Decimal, int]:
    """Return the scale of ``2.5bn``, ``10k``, ``5m`` and the index after it, or (1, i)."""
    token = tokens.word(i)
    scale = numerals("short").get(token.low)
    tight = tokens.glued(i)
    if scale is None or not tokens.near(i, 1) or (tokens.glued(i + 1) and tokens.word(i + 1).shape == "number"):
        return Decimal(1), i
    if len(token.low) > 1 and (token.low not in ("mm", "mil") or money or (tight and token.low == "mil")):
        return scale, i + 1
    if money:
        return (scale, i + 1) if tight or token.text in ("M", "B", "m", "b") else (Decimal(1), i)
    counted = tight and token.low != "t" and _counted(tokens, i + 1)  # 5m people, 7B parameters; but 4K video, Form 4B
    if token.text == "M" or counted or (token.text == "k" or (tight and token.text == "b")):
        return scale, i + 1
    return Decimal(1), i


def _counted(tokens: Sentence, i: int) -> bool:
    """Tell whether money or a plural follows, so that ``5m`` is five million rather than five metres."""
    word = tokens.word(i)
    return tokens.near(i, 1) and (
        money_after(tokens, i, large=True) is not None
        or (word.low.endswith("s") and len(word.low) > len("its") and word.low not in _ALSO_VERBS)
    )


# --- the number first ---------------------------------------------------------------------------


def _number_first(tokens: Sentence, i: int, text: str) -> Quantity | None:
    minus = _minus(tokens, i)
    found = number(tokens, i + minus, text)
    if found is None:
        return None
    if found.form == "ordinal":
        return None if minus else _make(tokens, i, found, Unit("1", found.end), "ordinal")
    scale, end = _short(tokens, found.end, money=False)
    scaled = found._replace(value=found.value * scale * (-1 if minus else 1), scaled=found.scaled or scale > 1, end=end)
    made = _with_unit(tokens, i, scaled)
    return made._replace(base=_base(tokens, i + minus, found))


_DASHES = ("-", "−")


def _minus(tokens: Sentence, i: int) -> int:
    """Return 1 where a minus stands before a number: ``-5``, ``minus 5``, ``- 5 degrees Celsius``."""
    token = tokens.word(i)
    if token.low in ("minus", "negative"):
        return 1 + (tokens.low(i + 1) in HYPHENS)
    alone = token.text in _DASHES and not (
        tokens.glued(i) and (tokens.words[i - 1].shape in ("word", "number") or tokens.words[i - 1].text in "%°")
    )
    return int(alone and tokens.near(i + 1, 1) and tokens.word(i + 1).shape == "number")


_ALSO_VERBS = wordset("sentence-third-person") | wordset("measure-also-verbs")
_ALSO_NOUNS = wordset("phrases-also-nouns")
"""Units whose singular behind a number is another noun's first half: *two cup finals*, *20 stone steps*."""


def _with_unit(tokens: Sentence, i: int, found: Number) -> Quantity:
    large = found.scaled and abs(found.value) >= _MILLION
    if money := money_after(tokens, found.end, large=large):
        scale = numerals("scale").get(tokens.low(money.end)) if tokens.near(money.end) and not found.scaled else None
        unit = money._replace(end=money.end + 1, factor=money.factor * scale) if scale else money  # 75 USD million
        return _make(tokens, i, found, unit, "money")
    measured = measure_after(tokens, found.end)
    loose = found.value > 1 and tokens.low(found.end) not in HYPHENS  # an 80-yard run is a length
    if measured is None or (loose and measured.end == found.end + 1 and tokens.low(found.end) in _ALSO_NOUNS):
        return _make(tokens, i, found, Unit("1", found.end), "share" if found.form == "share" else "count")
    if measured.id in TIMES:
        return _time(tokens, i, found, measured)
    kind = _KINDS.get(measured.id, "quantity")
    return _make(tokens, i, found, measured._replace(id=_IDS.get(measured.id, measured.id)), kind)


def _time(tokens: Sentence, i: int, found: Number, unit: Unit) -> Quantity:
    """Return a duration, or an age: ``45-year-old``, ``45 years old``."""
    k = past_hyphen(tokens, unit.end)
    if tokens.word(k).low in ("old", "olds") or (tokens.word(k).low, tokens.word(k + 1).low) == ("of", "age"):
        end = k + 1 if tokens.word(k).low != "of" else k + 2
        return _make(tokens, i, found, unit._replace(end=end), "age")
    return _make(tokens, i, found, unit, "duration")


# --- dozens, hundreds of thousands --------------------------------------------------------------

PLURALS = numerals("plural")
FEW = ("several", "few", "many")
_LEAST = Decimal(2)  # a plural without a number says two at least: ``dozens`` are 24 or more


def _vague(tokens: Sentence, i: int) -> Quantity | None:
    """Return the lower bound of ``dozens of``, ``tens of thousands``, ``several hundred``, ``billions of dollars``."""
    low = tokens.word(i).low
    if low in FEW:
        scale = SCALES.get(tokens.low(i + 1))
        return _least(tokens, i, i + 2, scale * _LEAST) if scale and tokens.near(i + 1) else None
    step = PLURALS.get(low) if low != "tens" else Decimal(10)
    if step is None or (low == "scores" and tokens.word(i + 1).low != "of"):
        return None
    k, value = i + 1, step * _LEAST
    if tokens.word(k).low == "of" and tokens.word(k + 1).low in PLURALS and low in ("tens", "hundreds", "thousands"):
        value, k = value * PLURALS[tokens.words[k + 1].low], k + 2
    elif low == "tens":
        return None
    return _least(tokens, i, k, value)


def _least(tokens: Sentence, i: int, end: int, value: Decimal) -> Quantity:
    behind = end + 1 if tokens.word(end).low == "of" else end
    found = Number(value, end, "words", scaled=True)
    money = money_after(tokens, behind, large=True)
    unit = money or measure_after(tokens, behind) or Unit("1", end)
    kind: Kind = "money" if money else "count" if unit.id == "1" else "quantity"
    if unit.id in TIMES:
        kind = "duration"
    return _make(tokens, i, found, unit, kind)._replace(low_end=True, base=value)
