"""A sentence ──▶ the facts in it, and whether two of them can be the same."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from generator import edtf
from generator.lexicons import compiled, listed
from generator.link.differences.corpus import Line, is_land
from generator.link.differences.values import agree, same_size
from generator.link.entities.forms import sound
from generator.model import Date, Entity, Figure, Kind, Name, Span
from generator.text.fold import letters

FactKind = Literal["figure", "date", "name", "other"]

SPELT, SPELT_ALIKE = 4, 0.75
"""Letters from which a word can be a spelling of another, and how much of both must agree: Zelensky, Zelenskiy."""
_BETWEEN = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"(?<![0-9]\s,\s)[0-9](?:[0-9.,:/-]{0,30}[0-9])?")  # but not the 000 of 2 , 000ft
_CAPITAL = re.compile(r"(?<![.!?“\"‘'(]\s)(?<!^)\b[A-Z][\w’'-]{1,40}")
_BUT = re.compile(r"(?i)\bnot\b[^.;:]{1,60}\bbut\b|\bnot (?:only|just|merely|least)\b")
_SUPPOSED = re.compile(r"(?i)\b(?:would|could|should|may|might|if|unless)\b")
WEEKDAY = re.compile(r"(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day\b")
_DAY_NUMBER = re.compile(r"\b[0-9]{1,4}\b")

_NUMERAL = re.compile(r"[0-9][0-9.,:/-]{0,20}")
_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}")
_ABSOLUTE = compiled("day-or-number")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure, a date or a name of a sentence; ``other`` is a number or capital word that nothing explains."""

    kind: FactKind
    span: Span
    text: str
    figure: Figure | None = None
    date: Date | None = None
    name: Name | None = None
    entity: Entity | None = None


def facts_of(line: Line) -> tuple[Fact, ...]:
    """Return the facts of a sentence in text order; none shares a character with another, the longer one wins."""
    found = [Fact("date", d.span, d.text, date=d) for d in line.dates]
    found += [Fact("figure", f.span, f.text, figure=f) for f in line.figures]
    found += [Fact("name", n.span, n.text, name=n, entity=e) for n, e in line.names if n.form != "pronoun"]
    kept: list[Fact] = []
    for fact in sorted(found, key=lambda f: (f.kind != "date", f.span.start - f.span.end, f.span)):
        if not any(fact.span.meets(k.span) for k in kept):
            kept.append(fact)
    kept += _unexplained(line, kept)
    return tuple(sorted(kept, key=lambda f: f.span))


def _unexplained(line: Line, known: list[Fact]) -> list[Fact]:
    start = line.sentence.span.start
    found = [m for p in (_DIGITS, _CAPITAL) for m in p.finditer(line.text) if start + m.start() >= line.told.start]
    spans = [(type(line.sentence.span)(start + m.start(), start + m.end()), m.group()) for m in found]
    return [Fact("other", s, text) for s, text in spans if not any(s.meets(k.span) for k in known)]


def same_fact(one: Fact, other: Fact) -> bool:
    """Tell whether two facts can be the same, told with another precision or in another form."""
    if one.kind != other.kind:
        return {one.kind, other.kind} == {"name", "other"} and letters(one.text) == letters(other.text)
    if one.figure and other.figure:
        return one.figure.unit == other.figure.unit and agree(one.figure, other.figure)
    if one.date and other.date:
        return _same_date(one.date, other.date)
    if one.entity and other.entity:
        return _same_name(one, other)
    return letters(one.text) == letters(other.text)


def _same_date(one: Date, other: Date) -> bool:
    """Tell whether two dates can be one; the weekday counts, too, and an unresolved date is only its words."""
    if _BETWEEN.sub(" ", letters(one.text)) == _BETWEEN.sub(" ", letters(other.text)):
        return True
    if one.kind != other.kind or (one.duration and other.duration):
        return (one.kind, one.duration) == (other.kind, other.duration)
    first, second = (WEEKDAY.search(d.text) for d in (one, other))
    if first and second and first.group().lower() != second.group().lower():
        return False
    if one.value and other.value:
        return edtf.compatible(one.value, other.value)
    return not (_DAY_NUMBER.search(one.text) and _DAY_NUMBER.search(other.text))


def _same_name(one: Fact, other: Fact) -> bool:
    a, b = one.entity, other.entity
    if a is None or b is None or a.id == b.id or a.kind != b.kind:
        return a is not None and b is not None and a.id == b.id
    if a.kind == "place" and a.country and a.country == b.country and any(is_land(e) for e in (a, b)):
        return True  # the capital stands for the government
    mine, theirs = ({letters(w) for w in t.replace("-", " ").split()} for t in (one.text, other.text))
    return mine <= theirs or theirs <= mine


@lru_cache(maxsize=1 << 15)
def may_be_spelling(one: str, other: str) -> bool:
    """Tell whether two names may be one in two spellings: as many words, each nearly the same and beginning alike.

    Enough to say nothing of them; what is told as a spelling is sure (``entities.spelling.is_spelling``).
    """
    mine, theirs = ([letters(w) for w in t.replace("-", " ").split()] for t in (one, other))
    if len(mine) != len(theirs):
        return False
    return all(_nearly(a, b) for a, b in zip(mine, theirs, strict=True))


def _nearly(a: str, b: str) -> bool:
    if min(len(a), len(b)) < SPELT or sound(a)[:1] != sound(b)[:1]:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= SPELT_ALIKE


def corrects(one: str, other: str) -> bool:
    """Tell whether a *not* is followed by what is so instead (``not one, but several``), or one side only supposes."""
    return amends(one) or amends(other) or bool(_SUPPOSED.search(one)) != bool(_SUPPOSED.search(other))


def amends(text: str) -> bool:
    """Tell whether a *not* is followed by what is so instead."""
    return bool(_BUT.search(text))


def expected(line: Line, *besides: str) -> bool:
    """Tell whether a sentence forecasts; whether a verb is in the future tense is another question."""
    low = {w.strip(".,;:").casefold() for w in line.text.split() if w.strip(".,;:") != "May"}
    return not low.isdisjoint(listed("link-forecasts") - {"will", *besides})


def same(one: Fact, other: Fact) -> bool:
    """Tell whether two facts can be the same, in other words, another precision or another unit."""
    return same_fact(one, other) or converts(one, other)


def converts(one: Fact, other: Fact) -> bool:
    """Tell whether two figures may be one size or sum in two units: another number, whose worth only we would know."""
    if one.figure is None or other.figure is None or one.figure.unit == other.figure.unit:
        return False
    same = same_size(one.figure, other.figure)
    return one.figure.value != other.figure.value if same is None else same


def contradict(one: Fact, other: Fact) -> Kind | None:
    """Return what two facts at one place contradict each other in, or None where that isn't sure."""
    texts = one.text, other.text
    if one.date and other.date and one.date.duration and other.date.duration:
        return Kind.FIGURE
    if all(_YEAR.fullmatch(t) for t in texts) or (one.date and other.date and all(_ABSOLUTE.search(t) for t in texts)):
        return Kind.DATE
    if one.date and other.date:
        return None
    if all(f.figure or _NUMERAL.fullmatch(f.text) for f in (one, other)):
        return Kind.FIGURE
    return Kind.NAME if _other_name(one, other) else None


def _other_name(one: Fact, other: Fact) -> bool:
    """Tell whether two names at one place are of two things, and not two forms of one name; one of them is known."""
    if not any(f.entity for f in (one, other)) or not all(f.name or f.kind == "other" for f in (one, other)):
        return False
    a, b = (letters(f.text) for f in (one, other))
    if {*a.split()} & {*b.split()} or {a, b} & listed("names-titles"):
        return False
    if one.entity and other.entity and one.entity.key and other.entity.key:
        return True  # Iran and Iraq are spelt alike, but both are known
    return not _is_short_for(a, b) and not may_be_spelling(one.text, other.text)


def _is_short_for(one: str, other: str) -> bool:
    """Tell whether one of two folded names may be short for the other: *un*, *united nations*; *russia*, *russian*."""
    less, more = sorted((one, other), key=len)
    return more.startswith(less) or less == "".join(w[0] for w in more.split() if w)
