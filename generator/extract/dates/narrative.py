"""What is counted from another date of the text: ``the same day``, ``a year earlier``, ``the following month``."""

import re

from generator.extract.dates.found import Found, expression
from generator.extract.dates.fragments import meaning
from generator.extract.dates.relative import CALENDAR_UNITS, counted


def shift(match: re.Match[str]) -> Found | None:
    """Read ``a day earlier``, ``two weeks later``."""
    back = match["way"].lower().startswith(("earlier", "before", "previously"))
    shifted = counted(match, back=back)
    return expression(match, "narrative-shift", f"@ {shifted}") if shifted else None


def same(match: re.Match[str]) -> Found | None:
    """Read ``the same day``, ``that year``."""
    unit = meaning("unit", match["unit"])
    return expression(match, "same-unit", f"@ 0{unit}") if unit in CALENDAR_UNITS else None


def adjacent(match: re.Match[str]) -> Found:
    """Read ``the day before``, ``the year after``."""
    return _beside(match, "narrative-shift", "@")


def beside_event(match: re.Match[str]) -> Found:
    """Read ``the year after the war``: it is counted from the event that the words behind it name."""
    return _beside(match, "event-shift", "@event")


def _beside(match: re.Match[str], rule: str, of: str) -> Found:
    sign = "-" if match["way"].lower() in ("before", "earlier") else "+"
    return expression(match, rule, f"{of} {sign}1{meaning('unit', match['unit'])}")


def next_unit(match: re.Match[str]) -> Found | None:
    """Read ``the following month``, ``the previous year``."""
    unit, sign = meaning("unit", match["unit"]), _sign(match["which"])
    return expression(match, "narrative-unit", f"@ {sign}1{unit}") if unit in CALENDAR_UNITS else None


def next_weekday(match: re.Match[str]) -> Found:
    """Read ``the following Monday``."""
    way = "<<" if _sign(match["which"]) == "-" else ">>"
    return expression(match, "narrative-weekday", f"@ {way}W{meaning('weekday', match['weekday'])}")


def _sign(which: str) -> str:
    return "-" if which.lower().split()[-1] in ("previous", "preceding", "prior") else "+"
