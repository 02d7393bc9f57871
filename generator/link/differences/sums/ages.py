"""Ages, counted from a year of birth: ``2024 − 1980 = 44``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator import edtf
from generator.link.differences.sums.check import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Check, Date, Entity, Name

MOST = 10
"""Mentions of an age, and of a birth, that are compared for one person."""
OLDEST = 115
"""Years of an age; more is something else."""
FAR = 20
"""Years by which an age differs at most from the one worked out; else somebody else is meant."""

_AGE = re.compile(r"^, (?:aged |age )?(?P<age>[0-9]{1,3})(?=[,.;)]|$)|^ \((?P<bracket>[0-9]{1,3})\)")  # “, 54,”
_IS = re.compile(r"^,? (?:who )?(?:is|turned|has turned) (?:now )?(?P<age>[0-9]{1,3})(?=[,.;]| years old| this|$)")
_BORN = re.compile(r"(?i)^,? ?(?:\(|who )?(?:was )?(?:born|b\.) (?:[^\d.;:()]{0,40} )?(?:on |in )?$")


class _Told(NamedTuple):
    """What a sentence tells of a person's age or birth: a number of years, or a date."""

    line: Line
    words: str
    years: int
    born: Date | None = None


def ages(corpus: Corpus) -> Iterator[Check]:
    """Compare the ages of people with their births, wherever either is told."""
    for entity in corpus.briefing.entities:
        if entity.kind == "person":
            births, told = _of_person(corpus, entity)
            for age in told[:MOST]:
                made = next((m for b in births[:MOST] if (m := _compared(corpus, b, age))), None)
                if made:
                    yield made
                    break


def _of_person(corpus: Corpus, person: Entity) -> tuple[list[_Told], list[_Told]]:
    births: list[_Told] = []
    told: list[_Told] = []
    for mention in person.mentions:
        line = corpus.line_of(mention)
        if line and mention.form != "pronoun":
            behind = line.text[mention.span.end - line.sentence.span.start :]
            found = _AGE.match(behind) or _IS.match(behind)
            if found:
                years = int(next(g for g in found.groups() if g))
                told.append(_Told(line, found.group(), years))
            births += _births(line, mention)
    return births, [t for t in told if t.years <= OLDEST]


def _births(line: Line, mention: Name) -> Iterator[_Told]:
    """Yield the birth that is told directly behind a name."""
    for date in line.dates:
        if date.value and date.span.start >= mention.span.end and date.basis == "stated" and "/" not in date.value:
            start = line.sentence.span.start
            between = line.text[mention.span.end - start : date.span.start - start]
            if _BORN.match(between):
                yield _Told(line, date.text, 0, date)
            return


def _compared(corpus: Corpus, birth: _Told, age: _Told) -> Check | None:
    published = corpus.published(age.line.article)
    born = edtf.bounds(birth.born.value) if birth.born and birth.born.value else None
    now = edtf.bounds(published) if published else None
    if born is None or now is None or not (born.first and born.last and now.first and now.last):
        return None
    most = now.last.year - born.first.year
    before = (now.first.month, now.first.day) < (born.last.month, born.last.day)
    least = now.first.year - born.last.year - (1 if before else 0)
    if age.years > most + FAR or age.years < least - FAR or least < 0:
        return None
    holds = least <= age.years <= most
    result = f"{least}" if least == most else f"{least} or {most}"
    years = now.last.year - born.first.year
    told = "" if age.years == years else f", {years - 1} before the birthday" if holds else f", not {age.years}"
    formula = f"{now.last.year} − {born.first.year} = {years}{told}"
    because = (
        f"Born “{' '.join(birth.words.split())}”, so {result} years old on the day of publication; told: {age.years}."
    )
    evidence = (birth.line.sentence, age.line.sentence)
    return check("age", (formula, because), holds=holds, evidence=evidence)
