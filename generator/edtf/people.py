"""EDTF values, durations and offsets as people write them."""

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.edtf.values import bounds, precision

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
N_ = str  # marks a message, by the name that ``python -m generator.words`` knows: other languages word it, too
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
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "E": "decade", "C": "century"}
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_OF_YEAR = {("-01~", "-04~"): "early", ("-05~", "-08~"): "mid", ("-09~", "-12~"): "late"}
_OF_TEN_YEARS = {("0", "3"): "early", ("4", "6"): "mid", ("7", "9"): "late"}
_OF_MONTH = {"01": "early", "11": "mid", "21": "late"}
_FIRST_OF_QUARTERS = 33  # of the numbers that EDTF gives quarters in place of a month


class Tongue(NamedTuple):
    """A language: the words of a message with what fills its places, and those of a day or month of a year."""

    say: Callable[..., str]
    named: Callable[[str], str]


def _said(message: str, **values: object) -> str:
    return message.replace("{n}th", _ordinal(int(str(values.get("n", 1))))).format(**values)


def _named_day(stem: str) -> str:
    year, month, *day = stem.split("-")
    words = f"{_MONTHS[int(month) - 1]} {year.lstrip('0')}"
    return f"{int(day[0])} {words}" if day else words


def format_value(value: str, tongue: Tongue = Tongue(_said, _named_day)) -> str:  # noqa: B008 - a pair of functions
    """Return an EDTF value in words: ``14 April 2025``, ``the 1970s``, ``18–20 August 2024``, ``since 2016``."""
    first, slash, last = value.partition("/")
    if not slash:
        return _point(value, tongue)
    if first == "..":
        return tongue.say(N_("until {day}"), day=_point(last, tongue))
    if last == "..":
        return tongue.say(N_("since {day}"), day=_point(first, tongue))
    if precision(value) == "quarter":
        return tongue.say(_QUARTERS[(int(value[5:7]) - 1) // 3], year=value[:4])
    return _part(first, last, tongue) or range_of(_point(first, tongue), _point(last, tongue))


def _point(value: str, tongue: Tongue) -> str:
    mark, words = _MARKS.get(value[-1]), _bare(value.rstrip("~?%"), tongue)
    return tongue.say(mark, day=words) if mark else words


def _bare(stem: str, tongue: Tongue) -> str:
    """Return a value without a mark: a century, a decade, or what begins with a year."""
    if stem.endswith("XX"):
        return tongue.say(N_("the {n}th century"), n=int(stem[:2]) + 1)
    if stem.endswith("X"):
        return tongue.say(N_("the {year}s"), year=f"{stem[:-1]}0")
    year, month = (*stem.split("-"), "")[:2]
    if month in _SEASONS:
        return tongue.say(_SEASONS[month], year=year.lstrip("0"))
    if month and int(month) >= _FIRST_OF_QUARTERS:
        return tongue.say(_QUARTERS[int(month) - _FIRST_OF_QUARTERS], year=year.lstrip("0"))
    return tongue.named(stem) if month else year.lstrip("0")


def _ordinal(number: int) -> str:
    teen = 10 < number % 100 < 20  # noqa: PLR2004 - eleventh to nineteenth
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _part(first: str, last: str, tongue: Tongue) -> str | None:
    """Return ``mid-2024``, ``late April 2025``, ``the early 1970s`` for the thirds that ``part_of`` makes."""
    if not (first.endswith("~") and last.endswith("~")):
        return None
    if first[:4] == last[:4] and (third := _OF_YEAR.get((first[4:], last[4:]))):
        return tongue.say(_THIRDS[third], day=_bare(first[:4], tongue))
    if first[:3] == last[:3] and (third := _OF_TEN_YEARS.get((first[3:-1], last[3:-1]))):
        return tongue.say(_OF_DECADE[third], year=f"{first[:3]}0")
    if first[:7] == last[:7] and precision(first) == "day" and (third := _OF_MONTH.get(first[8:10])):
        return tongue.say(_THIRDS[third], day=_bare(first[:7], tongue))
    return None


def range_of(first: str, last: str) -> str:
    """Return two written dates as one: what both share at their end stands once.

    ``18–20 August 2024``, ``28 July – 2 August 2024``; in German ``18.–20. August 2024``.
    """
    start, end = first.split(" "), last.split(" ")
    if len(start) == len(end):
        while len(start) > 1 and start[-1] == end[len(start) - 1]:
            start.pop()
    joiner = "–" if len(start) == 1 else " – "
    return joiner.join((" ".join(start), " ".join(end)))


def count_of(number: int, unit: str) -> str:
    """Return ``three months`` for 3 and ``M``."""
    name = _UNITS[unit]
    many = "centuries" if unit == "C" else f"{name}s"
    return f"{_SMALL[number] if number < len(_SMALL) else number} {name if number == 1 else many}"


_SHIFT = re.compile(r"(?P<sign> [+-]? ) (?P<count> [0-9]{1,6} ) (?P<unit> [DWMQYEC] )", re.VERBOSE)
_SEEK = {
    "<": "the last {} up to", "<<": "the last {} before", ">": "the first {} from", ">>": "the first {} after",
    "?": "the {} nearest to", "<?": "the {} before (or shortly after)", ">?": "the {} after (or shortly before)",
}  # fmt: skip
_WAY = re.compile(r"(?P<way> [<>?]{1,2} ) (?P<what> \S{1,20} )", re.VERBOSE)  # <W5
_NAMED = re.compile(r"(?P<kind> [WMSQHD] ) (?P<n> [0-9]{1,2} )", re.VERBOSE)  # W5, M12
_FROM_TO = re.compile(r"(?P<unit> [MDQ] ) (?P<first> [0-9]{1,2} ) - (?P<last> [0-9]{1,2} )", re.VERBOSE)  # M1-7
_LAST = re.compile(r"(?P<unit> [MDWQY] ) - (?P<count> [0-9]{1,3} )", re.VERBOSE)  # M-3
_NTH = re.compile(r"N (?P<nth> [1-5L] ) W (?P<day> [1-7] )", re.VERBOSE)  # N2W1
_MONTH_DAY = re.compile(r"(?P<month> [01][0-9] ) - (?P<day> [0-3][0-9] )", re.VERBOSE)  # 12-25
_ON_WEEKDAY = re.compile(r"(?P<what> \S{2,5} ) W (?P<weekday> [1-7] )", re.VERBOSE)  # 12-25W5, D8W7


def describe_offset(offset: str, anchor: str) -> str:
    """Return the reasoning of an offset in words: ``three months before 14 April 2025``."""
    first, _, last = offset.partition(" / ")
    words = format_value(anchor) if bounds(anchor) else anchor
    goes_on = last.startswith(f"{first} ")
    told = [(first, words), (last.removeprefix(f"{first} "), "then" if goes_on else words)]
    return " to ".join(_side(side, words) for side, words in told if side not in ("", ".."))


def _side(offset: str, words: str) -> str:
    for step in offset.split():
        words = _described(step, words)
    return words


def _described(step: str, so_far: str) -> str:
    if bounds(step):
        return format_value(step)
    if match := _SHIFT.fullmatch(step):
        return _shifted(int(match["count"]), match["unit"], match["sign"], so_far)
    if match := _WAY.fullmatch(step):
        return f"{_SEEK[match['way']].format(_named(match['what']))} {so_far}"
    if step in ("~", "="):
        return so_far if step == "=" else f"about {so_far}"
    if step in ("early", "mid", "late"):
        return f"the {'middle' if step == 'mid' else step} part of {so_far}"
    return f"{_named(step)} of {so_far}"


def _shifted(count: int, unit: str, sign: str, so_far: str) -> str:
    if count == 0:
        return so_far if unit == "D" else f"the {_UNITS[unit]} of {so_far}"
    return f"{count_of(count, unit)} {'before' if sign == '-' else 'after'} {so_far}"


def _several(what: str) -> str | None:
    """Return ``months 1 to 7``, ``the last three months``."""
    if match := _FROM_TO.fullmatch(what):
        return f"{_UNITS[match['unit']]}s {match['first']} to {match['last']}"
    match = _LAST.fullmatch(what)
    return f"the last {count_of(int(match['count']), match['unit'])}" if match else None


def _named(what: str) -> str:
    if match := _NAMED.fullmatch(what):
        return _NAMES[match["kind"]][int(match["n"]) - (21 if match["kind"] == "S" else 1)]
    if several := _several(what):
        return several
    if match := _NTH.fullmatch(what):
        return (
            f"the {'last' if match['nth'] == 'L' else _ORDINALS[int(match['nth']) - 1]} {_DAYS[int(match['day']) - 1]}"
        )
    if (match := _ON_WEEKDAY.fullmatch(what)) and match["what"][0] != "N":
        return f"{_DAYS[int(match['weekday']) - 1]} {_named(match['what'])}"
    if match := _MONTH_DAY.fullmatch(what):
        return f"{int(match['day'])} {_MONTHS[int(match['month']) - 1]}"
    return "weekend" if what == "WE" else what.replace("-", " ").title()


_NAMES = {
    "W": _DAYS,
    "M": _MONTHS,
    "S": tuple(season.split()[0] for season in _SEASONS.values()),
    "Q": tuple(f"{o} quarter" for o in _ORDINALS[:4]),
    "H": ("first half", "second half"),
    "D": tuple(_ordinal(n) for n in range(1, 32)),
}
