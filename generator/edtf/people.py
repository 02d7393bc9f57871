"""EDTF values, durations and offsets as people write them."""

import re

from generator.edtf.values import bounds, precision

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "E": "decade", "C": "century"}
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_PARTS = {
    ("-01~", "-04~"): "early ", ("-05~", "-08~"): "mid-", ("-09~", "-12~"): "late ",
}  # fmt: skip
_DECADE_PARTS = {("0", "3"): "early", ("4", "6"): "mid", ("7", "9"): "late"}
_MARKS = {"~": "about ", "?": "possibly ", "%": "possibly about "}


def format_value(value: str) -> str:
    """Return an EDTF value in words: ``14 April 2025``, ``the 1970s``, ``18–20 August 2024``, ``since 2016``."""
    first, slash, last = value.partition("/")
    if not slash:
        return _point(value)
    if first == "..":
        return f"until {_point(last)}"
    if last == "..":
        return f"since {_point(first)}"
    if precision(value) == "quarter":
        return f"the {_ORDINALS[(int(value[5:7]) - 1) // 3]} quarter of {value[:4]}"
    return _part(first, last) or range_of(_point(first), _point(last))


def _point(value: str) -> str:
    mark = _MARKS.get(value[-1], "")
    stem = value.rstrip("~?%")
    if stem.endswith("XX"):
        return f"{mark}the {_ordinal(int(stem[:2]) + 1)} century"
    if stem.endswith("X"):
        return f"{mark}the {stem[:-1]}0s"
    year, month, day = [*stem.split("-"), "", ""][:3]
    year = year.lstrip("0")
    if not month:
        return f"{mark}{year}"
    if month in _SEASONS:
        return f"{mark}{_SEASONS[month]} {year}"
    if int(month) > len(_MONTHS):
        return f"{mark}the {_ORDINALS[int(month) - 33]} quarter of {year}"
    words = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{mark}{int(day)} {words}" if day else f"{mark}{words}"


def _ordinal(number: int) -> str:
    teen = 10 < number % 100 < 20  # noqa: PLR2004 - eleventh to nineteenth
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _part(first: str, last: str) -> str | None:
    """Return ``mid-2024``, ``late April 2025``, ``the early 1970s`` for the thirds that ``part_of`` makes."""
    if not (first.endswith("~") and last.endswith("~")):
        return None
    if first[:4] == last[:4] and (part := _PARTS.get((first[4:], last[4:]))):
        return f"{part}{first[:4].lstrip('0')}"
    if first[:3] == last[:3] and (part := _DECADE_PARTS.get((first[3:-1], last[3:-1]))):
        return f"the {part} {first[:3]}0s"
    third = {"01": "early", "11": "mid", "21": "late"}
    if first[:7] == last[:7] and first[8:10] in third and precision(first) == "day":
        name = third[first[8:10]]
        return f"{name}{'-' if name == 'mid' else ' '}{_point(first[:7])}"
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
    "S": tuple(_SEASONS.values()),
    "Q": tuple(f"{o} quarter" for o in _ORDINALS[:4]),
    "H": ("first half", "second half"),
    "D": tuple(_ordinal(n) for n in range(1, 32)),
}
