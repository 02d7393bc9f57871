"""The names of the months, and publication dates as mastheads write them ──▶ EDTF."""

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from generator.lexicons import any_of, patterns, table

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "id", "pl", "sv", "tr", "nb", "da")
"""Those whose newspapers we have looked at; English first, so that it wins."""
_MORE = {"sept": 9}
_SHORTEST = 3  # letters; "5" is no month's name


@cache
def month_names(languages: tuple[str, ...] = LANGUAGES) -> dict[str, int]:
    """Return the numbers of the months by their full and short names, in small letters and without full stops."""
    found: dict[str, int] = {}
    for code in languages:
        for width in ("wide", "abbreviated"):
            for number, name in Locale(code).months["format"][width].items():
                found.setdefault(name.lower().rstrip("."), number)
    return {name: number for name, number in {**found, **_MORE}.items() if len(name) >= _SHORTEST}


_YEARS = (1800, 2100)  # a newspaper's possible years


@dataclass(frozen=True, slots=True)
class PubDate:
    """A date in a masthead: where it stands with its label and time, and its EDTF value.

    ``value`` is empty, with the reason in ``because``, where the day and month can't be told apart or there is no year;
    a ``value`` with a reason is inferred.
    ``updated`` says that the label is one of a later change.
    """

    start: int
    end: int
    value: str
    updated: bool = False
    labelled: bool = False
    because: str = ""


@cache
def _weekdays() -> str:
    names = {
        name.lower().rstrip(".")
        for code in LANGUAGES
        for width in ("wide", "abbreviated")
        for name in Locale(code).days["format"][width].values()
    } | {"tues", "thur", "thurs"}
    return any_of(names)


@cache
def _pattern() -> re.Pattern[str]:
    found = patterns(table("pubdate"), {"month": any_of(month_names()), "weekday": _weekdays()})
    return re.compile(found["pubdate"], re.VERBOSE | re.IGNORECASE)


_DIGIT = re.compile(r"\d")  # no date is without; most lines are
_AMERICAN = re.compile(r"\b(?:E[SD]?T|P[SD]?T|M[SD]T|CDT)\b")  # 10:15 AM EDT; CST is China's too


def find_dates(text: str, *, day_first: bool = False) -> tuple[PubDate, ...]:
    """Return the dates of a short text (a masthead line), in order; offsets count in it.

    ``day_first`` tells that 04/05/2025 is of May where it was written.
    """
    if not _DIGIT.search(text):
        return ()
    return tuple(found for match in _pattern().finditer(text) if (found := _date(match, day_first=day_first)))


def writes_day_first(tag: str) -> bool:
    """Tell whether a language (``fr``) or a language of a region (``en-GB``) writes 04/05/2025 for a day of May.

    Of English alone that can't be told, nor of ``en-US``: programs that make pages set that one by themselves.
    """
    try:
        locale = Locale.parse(tag.strip().replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return False
    pattern = str(locale.date_formats["short"].pattern)
    return tag.strip().lower() != "en" and -1 < pattern.find("d") < pattern.find("M") < pattern.find("y")


def _date(match: re.Match[str], *, day_first: bool) -> PubDate | None:
    value, because = _value(match, day_first=day_first)
    if not value and not because:
        return None
    label = match["label"] or ""
    return PubDate(match.start(), match.end(), value, bool(match["updated"]), bool(label), because)


def _value(match: re.Match[str], *, day_first: bool) -> tuple[str, str]:
    if packed := match["iso"] or match["cjk"]:
        year, month, day = (int(n) for n in re.findall(r"\d+", packed))
        return _edtf(year, month, day), ""
    if match["n1"]:
        return _in_numbers(match, day_first=day_first)
    if match["y7"]:
        return match["y7"] if _YEARS[0] <= int(match["y7"]) <= _YEARS[1] else "", ""
    written = match["y1"] or match["y2"] or match["y4"]
    if not written:
        return "", "the article gives the day and month of its date, but no year"
    named = match["m1"] or match["m2"] or match["m4"]
    dayed = match["d1"] or match["d2"]
    return _edtf(int(written), month_names()[named.lower()], int(dayed) if dayed else None), ""


def _in_numbers(match: re.Match[str], *, day_first: bool) -> tuple[str, str]:
    """Read 14/04/2025, 04/14/2025 and 11/28/05, in which the year may stand first."""
    (one, two, year), separator = match.group("n1", "n2", "y3"), match["sep"].strip()
    american, short = bool(_AMERICAN.search(match[0])), len(year) < len("2025")
    sure = bool(match["label"]) or american or day_first or not short
    why = f"of its year the article gives only {year}" if short else ""
    dmy, mdy = (_edtf(_full_year(year), *map(int, pair)) for pair in ((two, one), (one, two)))
    found = {dmy, mdy, "" if sure else _edtf(_full_year(one), int(two), int(year))} - {""}
    if len(found) <= 1:
        return "".join(found), why if found else ""
    if american:
        return mdy, why or "the month is read first, because the time is one of a zone of North America"
    if sure and (day_first or separator == "."):  # nobody writes 4.5.2025 month first
        return dmy, why
    return "", f"the day and the month of {int(one)}{separator}{int(two)}{separator}{year} can't be told apart"


def _full_year(digits: str) -> int:
    """Return a year of two digits as POSIX reads it (strptime): 69 to 99 are of the 20th century."""
    year = int(digits)
    if len(digits) > len("91"):
        return year
    return year + (1900 if year >= 69 else 2000)  # noqa: PLR2004 - POSIX


def _edtf(year: int, month: int, day: int | None) -> str:
    if not (_YEARS[0] <= year <= _YEARS[1] and 1 <= month <= 12):  # noqa: PLR2004 - months
        return ""
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= monthrange(year, month)[1] else ""
