"""What is counted from the day of writing or from another date: ``last May``, ``three months ago``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.dates.found import Found, Rule
from generator.extract.dates.fragments import meaning, number, pattern

if TYPE_CHECKING:
    import re

_DAYS = {
    "today": "0D", "tonight": "0D", "yesterday": "-1D", "tomorrow": "+1D", "last night": "-1D",
    "the day before yesterday": "-2D", "the day after tomorrow": "+2D", "overnight": "0D",
}  # fmt: skip
_TURN = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_APPROXIMATE = {"D": 0, "W": 7}


def _found(match: re.Match[str], rule: str, offset: str | None, *, vague: bool = False) -> Found:
    return Found(match.start(), match.end(), rule, offset=offset, vague=vague)


def _day(match: re.Match[str]) -> Found:
    return _found(match, "day-word", _DAYS[" ".join(match["word"].lower().split())])


def _daytime(match: re.Match[str]) -> Found:
    return _found(match, "day-word", "-1D" if match["which"].lower() == "last" else "0D")


def _weekday(match: re.Match[str]) -> Found:
    """Read a weekday; bare it is looked for in the direction that the tense gives."""
    what, which = f"W{meaning('weekday', match['weekday'])}", (match["which"] or "").lower()
    if which in ("last", "past", "this past"):
        return _found(match, "last-weekday", f"<<{what}")
    if which in ("next", "this coming", "coming"):
        return _found(match, "next-weekday", f">>{what}")
    if which == "this":
        return _found(match, "this-weekday", f"0W {what}")
    if which in ("the following", "the next", "the previous"):
        return _found(match, "narrative-weekday", f"@ {'<<' if 'previous' in which else '>>'}{what}")
    return _found(match, "weekday", f"*{what}")


def _unit(match: re.Match[str]) -> Found | None:
    """Read ``last month``, ``this week``, ``next year``, ``the coming weekend``."""
    which, unit = match["which"].lower().split()[-1], meaning("unit", match["unit"])
    if unit == "WE":
        return _found(match, "weekend", {-1: "<<WE", 0: "0W WE", 1: ">>WE"}[_TURN[which]])
    if unit not in ("D", "W", "M", "Q", "Y", "E", "C"):
        return None
    turn = _TURN[which]
    if which in ("following", "previous"):
        return _found(match, "narrative-unit", f"@ {turn:+}{unit}")
    return _found(match, "unit", f"{turn:+}{unit}" if turn else f"0{unit}")


def _season(match: re.Match[str]) -> Found:
    what = f"S{meaning('season', match['season'])}"
    offset = {"last": f"<<{what}", "past": f"<<{what}", "this": f"0Y {what}", "next": f">>{what}", "coming": f">{what}"}
    return _found(match, "season", offset.get(match["which"].lower().split()[-1], f"*{what}"))


def _month(match: re.Match[str]) -> Found:
    what = f"M{meaning('month', match['month'])}"
    offset = {"last": f"<<{what}", "past": f"<<{what}", "this": f"0Y {what}", "next": f">>{what}"}
    return _found(match, "named-month", offset.get(match["which"].lower().split()[-1], f">{what}"))


def _ago(match: re.Match[str]) -> Found | None:
    """Read ``three months ago``, ``a year from now``: at the precision of the unit that is counted."""
    count = number(match["number"])
    unit = meaning("unit", match["unit"])
    sign = "-" if match["way"].lower().split()[0] in ("ago", "back") else "+"
    shifted = _shift(count, unit, sign)
    return _found(match, "ago" if sign == "-" else "from-now", shifted) if shifted else None


def _shift(count: float | None, unit: str, sign: str) -> str | None:
    if count is None or unit in ("TH", "TM", "TS", "WE"):
        return "0D" if unit in ("TH", "TM", "TS") else None
    if count % 1:
        return f"{sign}{round(count * 12)}M ~" if unit == "Y" else None
    if unit in ("W", "F"):
        return f"{sign}{int(count) * (14 if unit == 'F' else 7)}D ~"
    return f"{sign}{int(count)}{unit}"


def _some_ago(match: re.Match[str]) -> Found:
    return _found(match, "vague-past", None, vague=True)


def _narrative_shift(match: re.Match[str]) -> Found | None:
    """Read ``a day earlier``, ``two weeks later``: counted from the date before it in the text."""
    sign = "-" if match["way"].lower().startswith(("earlier", "before", "previously")) else "+"
    shifted = _shift(number(match["number"]), meaning("unit", match["unit"]), sign)
    return _found(match, "narrative-shift", f"@ {shifted}") if shifted else None


def _same(match: re.Match[str]) -> Found | None:
    """Read ``the same day``, ``that year``."""
    unit = meaning("unit", match["unit"])
    return _found(match, "same-unit", f"@ 0{unit}") if unit in ("D", "W", "M", "Q", "Y", "E", "C") else None


def _adjacent(match: re.Match[str]) -> Found:
    """Read ``the day before``, ``the year after``."""
    sign = "-" if match["way"].lower() in ("before", "earlier") else "+"
    return _found(match, "narrative-shift", f"@ {sign}1{meaning('unit', match['unit'])}")


def _part(match: re.Match[str]) -> Found | None:
    """Read ``earlier this month``, ``later in the year``, ``late last week``."""
    unit, which = meaning("unit", match["unit"]), (match["which"] or "this").lower()
    if unit not in ("D", "W", "M", "Q", "Y", "E", "C"):
        return None
    now = {"earlier": " / 0D", "later": "0D / "}.get(match["part"].lower())
    turn = {"last": "-1", "next": "+1"}.get(which, "0")
    if now is None or turn != "0" or unit == "D":
        part = {"earlier": "early", "later": "late"}.get(match["part"].lower(), match["part"].lower())
        return _found(match, "part-of-unit", f"{turn}{unit} {part}" if turn != "0" or unit != "D" else f"0{unit}")
    return _found(match, "within-unit", f"0{unit}")


def _year_earlier(match: re.Match[str]) -> Found:
    return _found(match, "year-earlier", "-1Y")


def _period(match: re.Match[str]) -> Found:
    """Read ``the latest quarter``, ``the period``: the one that the text speaks of."""
    unit = "Q"
    return _found(match, "this-period", f"@ 0{unit}")


def _stated_period(match: re.Match[str]) -> Found:
    """Read ``the 1988 period``, ``the 1988 quarter``: the same part of that year."""
    return _found(match, "stated-period", match["year"])


_N = r"(?:{quantity}{_}){0,2}(?P<number>{number})(?:{_}more)?(?:-|{_})(?P<unit>{unit})"

RULES: tuple[Rule, ...] = (
    # today, yesterday, the day after tomorrow
    Rule(
        pattern(
            r"(?:(?:late|later|early|earlier){_})?(?P<word>the{_}day{_}before{_}yesterday|the{_}day{_}after{_}tomorrow|today|tonight|yesterday|tomorrow|last{_}night|overnight)(?:{_}{daytime})?"
        ),
        _day,
    ),
    # this morning, later this afternoon
    Rule(
        pattern(r"(?:(?:later|earlier|early|late){_})?(?P<which>this|last){_}(?:morning|afternoon|evening|night)"),
        _daytime,
    ),
    # Monday, on Monday night, last Friday, early Sunday, this coming Thursday
    Rule(
        pattern(
            r"(?:(?:earlier|later|late|early){_}(?:on{_})?)?(?:(?P<which>this{_}past|this{_}coming|the{_}following|the{_}next|the{_}previous|last|next|this|past|coming){_})?(?P<weekday>{weekday})(?:{_}{daytime})?"
        ),
        _weekday,
    ),
    # last month, this week, the past year, next weekend, the current quarter
    Rule(
        pattern(
            r"(?:(?:the|this|its){_})?(?P<which>last|past|this|current|next|coming|following|previous)(?:{_}full)?{_}(?P<unit>{unit})"
        ),
        _unit,
    ),
    # last summer, this fall, the summer
    Rule(pattern(r"(?P<which>last|past|this|next|this{_}coming|this{_}past|the){_}(?P<season>{season})"), _season),
    # last December, next May, this January
    Rule(pattern(r"(?P<which>last|this{_}past|this|next|this{_}coming){_}(?P<month>{month})"), _month),
    # three months ago, about two years ago, five years from now
    Rule(pattern(_N + r"{_}(?P<way>ago|back|from{_}now|from{_}today|hence)"), _ago),
    # several years ago, a few weeks ago, long ago, some time ago
    Rule(
        pattern(
            r"(?:(?:{some}|many|some){_}{unit}|not{_}(?:that{_}|so{_})?long|long|some{_}time|a{_}while|a{_}long{_}time){_}ago"
        ),
        _some_ago,
    ),
    # a day earlier, two weeks later
    Rule(
        pattern(_N + r"{_}(?P<way>earlier|later|before{_}that|after{_}that|afterwards?|previously)"), _narrative_shift
    ),
    # the same day, that year, that same week
    Rule(pattern(r"(?:that{_}same|the{_}same|that|the{_}very{_}same){_}(?P<unit>{unit})"), _same),
    # the day before, the year after, the week earlier
    Rule(pattern(r"the{_}(?P<unit>day|week|month|year){_}(?P<way>before|earlier|after)"), _adjacent),
    # earlier this month, later in the year, early next week, late last year
    Rule(
        pattern(r"(?P<part>earlier|later|early|late)(?:{_}in)?{_}(?:(?P<which>this|last|next)|the){_}(?P<unit>{unit})"),
        _part,
    ),
    # year-earlier, the year-ago quarter, the corresponding period last year
    Rule(
        pattern(
            r"(?:the{_})?(?:year|years)-(?:earlier|ago)(?:{_}(?:(?:first|second|third|fourth){_})?(?:period|quarter))?"
        ),
        _year_earlier,
    ),
    Rule(
        pattern(
            r"(?:the{_})?(?:corresponding|same|comparable|like|prior-year|year-before){_}(?:period|quarter)(?:{_}(?:of{_})?(?:last{_}year|a{_}year{_}(?:ago|earlier|before)|the{_}(?:previous|prior){_}year))?"
        ),
        _year_earlier,
    ),
    # the latest quarter, the quarter, the latest period
    Rule(pattern(r"(?:the|this){_}(?:(?:latest|most{_}recent){_}(?:quarter|period)|quarter)"), _period),
    # the 1988 period, the 1988 quarter
    Rule(pattern(r"the{_}(?P<year>{year}){_}(?:period|quarter)"), _stated_period),
)
