"""What is counted from another date of the text: ``the same day``, ``a year earlier``, ``the following month``."""

import re
from functools import partial

from generator.extract.dates.found import Found, Rule, always, expression, filled
from generator.extract.dates.fragments import meaning, pattern
from generator.extract.dates.relative import CALENDAR_UNITS, COUNT, counted


def _shift(match: re.Match[str]) -> Found | None:
    back = match["way"].lower().startswith(("earlier", "before", "previously"))
    shifted = counted(match, back=back)
    return expression(match, "narrative-shift", f"@ {shifted}") if shifted else None


def _same(match: re.Match[str]) -> Found | None:
    unit = meaning("unit", match["unit"])
    return expression(match, "same-unit", f"@ 0{unit}") if unit in CALENDAR_UNITS else None


def _adjacent(match: re.Match[str], rule: str = "narrative-shift", of: str = "@") -> Found:
    """Read ``the day before``, ``the year after``; with words behind it, it is counted from the event they name."""
    sign = "-" if match["way"].lower() in ("before", "earlier") else "+"
    return expression(match, rule, f"{of} {sign}1{meaning('unit', match['unit'])}")


def _next_unit(match: re.Match[str]) -> Found | None:
    unit, sign = meaning("unit", match["unit"]), _sign(match["which"])
    return expression(match, "narrative-unit", f"@ {sign}1{unit}") if unit in CALENDAR_UNITS else None


def _next_weekday(match: re.Match[str]) -> Found:
    way = "<<" if _sign(match["which"]) == "-" else ">>"
    return expression(match, "narrative-weekday", f"@ {way}W{meaning('weekday', match['weekday'])}")


def _sign(which: str) -> str:
    return "-" if which.lower().split()[-1] in ("previous", "preceding", "prior") else "+"


_LAST_YEAR = r"(?:{_}(?:of{_})?(?:last{_}year|a{_}year{_}(?:ago|earlier|before)|the{_}(?:previous|prior){_}year))?"

_ENDS = r"(?=\s{0,3}(?:[.,;:!?)”\"—–-]|(?:in|at|on|by|for|and|but|that|with|when|while)\b|\Z))"
_BESIDE_EVENT = partial(_adjacent, rule="event-shift", of="@event")
_PERIOD = always("this-period", "@ 0Q")
_NEXT_DAY = always("narrative-unit", "@ +1D")
_CLOCK = always("clock", "@ 0D")
_YEAR_EARLIER = always("year-earlier", "-1Y")

RULES: tuple[Rule, ...] = (
    # a day earlier, two weeks later
    Rule(
        "unit later",
        pattern(COUNT + r"{_}(?P<way>earlier|later|before{_}that|after{_}that|afterwards?|previously)"),
        _shift,
    ),
    # the same day, that year, later that month
    Rule(
        "unit that",
        pattern(r"(?:(?:later|earlier){_})?(?:that{_}same|the{_}same|that|the{_}very{_}same){_}(?P<unit>{unit})"),
        _same,
    ),
    # the day before, the year after, the week earlier
    Rule(
        "unit later", pattern(r"the{_}(?P<unit>day|week|month|year){_}(?P<way>before|earlier|after)" + _ENDS), _adjacent
    ),
    Rule("unit later", pattern(r"the{_}(?P<unit>day|week|month|year){_}(?P<way>before|after)"), _BESIDE_EVENT),
    # the following month, the previous year, the next day
    Rule(
        "unit near",
        pattern(r"(?:the{_})?(?P<which>following|previous|preceding|prior|ensuing){_}(?P<unit>{unit})"),
        _next_unit,
    ),
    Rule(
        "near", pattern(r"the{_}(?P<which>very{_}next|next){_}(?P<unit>day|morning|afternoon|evening|night)"), _NEXT_DAY
    ),
    # since then, until then, by then
    Rule("then", pattern(r"(?:(?<=since\s)|(?<=until\s)|(?<=\sby\s)|(?<=before\s))then"), always("then", "@ =")),
    # 10 p.m., 9 o'clock, noon
    Rule("clock", pattern(r"[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)|noon|midnight"), _CLOCK),
    # the following Monday, the previous Friday
    Rule(
        "weekday near",
        pattern(r"(?:the{_})?(?P<which>following|previous|preceding){_}(?P<weekday>{weekday})"),
        _next_weekday,
    ),
    # year-earlier, year-ago; the year-ago quarter; the corresponding period last year
    Rule("unit later", pattern(r"(?:year|years)-(?:earlier|ago)"), _YEAR_EARLIER),
    Rule(
        "unit later",
        pattern(
            r"(?:(?:the|its){_})?(?:year|years)-(?:earlier|ago){_}(?:(?:first|second|third|fourth){_})?(?:period|quarter)"
        ),
        _YEAR_EARLIER,
    ),
    Rule(
        "period",
        pattern(
            r"(?:the{_})?(?:corresponding|same|comparable|like|prior-year|year-before){_}(?:period|quarter)"
            + _LAST_YEAR
        ),
        _YEAR_EARLIER,
    ),
    # the latest quarter, the quarter, the latest period
    Rule("period", pattern(r"(?:the|this){_}(?:(?:latest|most{_}recent){_}(?:quarter|period)|quarter)"), _PERIOD),
    # the 1988 period, the 1988 quarter
    Rule("year", pattern(r"(?:the{_})?(?P<year>{year}){_}(?:period|quarter)"), filled("stated-period", "{year:04}")),
)
