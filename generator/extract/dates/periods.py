"""Periods of the calendar and eras: quarters, halves, seasons, fiscal years, holidays, ``44 BC``, ``5 March 79 AD``."""

import re

from generator.extract.dates.absolute import END, WEEKDAY, month_in, number_of_day
from generator.extract.dates.found import Found, Rule, always, expression, filled
from generator.extract.dates.fragments import full_year, is_known, meaning, number, pattern
from generator.lexicons import table

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

_ERAS: tuple[Rule, ...] = (
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


_HOLIDAYS = {name: key for name, key, _ in table("dates-holidays")}
_QUARTERS_IN_YEAR = 4
_HALVES_IN_YEAR = 2
_CENTURY = 100


def _quarter(match: re.Match[str]) -> Found:
    """Read ``Q1 2024`` or ``2024 Q1``; without a year the tense settles it."""
    groups = match.groupdict()
    stated = groups.get("year") or groups.get("before")
    what = f"{match['kind'].upper()}{match['n']}"
    if not stated:
        return expression(match, "quarter", f"*{what}")
    full = int(stated.lstrip("'’"))
    return expression(match, "quarter-of-year", f"{full + 2000 if full < _CENTURY else full:04} {what}")


def _ordinal_quarter(match: re.Match[str]) -> Found | None:
    ordinal = int(meaning("ordinal", match["ordinal"]))
    half = match["what"].lower() == "half"
    if ordinal > (_HALVES_IN_YEAR if half else _QUARTERS_IN_YEAR):
        return None
    fiscal = match["fiscal"] or match["fiscal2"]
    if match["stated"]:
        return expression(match, "quarter-of-year", f"{match['stated']} {'H' if half else 'Q'}{ordinal}")
    if fiscal:
        return expression(match, "fiscal-quarter", None)
    return expression(match, "half" if half else "quarter", f"*{'H' if half else 'Q'}{ordinal}")


def _holiday(match: re.Match[str]) -> Found:
    key = _HOLIDAYS[" ".join(match["holiday"].lower().split())]
    way = {"last": "<<", "next": ">>", "this": "0Y "}.get((match["which"] or "").lower(), "*")
    return expression(match, "holiday", f"{match['year']} {key}" if match["year"] else f"{way}{key}")


_WEEKS = {"1": "D1-7 ~", "2": "D8-14 ~", "3": "D15-21 ~", "4": "D22-28 ~"}


def _number_of(ordinal: str) -> str:
    word = ordinal.lower()
    return meaning("ordinal", word) if is_known("ordinal", word) else ""


def _nth_weekday(match: re.Match[str]) -> Found:
    nth = match["nth"].lower()
    number = "L" if nth == "last" else meaning("ordinal", nth)
    return expression(match, "nth-in-month", f"N{number}W{meaning('weekday', match['weekday'])}")


def _anniversary(match: re.Match[str]) -> Found | None:
    """Read ``the 75th anniversary``: so many years before, by our sum."""
    digits = "".join(c for c in match["n"] or "" if c.isdigit())
    name = (match["n"] or match[0].split()[-1]).lower()
    kind = next((k for k in ("ordinal", "ordinal-of-years", "jubilee") if is_known(k, name)), "")
    years = int(digits or meaning(kind, name))
    return expression(match, "anniversary", f"-{years}Y") if years else None


def _first_units(match: re.Match[str]) -> Found | None:
    """Read ``the first seven months``, to be completed by ``of 2024``."""
    count = number(match["number"]) or 0
    unit = match["unit"][0].upper()
    if count < 1 or count > 12 or count % 1:  # noqa: PLR2004
        return None
    last = match["end"].lower() not in ("first", "opening")
    if unit == "Q":
        what = f"Q-{int(count)}" if last else f"Q1-{int(count)}"
    elif unit == "Y":
        return Found(match.start(), match.end(), "duration", kind="duration", duration=f"P{int(count)}Y")
    else:
        what = f"{unit}-{int(count)}" if last else f"{unit}1-{int(count)}" if count > 1 else f"{unit}1"
    return Found(
        match.start(),
        match.end(),
        "first-units",
        kind="duration",
        offset=f"<<{what}",
        duration=f"P{int(count) * (3 if unit == 'Q' else 1)}{'M' if unit == 'Q' else unit}",
    )


RULES: tuple[Rule, ...] = (
    *_ERAS,
    # Q1 2024, Q1'24, H1 2024
    Rule(
        "q",
        pattern(r"(?P<kind>[QqHh])(?P<n>[1-4])(?:[-\s]{0,2}(?:of\s)?(?P<year>['’]?{year}|['’][0-9]{2}))?(?![0-9.-])"),
        _quarter,
    ),
    # 2024 Q1, 2024Q1
    Rule("q", pattern(r"(?P<before>{year})[-\s]?(?P<kind>[QH])(?P<n>[1-4])"), _quarter),
    # the third quarter, third-quarter, the 1988 second quarter, the fiscal first quarter, its first half
    Rule(
        "quarter",
        pattern(
            r"(?:(?:the|its|their|our){_})?(?:(?P<stated>{year}){_})?(?:(?P<fiscal>fiscal|financial)[-\s]{1,3})?"
            r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th){_}(?:(?P<fiscal2>fiscal){_})?(?P<what>quarter|half)(?:{_}of{_}the{_}year)?"
        ),
        _ordinal_quarter,
    ),
    # third-quarter, first-half, fiscal second-quarter
    Rule(
        "quarter",
        pattern(
            r"(?:(?P<stated>{year}){_})?(?:(?P<fiscal>fiscal)[-\s]{1,3})?"
            r"(?P<ordinal>first|second|third|fourth)-(?P<fiscal2>fiscal-)?(?P<what>quarter|half)"
        ),
        _ordinal_quarter,
    ),
    # spring 2023, the spring of 2023
    Rule(
        "season",
        pattern(r"(?:the{_})?(?P<season>{season})(?:,?{_}(?:of{_})?)(?P<year>{year})(?:[-–/][0-9]{2,4})?"),
        filled("season", "{year:04} S{season}"),
    ),
    # Christmas, last Easter, Thanksgiving 2023, Easter of 1998
    Rule(
        "holiday",
        pattern(r"(?:(?P<which>last|next|this){_})?(?P<holiday>{holiday})(?:,?{_}(?:of{_}|in{_})?(?P<year>{year}))?"),
        _holiday,
    ),
    # the second week of March, the last week in May
    Rule(
        "week",
        pattern(r"(?:the{_})?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last|final){_}week(?={_}(?:of|in){_})"),
        lambda m: expression(m, "nth-in-month", _WEEKS.get(_number_of(m["nth"]), "D-7 ~")),
    ),
    # the first Monday in May, the last Friday of next month
    Rule(
        "weekday",
        pattern(
            r"(?:the{_})?(?P<nth>first|second|third|fourth|fifth|last){_}(?P<weekday>{weekday})(?={_}(?:of|in){_})"
        ),
        _nth_weekday,
    ),
    # the 75th anniversary, the centenary
    Rule(
        "jubilee",
        pattern(
            r"(?:the{_}|its{_}|their{_})?(?:(?P<n>[0-9]{1,4}(?:st|nd|rd|th)|{ordinal}|{tenth})(?:{_}|-)anniversary|{jubilee})"
        ),
        _anniversary,
    ),
    # fiscal 2024, fiscal year 2024, FY24, FY2024
    Rule(
        "fiscal",
        pattern(r"(?:the{_})?(?:(?:fiscal|financial)(?:{_}year)?{_}|FY\s?)(?P<year>{year}|['’]?[0-9]{2})"),
        filled("fiscal-year", "{year:04} ~"),
    ),
    # the first seven months, the last three weeks of May
    Rule(
        "unit first",
        pattern(
            r"(?:the{_})?(?P<end>first|opening|(?:last|final|closing)(?=[^.;]{3,30}{_}of{_})){_}"
            r"(?P<number>{number}){_}(?P<unit>days|weeks|months|quarters|years)"
        ),
        _first_units,
    ),
)
