"""The rules that find temporal expressions, one a line of ``lexicons/dates-rules.txt``."""

import re
from collections.abc import Callable
from functools import partial
from string import Formatter
from typing import Literal, NamedTuple, cast

from generator.extract.dates import absolute, relative
from generator.extract.dates.found import Found
from generator.extract.dates.fragments import full_year, meaning, number, pattern
from generator.lexicons import mapping, table

Reader = Callable[[re.Match[str]], Found | None]

_LENGTHS: tuple[Literal["duration", "set"], ...] = ("duration", "set")
_MODULES = {m.__name__.rpartition(".")[2]: m for m in (absolute, relative)}
_WAYS = {"last": "<<", "past": "<<", "this": "0Y ", "next": ">>", "coming": ">"}
_BACK = ("before", "earlier", "previous", "preceding", "prior")
_FIELDS: dict[str, Callable[[str], object]] = {
    **{kind: partial(meaning, kind) for kind in ("season", "unit", "weekday", "frequency", "named_day", "week")},
    "per": lambda unit: relative.duration(1, meaning("unit", unit)),
    "day": absolute.number_of_day,
    "q": str.upper,
    "n": int,
    "passed": lambda ordinal: int(meaning("ordinal", ordinal)) - 1,
    "digits": lambda d: d[:-1] if len(d) > len("'70") else f"{20 if d.endswith('20') else 19}{d[-2]}",
    "holiday": lambda name: mapping("dates-holidays")[" ".join(name.lower().split())],
    "beside": lambda word: {"before": " -1D", "after": " +1D"}.get(word.lower(), ""),
    "tens": lambda name: int(number(f"{name.lower().removesuffix('ies')}y") or 0) // 10,
    "hundreds": lambda name: full_year(name) // 100 if name else 19,
    "turn": lambda words: "-" if words.lower().split()[0] in _BACK else "+",
    "side": lambda word: "<<" if word.lower() in _BACK else ">>",
    "year": full_year,
    "month": lambda name: int(meaning("month", name)),
    "nth": lambda name: "L" if name.lower() == "last" else meaning("ordinal", name),
    "which": lambda words: _WAYS.get("".join(words.lower().split()[-1:]), "*"),
    "part": lambda word: f" {word.lower()}" if word else "",
}
"""What an offset may name of a match: ``{year:04}-{month:02}``."""


class Rule(NamedTuple):
    """A pattern and what a match of it means; None if it isn't a temporal expression after all.

    ``needs`` are the kinds of words that every match holds: a sentence that lacks one isn't searched.
    """

    needs: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader


def _reader(told: str) -> Reader:
    """Return the function that is named ``module:name``, or what reads every match as ``rule=offset``."""
    module, _, name = told.partition(":")
    if module in _MODULES:
        return cast("Reader", getattr(_MODULES[module], name))
    kind = next((k for k in _LENGTHS if told.startswith(f"{k} ")), None)
    rule, _, value = told.removeprefix(f"{kind} ").partition("=")
    vague = value == "?"
    names = [field for _, field, _, _ in Formatter().parse(value) if field]

    def read(match: re.Match[str]) -> Found:
        filled = None if vague else value.format(**{n: _FIELDS[n](match[n] or "") for n in names}) or None
        if kind:
            return Found(*match.span(), rule, kind, duration=filled, vague=vague)
        return Found(*match.span(), rule, offset=filled, vague=vague)

    return read


RULES = tuple(Rule(frozenset(n.split()), pattern(source), _reader(told)) for _, n, told, source in table("dates-rules"))
