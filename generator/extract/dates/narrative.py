"""What is counted from another date of the text: ``the same day``, ``a year earlier``, ``the following month``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.dates.found import Found, Rule
from generator.extract.dates.fragments import meaning, pattern
from generator.extract.dates.relative import COUNT, counted

if TYPE_CHECKING:
    import re

_CALENDAR_UNITS = ("D", "W", "M", "Q", "Y", "E", "C")


def _found(match: re.Match[str], rule: str, offset: str) -> Found:
    return Found(match.start(), match.end(), rule, offset=offset)


def _shift(match: re.Match[str]) -> Found | None:
    """Read ``a day earlier``, ``two weeks later``."""
    back = match["way"].lower().startswith(("earlier", "before", "previously"))
    shifted = counted(match, back=back)
    return _found(match, "narrative-shift", f"@ {shifted}") if shifted else None


def _same(match: re.Match[str]) -> Found | None:
    """Read ``the same day``, ``that year``."""
    unit = meaning("unit", match["unit"])
    return _found(match, "same-unit", f"@ 0{unit}") if unit in _CALENDAR_UNITS else None


def _adjacent(match: re.Match[str]) -> Found:
    """Read ``the day before``, ``the year after``."""
    sign = "-" if match["way"].lower() in ("before", "earlier") else "+"
    return _found(match, "narrative-shift", f"@ {sign}1{meaning('unit', match['unit'])}")


def _beside_event(match: re.Match[str]) -> Found:
    """Read ``the day before`` the marathon: counted from an event that the words beside it name."""
    sign = "-" if match["way"].lower() == "before" else "+"
    return _found(match, "event-shift", f"@event {sign}1{meaning('unit', match['unit'])}")


def _next_unit(match: re.Match[str]) -> Found | None:
    """Read ``the following month``, ``the previous year``."""
    unit, sign = meaning("unit", match["unit"]), _sign(match["which"])
    return _found(match, "narrative-unit", f"@ {sign}1{unit}") if unit in _CALENDAR_UNITS else None


def _next_day(match: re.Match[str]) -> Found:
    return _found(match, "narrative-unit", "@ +1D")


def _then(match: re.Match[str]) -> Found:
    return _found(match, "then", "@ =")


def _clock(match: re.Match[str]) -> Found:
    """Read a time of day: it is on the day that the text speaks of."""
    return _found(match, "clock", "@ 0D")


def _next_weekday(match: re.Match[str]) -> Found:
    way = "<<" if _sign(match["which"]) == "-" else ">>"
    return _found(match, "narrative-weekday", f"@ {way}W{meaning('weekday', match['weekday'])}")


def _sign(which: str) -> str:
    return "-" if which.lower().split()[-1] in ("previous", "preceding", "prior") else "+"


def _year_earlier(match: re.Match[str]) -> Found:
    """Read ``the year-ago quarter``: the context settles which period it is compared with."""
    return _found(match, "year-earlier", "-1Y")


def _period(match: re.Match[str]) -> Found:
    """Read ``the latest quarter``, ``the quarter``: the one that the text speaks of."""
    return _found(match, "this-period", "@ 0Q")


def _stated_period(match: re.Match[str]) -> Found:
    """Read ``the 1988 period``: the same part of that year."""
    return _found(match, "stated-period", match["year"])


_LAST_YEAR = r"(?:{_}(?:of{_})?(?:last{_}year|a{_}year{_}(?:ago|earlier|before)|the{_}(?:previous|prior){_}year))?"

_ENDS = r"(?=\s{0,3}(?:[.,;:!?)”\"—–-]|(?:in|at|on|by|for|and|but|that|with|when|while)\b|\Z))"

RULES: tuple[Rule, ...] = (
    # a day earlier, two weeks later
    Rule(
        "unit", pattern(COUNT + r"{_}(?P<way>earlier|later|before{_}that|after{_}that|afterwards?|previously)"), _shift
    ),
    # the same day, that year, later that month
    Rule(
        "unit",
        pattern(r"(?:(?:later|earlier){_})?(?:that{_}same|the{_}same|that|the{_}very{_}same){_}(?P<unit>{unit})"),
        _same,
    ),
    # the day before, the year after, the week earlier
    Rule("unit", pattern(r"the{_}(?P<unit>day|week|month|year){_}(?P<way>before|earlier|after)" + _ENDS), _adjacent),
    Rule("unit", pattern(r"the{_}(?P<unit>day|week|month|year){_}(?P<way>before|after)"), _beside_event),
    # the following month, the previous year, the next day
    Rule(
        "unit",
        pattern(r"(?:the{_})?(?P<which>following|previous|preceding|prior|ensuing){_}(?P<unit>{unit})"),
        _next_unit,
    ),
    Rule(
        "unit", pattern(r"the{_}(?P<which>very{_}next|next){_}(?P<unit>day|morning|afternoon|evening|night)"), _next_day
    ),
    # since then, until then, by then
    Rule("then", pattern(r"(?:(?<=since\s)|(?<=until\s)|(?<=\sby\s)|(?<=before\s))then"), _then),
    # 10 p.m., 9 o'clock, noon
    Rule("clock", pattern(r"[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)|noon|midnight"), _clock),
    # the following Monday, the previous Friday
    Rule(
        "weekday",
        pattern(r"(?:the{_})?(?P<which>following|previous|preceding){_}(?P<weekday>{weekday})"),
        _next_weekday,
    ),
    Rule("weekday", pattern(r"the{_}(?P<which>next){_}(?P<weekday>{weekday})"), _next_weekday),
    # year-earlier, year-ago; the year-ago quarter; the corresponding period last year
    Rule("unit", pattern(r"(?:year|years)-(?:earlier|ago)"), _year_earlier),
    Rule(
        "unit",
        pattern(
            r"(?:(?:the|its){_})?(?:year|years)-(?:earlier|ago){_}(?:(?:first|second|third|fourth){_})?(?:period|quarter)"
        ),
        _year_earlier,
    ),
    Rule(
        "period",
        pattern(
            r"(?:the{_})?(?:corresponding|same|comparable|like|prior-year|year-before){_}(?:period|quarter)"
            + _LAST_YEAR
        ),
        _year_earlier,
    ),
    # the latest quarter, the quarter, the latest period
    Rule("period", pattern(r"(?:the|this){_}(?:(?:latest|most{_}recent){_}(?:quarter|period)|quarter)"), _period),
    # the 1988 period, the 1988 quarter
    Rule("year", pattern(r"(?:the{_})?(?P<year>{year}){_}(?:period|quarter)"), _stated_period),
)
