"""EDTF dates in the words of the pages' language: month names and their order from the locale data of Unicode."""

import re
from datetime import date

from babel.dates import format_date, get_month_names

from generator import edtf
from generator.words import ENGLISH, N_, _, language, locale

_SEASONS = {"21": N_("spring {year}"), "22": N_("summer {year}"), "23": N_("autumn {year}"), "24": N_("winter {year}")}
_QUARTERS = (
    N_("the first quarter of {year}"),
    N_("the second quarter of {year}"),
    N_("the third quarter of {year}"),
    N_("the fourth quarter of {year}"),
)
_MARKS = {"~": N_("about {day}"), "?": N_("possibly {day}"), "%": N_("possibly about {day}")}
_THIRDS = {"early": N_("early {day}"), "mid": N_("mid-{day}"), "late": N_("late {day}")}
_OF_DECADE = {"early": N_("the early {year}s"), "mid": N_("the mid {year}s"), "late": N_("the late {year}s")}
_PART = re.compile(  # as the English words of a span tell that it is a third, or a quarter
    r"""
      (?P<third> early | mid | late ) [ -] (?: [A-Z] | \d )    # early April 2025, mid-2024
    | the [ ] (?P<of_decade> early | mid | late ) [ ] \d{3}0s   # the early 1970s
    | the [ ] (?P<quarter> \w{5,6} ) [ ] quarter [ ] of        # the first quarter of 2024
    """,
    re.VERBOSE,
)
FIRST_OF_QUARTERS = 33  # of the numbers that EDTF gives quarters in place of a month


def dated(value: str) -> str:
    """Return an EDTF value in words: ``14. April 2025`` in German."""
    if language() == ENGLISH:
        return edtf.format_value(value)
    first, slash, last = value.partition("/")
    if not slash:
        return _point(value)
    if first == "..":
        return _("until {day}", day=_point(last))
    if last == "..":
        return _("since {day}", day=_point(first))
    return _part(first, edtf.format_value(value)) or edtf.range_of(_point(first), _point(last))


def _point(value: str) -> str:
    mark, stem = _MARKS.get(value[-1]), value.rstrip("~?%")
    words = _bare(stem)
    return _(mark, day=words) if mark else words


def _bare(stem: str) -> str:
    """Return a value without a mark: a century, a decade, or what begins with a year."""
    if stem.endswith("XX"):
        return _("the {n}th century", n=int(stem[:2]) + 1)
    return _("the {year}s", year=f"{stem[:-1]}0") if stem.endswith("X") else _in_year(stem)


def _in_year(stem: str) -> str:
    """Return a year, a season, a quarter, a month or a day."""
    year, month, day = [*stem.split("-"), "", ""][:3]
    year = year.lstrip("0")
    if not month:
        return year
    if month in _SEASONS:
        return _(_SEASONS[month], year=year)
    if int(month) >= FIRST_OF_QUARTERS:
        return _(_QUARTERS[int(month) - FIRST_OF_QUARTERS], year=year)
    if day:
        return format_date(date.fromisoformat(stem), "long", locale())
    return f"{get_month_names('wide', 'stand-alone', locale())[int(month)]} {year}"


def _part(first: str, english: str) -> str | None:
    """Return a third of a year, month or decade, or a quarter; None for any other span."""
    part = _PART.match(english)
    if part is None:
        return None
    third, of_decade = part["third"], part["of_decade"]
    if third:
        return _(_THIRDS[third], day=_bare(first[: len("2025-04") if edtf.precision(first) == "day" else 4]))
    if of_decade:
        return _(_OF_DECADE[of_decade], year=f"{first[:3]}0")
    return _(_QUARTERS[(int(first[5:7]) - 1) // 3], year=first[:4])
