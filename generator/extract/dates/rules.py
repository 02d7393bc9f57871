"""The rules that find temporal expressions, one a line of ``lexicons/dates-rules.txt``."""

import re
from collections.abc import Callable
from string import Formatter
from typing import NamedTuple, cast

from generator.extract.dates import absolute, durations, narrative, periods, relative
from generator.extract.dates.found import Found, expression
from generator.extract.dates.fragments import full_year, meaning, pattern
from generator.lexicons import table

Reader = Callable[[re.Match[str]], Found | None]

_MODULES = {m.__name__.rpartition(".")[2]: m for m in (absolute, durations, narrative, periods, relative)}
_FIELDS: dict[str, Callable[[str], int | str]] = {
    "year": full_year,
    "month": lambda name: int(meaning("month", name)),
    "season": lambda name: meaning("season", name),
    "unit": lambda name: meaning("unit", name),
}
"""What an offset may name of a match: ``{year:04}-{month:02}``."""


class Rule(NamedTuple):
    """A pattern and what a match of it means; None if it isn't a temporal expression after all.

    ``needs`` are the kinds of words that every match holds: a sentence that lacks one isn't searched.
    """

    needs: str
    pattern: re.Pattern[str]
    read: Reader


def _reader(told: str) -> Reader:
    """Return the function that is named ``module:name``, or what reads every match as ``rule=offset``."""
    module, _, name = told.partition(":")
    if module in _MODULES:
        return cast("Reader", getattr(_MODULES[module], name))
    rule, _, offset = told.partition("=")
    vague = offset == "?"
    names = [field for _, field, _, _ in Formatter().parse(offset) if field]

    def read(match: re.Match[str]) -> Found:
        value = offset.format(**{n: _FIELDS[n](match[n]) for n in names})
        return expression(match, rule, None if vague else value or None, vague=vague)

    return read


RULES = tuple(Rule(needs, pattern(source), _reader(told)) for _examples, needs, told, source in table("dates-rules"))
