"""Days, months and years that are written out: ``April 14, 2025``, ``14/04/2025``, ``April``, ``the 1970s``."""

import re

from generator.extract.dates.found import Found, Rule, expression, filled
from generator.extract.dates.fragments import entries, full_year, is_known, meaning, number, pattern

_MONTHS_IN_YEAR = 12
_CENTURY = 100
_MAX_DAY = 31


def month_in(match: re.Match[str], group: str = "month") -> int:
    """Return the number of the month that a group names."""
    return int(meaning("month", match[group]))


def number_of_day(text: str) -> int:
    """Return the number of ``14th``."""
    return int("".join(c for c in text if c.isdigit()))


def _date(match: re.Match[str]) -> Found:
    """Read a month and a day, with or without a year; without one it falls on the weekday beside it."""
    return _day_of(match, month_in(match), number_of_day(match["day"]), match.groupdict().get("year"))


def _day_of(match: re.Match[str], month: int, day: int, stated: str | None) -> Found:
    stem = f"{month:02}-{day:02}"
    if stated:
        return expression(match, "day", f"{full_year(stated):04}-{stem}")
    return expression(match, "day-of-year", f"*{stem}{_weekday_in(match)}")


def _weekday_in(match: re.Match[str]) -> str:
    name = match["weekday"]
    if not name:
        return ""
    return next(f"W{meaning('weekday', w)}" for w in entries("weekday") if w.startswith(name[:3].lower()))


def _ordinal_date(match: re.Match[str]) -> Found:
    return _day_of(match, month_in(match), int(meaning("ordinal", match["ordinal"])), match["year"])


def _day_of_month(match: re.Match[str]) -> Found | None:
    words = match["ordinal"].lower().split()[0]
    number = int(meaning("ordinal", words)) if is_known("ordinal", words) else 0
    return expression(match, "day-of-month", f"*D{number}") if number else None


def _weekday_of_month(match: re.Match[str]) -> Found:
    """Read ``Sunday 8``: the nearest month in which the 8th is a Sunday."""
    day = number_of_day(match["day"])
    return expression(match, "weekday-of-month", f"*D{day}{_weekday_in(match)}")


def _days(match: re.Match[str]) -> Found:
    """Read a range of days: ``Aug. 18–20``, ``18 to 20 August 2025``, ``28 April – 3 May``."""
    first_month = month_in(match, "first") if match["first"] else month_in(match, "last")
    last_month = month_in(match, "last") if match["last"] else first_month
    first = f"{first_month:02}-{number_of_day(match['from']):02}"
    last = f"{last_month:02}-{number_of_day(match['to']):02}"
    if match["year"]:
        stated = int(match["year"])
        begin = stated - 1 if first_month > last_month else stated
        return expression(match, "days", f"{begin:04}-{first} / {stated:04}-{last}")
    return expression(match, "days-of-year", f"*{first} / *{first} >{last}")


def _numeric(match: re.Match[str]) -> Found | None:
    """Read ``14/04/2025``; ``04/05/2025`` keeps both readings, for the article to settle."""
    first, second, stated = int(match["a"]), int(match["b"]), full_year(match["year"])
    day_first, month_first = f"{stated:04}-{second:02}-{first:02}", f"{stated:04}-{first:02}-{second:02}"
    if not (0 < first <= _MAX_DAY and 0 < second <= _MAX_DAY and min(first, second) <= _MONTHS_IN_YEAR):
        return None
    if first > _MONTHS_IN_YEAR or first == second:
        return expression(match, "numeric-day-first", day_first)
    if second > _MONTHS_IN_YEAR:
        return expression(match, "numeric-month-first", month_first)
    return expression(match, "numeric-ambiguous", f"{day_first} | {month_first}")


def _months(match: re.Match[str]) -> Found:
    """Read a range of months of one year: ``January to July 2024``."""
    stated, first, last = int(match["year"]), month_in(match, "first"), month_in(match, "last")
    begin = stated - 1 if first > last else stated
    return expression(match, "months", f"{begin:04}-{first:02} / {stated:04}-{last:02}")


def _years(match: re.Match[str]) -> Found | None:
    """Read ``2019–2021`` and ``2024/25``."""
    first, last = int(match["from"]), int(match["to"])
    if last < _CENTURY:
        last += first // _CENTURY * _CENTURY
        if last != first + 1 and match["sign"] == "/":
            return None
    return expression(match, "years", f"{first:04} / {last:04}") if last > first else None


def _decade(match: re.Match[str]) -> Found:
    digits = match["digits"].lstrip("'’")
    stem = digits[:-1] if len(digits) > 2 else f"19{digits[0]}" if int(digits) > 20 else f"20{digits[0]}"  # noqa: PLR2004
    return expression(match, "decade", f"{stem}X")


def _named_decade(match: re.Match[str]) -> Found:
    tens = match["tens"].lower().removesuffix("ies") + "y"
    stem = int(number(tens) or 0) // 10
    century = full_year(match["century"]) // _CENTURY if match["century"] else 19
    return expression(match, "decade", f"{century}{stem}X")


def _century(match: re.Match[str]) -> Found:
    ordinal = int(meaning("ordinal", match["ordinal"]))
    return expression(match, "century", f"{ordinal - 1:02}XX")


WEEKDAY = r"(?:(?P<weekday>{weekday}|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?(?:\s?,)?(?:{_}the)?{_})?"
ENDS = r"(?=\s{0,3}(?:[.,;:!?)”\"’]|\Z|{_}(?:and|but|or|when|where|at|in|by|with|to|he|she|it|they|the|a)\b))"
END = r"\s{0,3}(?:[.,;:!?)”\"’](?![0-9])|\Z)"  # of a clause
_APART = r"\s,{_}(?=[12][0-9]{3}(?![0-9]))"  # April 14 , 2025: a comma with a space on both sides, as tools leave it
_RANGE = r"\s{0,2}(?:-|–|—|to|through|until|till|and)\s{0,2}"

_YEAR = filled("year", "{year:04}")

RULES: tuple[Rule, ...] = (
    # Monday, April 14, 2025; Apr. 14 2025; April 14th, 2025
    Rule(
        "month",
        pattern(
            WEEKDAY
            + r"(?P<month>{month}){_}(?:the{_})?(?P<day>{day})(?:,{_}|,|"
            + _APART
            + r"|{_}|{_}of{_})(?P<year>{short-year})"
        ),
        _date,
    ),
    # 14 April 2025; Monday 14th of April, 2025; the 14th of April 2025
    Rule(
        "month",
        pattern(
            WEEKDAY
            + r"(?:the{_})?(?P<day>{day})(?:{_}of)?(?:{_}|-)(?P<month>{month})(?:"
            + _APART
            + r"|,?{_}|-)(?P<year>{short-year})"
        ),
        _date,
    ),
    # April 14; Monday, Apr. 14th
    Rule("month", pattern(WEEKDAY + r"(?P<month>{month}){_}(?:the{_})?(?P<day>{day})(?![.,:/]?[0-9]|%)"), _date),
    # 14 April; the 14th of April
    Rule("month", pattern(WEEKDAY + r"(?:the{_})?(?P<day>{day})(?:{_}of{_}|{_}|-)(?P<month>{month})"), _date),
    # the fourth of July; July the fourth, 1995
    Rule(
        "month",
        pattern(
            WEEKDAY
            + r"(?:the{_})?(?P<ordinal>{ordinal}){_}(?:day{_})?of{_}(?P<month>{month})(?:,?{_}(?P<year>{year}))?"
        ),
        _ordinal_date,
    ),
    Rule(
        "month",
        pattern(WEEKDAY + r"(?P<month>{month}){_}(?:the{_})?(?P<ordinal>{ordinal})(?:,?{_}(?P<year>{year}))?"),
        _ordinal_date,
    ),
    # Sunday 8; Monday the 14th
    Rule(
        "weekday",
        pattern(
            r"(?P<weekday>{weekday}){_}(?:the{_})?(?P<day>{day})(?="
            + END
            + r"|{_}(?:and|but|or|at|in|by|to|when|where)\b)"
        ),
        _weekday_of_month,
    ),
    # the 18th; the 15th of next month, the twenty-sixth day of the month
    Rule(
        "ordinal", pattern(r"the{_}(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)|{ordinal}{_}day(?={_}of{_}))"), _day_of_month
    ),
    # April 18-20, 2025; April 28 to May 3
    Rule(
        "month",
        pattern(
            r"(?P<first>{month}){_}(?P<from>{day})"
            + _RANGE
            + r"(?:(?P<last>{month}){_})?(?P<to>{day})(?:,?{_}(?P<year>{year}))?(?![.:]?[0-9]|%)"
        ),
        _days,
    ),
    # 18-20 April 2025; 28 April to 3 May
    Rule(
        "month",
        pattern(
            r"(?:the{_})?(?P<from>{day})(?:{_}(?P<first>{month}))?"
            + _RANGE
            + r"(?:the{_})?(?P<to>{day}){_}(?P<last>{month})(?:,?{_}(?P<year>{year}))?"
        ),
        _days,
    ),
    # 2025-04-14, 2025/04/14, 2025-04-14T09:30
    Rule(
        "year",
        pattern(
            r"(?<![/.:-])(?P<date>{year}(?:-(?:0[1-9]|1[0-2])-[0-3][0-9]|/(?:0[1-9]|1[0-2])/[0-3][0-9]))(?:T[0-9:.]{2,12}Z?)?(?![/-]?[0-9])"
        ),
        lambda m: Found(m.start(), m.start() + 10, "iso", offset=m["date"].replace("/", "-")),
    ),
    # 14/04/2025, 14.04.2025, 4-14-2025, 14/4/25
    Rule(
        "year",
        pattern(
            r"(?<![/.:-])(?P<a>[0-9]{1,2})(?P<sign>[/.-])(?P<b>[0-9]{1,2})(?P=sign)(?P<year>{year})(?![/.:-]?[0-9])"
        ),
        _numeric,
    ),
    Rule(
        "slash", pattern(r"(?<![/.:-])(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})/(?P<year>[0-9]{2})(?![/.:-]?[0-9])"), _numeric
    ),
    # April 2025; April, 2025; April of 2025; Apr. '25
    Rule(
        "month",
        pattern(
            r"(?:the{_}month{_}of{_})?(?P<month>{month})(?:"
            + _APART
            + r"|,?{_}|{_}of{_}(?:the{_}year{_})?|-)(?P<year>{year}|['’][0-9]{2}|{spelled-year})(?![/-]?[0-9])"
        ),
        filled("month", "{year:04}-{month:02}"),
    ),
    # April
    Rule("month", pattern(r"(?:the{_}month{_}of{_})?(?P<month>{month})"), filled("month-of-year", "*M{month}")),
    # January to July 2024
    Rule(
        "month",
        pattern(r"(?P<first>{month})" + _RANGE + r"(?P<last>{month})(?:,?{_}|{_}of{_})(?P<year>{year})(?![0-9])"),
        _months,
    ),
    # the year 2000; 2025; nineteen ninety-six
    Rule("year", pattern(r"(?:the{_}year{_}(?:of{_})?)(?P<year>{year}|{spelled-year})"), _YEAR),
    Rule("year", pattern(r"(?P<year>{year}|{spelled-year})"), _YEAR),
    # 2019–2021; 2024/25
    Rule("year", pattern(r"(?P<from>{year})\s?(?P<sign>[-–/])\s?(?P<to>{year}|[0-9]{2})(?![-/.,]?[0-9])"), _years),
    # the 1970s; the 1970's; the '70s
    Rule("tens", pattern(r"(?:the{_})?(?P<digits>{year}(?<=0)|['’]?[2-9]0)['’]?s"), _decade),
    # the nineties, the nineteen-nineties
    Rule(
        "decade",
        pattern(
            r"the{_}(?:(?P<century>nineteen|eighteen)[-\s])?(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
        ),
        _named_decade,
    ),
    # the 19th century, the nineteenth-century
    Rule("century", pattern(r"(?:the{_})?(?P<ordinal>{ordinal})(?:-|{_})(?:century|centuries)"), _century),
)
