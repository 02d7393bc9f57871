"""Times of day in whatever words: *shortly after 10 p.m.*, *at half past nine*, *at six in the morning*."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.text.numbers import value_of

HOUR, HALF_HOUR, HALF_DAY = 60, 30, 720
"""Minutes: two reports of one moment differ by less than an hour, or half of one where none is told in round numbers;
a clock without *p.m.* goes round in half a day."""
NIGHT = 6
"""The hour from which *at night* means the evening."""
_NUMBER = r"(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PART = r"(?: five | ten | twenty | twenty-five )"
_TO = rf"(?<=at\ ) {_PART} \ to (?= \ \w+ (?: \ in\ the\b | \ on\b | \ when\b | [,.;](?!\d) | $ ) )"
_AT = r"(?:at\ |(?<=until\ )|(?<=till\ )) (?:about\ |around\ )?"
_IS = r"(?:at|was|is|nearly|almost|around|about|towards?|after|before)\ "
_CLOCK = re.compile(
    rf"""(?xi)
    \b (?: (?P<part> half\ past | quarter\ (?:past|to) | {_PART} (?: \ minutes\ (?:past|to) | \ past ) | {_TO} )
        \ (?: (?P<of> {_NUMBER} ) \b (?! -) | (?P<of_named> noon | midday | midnight ) )                # half past nine
      | (?P<hour> 1[0-2] | 0?[1-9] ) (?: (?: \. | :\ ? ) (?P<minute> [0-5]\d ) )?
        \ ? (?P<half> [ap] (?=\.?\ ?m\b) ) \.?\ ?m\b\.?                                                  # 2: 09 a. m.
      | (?P<spoken> {_NUMBER} )\ o['’]clock
      | {_AT} (?P<day_hour> [01]?\d | 2[0-3] ) [:.] (?P<day_minute> [0-5]\d ) (?! [\d%] | \ ?[ap]\.?m\b ) # at 21.40
      | (?: at\ (?:about\ |around\ )? | gone\ | (?:shortly|just|soon)\ (?:after|before)\ ) (?P<plain> {_NUMBER} )
        (?: \ (?:sharp|on\ the\ dot)\b
          | (?= \ when\b | \ in\ the | \ on\ [MTWFS]\w+day | \ this\ | \ that\ | [,.;](?!\d) | $ ) )
      | {_IS} (?P<spoken_of> {_NUMBER} ) \ in\ the\ (?:morning|afternoon|evening)\b  # shortly after five in
      | (?P<named> noon | midday | midnight ) \b
    )"""
)
_PAST = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_ZONE = re.compile(r"^\ ?(?:\(|GMT|UTC|[A-Z]{2,4}T\b)")
_BOUND = re.compile(
    r"(?i)(?<!shortly )(?<!just )(?<!soon )(?<!little )\b"
    r"(?:before|after|until|till|by|from|since|between|and|up to) (?:about |the )?$"
)
_NOT_UNTIL = re.compile(r"(?i)\b(?:not|n't) [^,;]{1,40} (?:until|till|before) $")
_PARTS = re.compile(r"(?i)\b(morning|afternoon|evening|night)\b")


class Clock(NamedTuple):
    """A time of day: where it stands, its minutes since midnight, and whether the half of the day is known."""

    start: int
    end: int
    minutes: int
    whole: bool


def clocks(text: str) -> Iterator[Clock]:
    """Yield the times of day of a sentence that bound nothing, and are told in no zone."""
    for m in _CLOCK.finditer(text):
        before = text[: m.start("plain" if m["plain"] else "day_hour" if m["day_hour"] else 0)]
        bound = _BOUND.search(before) and not _NOT_UNTIL.search(before)
        if not (bound or _ZONE.search(text[m.end() :])):
            parts = {part.lower() for part in _PARTS.findall(text)}
            yield _clock(m, parts.pop() if len(parts) == 1 else "")


def _clock(m: re.Match[str], part: str) -> Clock:
    more, *_, to = (m["part"] or "x y").lower().split()
    past = _PAST.get(more, 0) * (-1 if to == "to" else 1)
    if named := m["named"] or m["of_named"]:
        minutes = past + (0 if named.lower() == "midnight" else HALF_DAY)
        return Clock(*m.span(), minutes % (2 * HALF_DAY), whole=True)
    said = m["of"] or m["hour"] or m["spoken"] or m["day_hour"] or m["plain"] or m["spoken_of"]
    hour = int(value_of(said.lower()) or 0)
    minutes = hour * HOUR + int(m["minute"] or m["day_minute"] or past)
    if minutes > HALF_DAY + HOUR or said.startswith("0"):
        return Clock(*m.span(), minutes, whole=True)
    late = m["half"] in ("p", "P") or part in ("afternoon", "evening") or (part == "night" and hour >= NIGHT)
    return Clock(*m.span(), minutes % HALF_DAY + HALF_DAY * late, whole=bool(m["half"] or part))


def are_of_one_moment(one: Clock, other: Clock) -> bool:
    """Tell whether two times of day may be those of one moment."""
    round_ = any(c.minutes % HALF_HOUR == 0 for c in (one, other))
    return apart(one, other) < (HOUR if round_ else HALF_HOUR)


def apart(one: Clock, other: Clock) -> int:
    """Return how many minutes lie between two times of day at least."""
    day = 2 * HALF_DAY if one.whole and other.whole else HALF_DAY
    between = abs(one.minutes - other.minutes) % day
    return min(between, day - between)
