"""EDTF values, durations and offsets as people write them."""

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.edtf.calendar import part_of
from generator.edtf.values import bounds, precision, valid
from generator.lexicons import compiled, labels

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
N_ = str  # marks a message, by the name that ``python -m generator.words`` knows: other languages word it, too
_SEASONS = {"21": N_("spring {year}"), "22": N_("summer {year}"), "23": N_("autumn {year}"), "24": N_("winter {year}")}
_QUARTERS = tuple(labels("quarters").values())
_MARKS = {"~": N_("about {day}"), "?": N_("possibly {day}"), "%": N_("possibly about {day}")}
_THIRDS = {"early": N_("early {day}"), "mid": N_("mid-{day}"), "late": N_("late {day}")}
_OF_DECADE = {"early": N_("the early {year}s"), "mid": N_("the mid {year}s"), "late": N_("the late {year}s")}
_UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "E": "decade", "C": "century"}
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
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
    for whole in (first[:4], first[:7], f"{first[:3]}X"):
        third = next((t for t in _THIRDS if valid(whole) and part_of(whole, t) == f"{first}/{last}"), None)
        if third and whole.endswith("X"):
            return tongue.say(_OF_DECADE[third], year=f"{first[:3]}0")
        if third:
            return tongue.say(_THIRDS[third], day=_bare(whole, tongue))
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
_WHAT = compiled("offset")


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


def _named(what: str) -> str:
    match = _WHAT.fullmatch(what)
    group = match.lastgroup if match else None
    if match is None or group is None or group == "weekend":
        return "weekend"
    if group == "last":
        return f"the last {count_of(int(what[2:]), what[0])}"
    if match["nth"]:
        return f"the {_NTH[match['nth']]} {_DAYS[int(match['nth_weekday']) - 1]}"
    told, _, weekday = match[group].partition("W")
    first, _, last = told.partition("-")
    if group == "month_day":
        words = f"{int(last)} {_MONTHS[int(first) - 1]}"
    elif group in _NAMES:
        words = f"{_UNITS[what[0]]}s {first} to {last}" if last else _NAMES[group][int(first) - 1]
    else:
        words = told.replace("-", " ").title()
    return f"{_DAYS[int(weekday) - 1]} {words}" if weekday else words


_NTH = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "L": "last"}
_NAMES = {
    "weekday": _DAYS,
    "months": _MONTHS,
    "season": ("",) * 20 + tuple(season.split()[0] for season in _SEASONS.values()),
    "quarters": tuple(f"{o} quarter" for o in tuple(_NTH.values())[:4]),
    "half": ("first half", "second half"),
    "days": tuple(_ordinal(n) for n in range(1, 32)),
}
