"""Years of an era, and dates whose year has less than four digits: ``44 BC``, ``5 March 79 AD``, ``4 Jul 76``."""

from __future__ import annotations

import re

from generator.extract.dates.absolute import END, WEEKDAY, month_in, number_of_day
from generator.extract.dates.found import Found, Rule, always, expression
from generator.extract.dates.fragments import full_year, pattern

_LAST_DAY = 31  # a number up to it may as well be another day: 4 May 30


def _christian(match: re.Match[str]) -> Found:
    """Read ``AD 79``, ``5 March 79 AD``."""
    year = f"{int(match['year'] or match['ce']):04}"
    return expression(match, "christian-year", f"{year}{_in_year(match)}")


def _short(match: re.Match[str]) -> Found:
    """Read ``4 Jul 76`` and ``22 October 433``; of ``4 July 30`` the text doesn't settle what the number is."""
    digits = match["year"]
    if int(digits) <= _LAST_DAY:
        return expression(match, "short-year")
    year = full_year(digits) if len(digits) == len("76") else int(digits)
    return expression(match, "short-year", f"{year:04}{_in_year(match)}")


def _in_year(match: re.Match[str]) -> str:
    """Return the month and day of a match as they follow a year: ``-07-04``."""
    groups = match.groupdict()
    name = next((g for g in ("month", "month_first") if groups.get(g)), None)
    day = groups.get("day") or groups.get("day_last")
    if name is None:
        return ""
    return f"-{month_in(match, name):02}" + (f"-{number_of_day(day):02}" if day else "")


_DAY = (
    WEEKDAY + r"(?:the{_})?(?:(?P<day>{day})(?:{_}of)?{_}(?P<month>{month})"
    r"|(?P<month_first>{month})(?:{_}(?P<day_last>{day}))?)(?:,{_}|,?{_}(?:in{_}|of{_})?)"
)

RULES: tuple[Rule, ...] = (
    # AD 79, 79 AD, 1200 CE, 24 August 79 AD
    Rule(
        "era",
        pattern(rf"(?:{_DAY})?" + r"(?:A\.?D\.?{_}(?P<year>[0-9]{1,4})|(?P<ce>[0-9]{1,4}){_}(?:A\.D\.|AD|C\.E\.|CE))"),
        _christian,
    ),
    # 44 BC, 22 October 433 BC, 490-479 BC, the 5th century BC
    Rule(
        "era",
        pattern(
            rf"(?:{_DAY})?"
            r"(?:(?:[0-9]{1,5}(?:\s?[-–]\s?|{_}to{_}))?[0-9]{1,5}|(?:the{_})?{ordinal}{_}(?:century|millennium))"
            r"{_}(?:B\.C\.E?\.?|BCE?)"
        ),
        always("before-christ"),
    ),
    # 4 Jul 76, 22 October 433
    Rule(
        "month",
        pattern(
            WEEKDAY
            + r"(?P<day>{day})(?:{_}of)?(?:{_}|-)(?P<month>{month})(?:,?{_}|-)(?P<year>[0-9]{2,3})(?="
            + END
            + ")"
        ),
        _short,
    ),
    # Jul 4, 76; October 433
    Rule(
        "month",
        pattern(WEEKDAY + r"(?P<month>{month})(?:{_}(?P<day>{day}),?)?{_}(?P<year>[0-9]{2,3})(?=" + END + ")"),
        _short,
    ),
)
