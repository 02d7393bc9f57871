"""From what an expression says by itself to its value: the anchor, the tense, and the dates before it in the text."""

import re
from typing import NamedTuple

from generator import edtf
from generator.edtf import (
    CLOSE_BY,
    can_be_news,
    days_between,
    describe_offset,
    format_value,
    is_relative,
    precision,
    resolve,
    spoken,
    valid,
)
from generator.extract.dates.found import Found, Passage
from generator.extract.dates.story import Story
from generator.extract.dates.tense import Direction, direction, is_any_day
from generator.lexicons import mapping

_THIS = ("0W WE", "0Y S")  # this weekend, this summer: behind where the verb is past
_STAR = re.compile(r"\*(?P<what>\S{1,20})")
# April, 3 May without a year
_OF_YEAR = re.compile(r"\*(?:M[0-9]{1,2}|S2[1-4]|[0-9]{2}-[0-9]{2}(?:W[1-7])?)(?: (?:early|mid|late))?")
_NO_VALUE = mapping("dates-reasons")
NO_SUCH_DAY = "there is no such day in the calendar"
_MONTH_DAY = re.compile(r"(?<![0-9A-Z-])[0-9]{2}-[0-9]{2}\b")  # 02-30
_ON_WEEKDAY = re.compile(r"[0-9]W[1-7]")  # 07-15W5
_LEAP_YEAR = 2000
_SENTENCE = 90  # characters on either side that a comparison of figures fits in
_COMPARES = re.compile(r"[$€£¥#]?[0-9]|\b(?:from|with|than)\s\Z")
_YEAR_BEFORE = {"month": "@ -12M", "quarter": "@ -4Q"}
_TOLD_AS_PAST = "no verb says that it is still to come, and the last one lies almost a year back"
_NEXT_MONTH = 31  # days; a month that comes later is named with its year where it might be taken for the last one
_TIME_ZONE = 1  # days; somebody writes "on 4 May" on 3 May of another time zone
_WEEK, _BEGUN = 7, 3  # days of a week, and days by which nobody tells yet what happened in a month
_BARE = re.compile(r"<(?:W[1-7]|M[0-9]{1,2})")
_OTHER_DAY = " it falls on another weekday"
_WEEKDAYS = frozenset(("weekday", "last-weekday"))
_NO_DATE_BEFORE = "no date before it in the text to count from"


class Anchor(NamedTuple):
    """The date that relative expressions are counted from, and where it is known from, in words."""

    value: str
    name: str


class Reading(NamedTuple):
    """The value of one expression: EDTF or None, the anchor, how it is known, and the reasoning.

    ``counted_from`` is the index of the expression that it is counted from, None for the anchor of the article.
    """

    value: str | None
    basis: str
    offset: str | None
    anchor: str | None
    because: str
    counted_from: int | None = None


def _unresolved(offset: str | None, because: str, anchor: str | None = None) -> Reading:
    return Reading(None, "unresolved", offset, anchor, because)


def is_other_day(reading: Reading) -> bool:
    """Tell whether a day with its weekday, *Tuesday, June 4*, doesn't fit the date that an article is counted from."""
    return reading.anchor is not None and reading.value is None and reading.because.endswith(_OTHER_DAY)


def undone(reading: Reading, because: str) -> Reading:
    """Return a reading that is counted from the date of an article, open since something in the text contradicts it."""
    counted = reading.basis == "relative" and reading.counted_from is None
    return _unresolved(reading.offset, because, reading.anchor) if counted else reading


def read(passage: Passage, found: Found, anchor: Anchor | None, story: Story) -> Reading:
    """Return the value of one expression."""
    if found.offset is None:
        return _unresolved(None, _NO_VALUE.get(found.rule) or _NO_VALUE[found.kind if not found.vague else "vague"])
    if "|" in found.offset:
        return _numeric(found.offset, story)
    narrative = _narrative(passage, found, anchor, story)
    if narrative:
        return narrative
    if found.rule in _WEEKDAYS and is_any_day(passage, found.start, found.end):
        return _unresolved(found.offset.replace("*", "?"), _NO_VALUE["date"])
    offset = _told(passage, found, found.offset, anchor) if anchor else found.offset
    if "*" in offset:
        way, because = _way(passage, found, offset, anchor)
        if because:
            return _unresolved(offset.replace("*", "?"), because)
        offset = _STAR.sub(lambda m: _directed(way, m["what"]), offset)
    elif anchor and "W" in offset:
        offset = spoken(offset, anchor.value, ahead=_is_ahead(passage, found))
    return _anchored(offset, anchor, computed=found.rule in ("anniversary", "named-day"))


def _way(passage: Passage, found: Found, offset: str, anchor: Anchor | None) -> tuple[Direction, str]:
    """Return which way a day or month of any year is meant, and why it is left open, if it is."""
    way, ahead = direction(passage, found.start, found.end), _days_ahead(offset, anchor)
    if ahead > _TIME_ZONE and way in ("?", "<?") and passage.sentence.clauses:
        return way, _TOLD_AS_PAST
    near = resolve(offset.replace("*", "?"), anchor.value) if anchor and way == "<~" else None
    return way, _NO_VALUE["date"] if anchor and edtf.is_before(anchor.value, near) else ""


def _told(passage: Passage, found: Found, offset: str, anchor: Anchor) -> str:
    """Return the offset of an older event of a named day, and of this weekend or summer where the verb is past."""
    if found.rule == "named-day" and anchor.value < offset:
        return f"*{offset[5:]}"
    if not offset.startswith(_THIS) or passage.sentence.parts[passage.token_before(found.start)] == "base":
        return offset
    return f"<{offset.split()[1]}" if direction(passage, found.start, found.end)[0] == "<" else offset


def _is_ahead(passage: Passage, found: Found) -> bool | None:
    """Tell whether a week is told as coming; None where neither its own word nor a verb says so."""
    word = passage.text[found.start : found.end].split()[0].lower()
    way = {"earlier": "<", "later": ">"}.get(word) or direction(passage, found.start, found.end)
    return {"<": False, ">": True}.get(way[0])


def _numeric(offset: str, story: Story) -> Reading:
    """Settle ``03/04/1998`` by the other dates in digits of the article."""
    day_first, month_first = offset.split(" | ")
    value = {"day": day_first, "month": month_first}.get(story.order)
    if value is None:
        return _unresolved(offset, "the article doesn't settle the order of day and month")
    return Reading(value, "stated", offset, None, f"the {story.order} comes first in the other dates of the article")


def _narrative(passage: Passage, found: Found, anchor: Anchor | None, story: Story) -> Reading | None:
    """Return the reading of what is counted from a date before it in the text, None for everything else."""
    offset = found.offset or ""
    if offset.startswith("@event"):
        return _unresolved(offset, "counted from an event whose date isn't told beside it")
    place, last = (story.dates[story.block :] or [(0, None)])[-1]
    before = _YEAR_BEFORE.get(precision(last)) if last else None
    if last and before and _compares(passage, found):
        return counted(before, (place, last))
    if offset.startswith("@ "):
        told = counted(offset, story.last(offset[2:], here=found.rule == "clock"), _NO_DATE_BEFORE)
        doubtful = _is_doubtful(passage, found, told, anchor, story)
        return _unresolved(offset, _NO_VALUE["date"]) if doubtful else told
    if found.rule == "part-of-the-unit":
        reference = story.frame[:2] if story.frame else story.last(offset, here=anchor is not None)
        ahead = not offset.startswith("0D ") or direction(passage, found.start, found.end)[0] == ">"
        return None if anchor and ahead and not reference else counted(f"@ {offset}", reference, _NO_DATE_BEFORE)
    return _in_passage(passage, found, anchor, story)


def _in_passage(passage: Passage, found: Found, anchor: Anchor | None, story: Story) -> Reading | None:
    """Return the reading of *the 16th* behind 17 September, and of *3 May* in a passage about another year."""
    offset = found.offset or ""
    way = direction(passage, found.start, found.end)[0] if offset.startswith("*") else ""
    if not _OF_YEAR.fullmatch(offset) or story.frame is None or way == ">":
        return None
    reading = counted(f"@ ?{offset[1:]}", story.frame[:2])
    reading = reading if reading.value else counted(f"@ 0Y {offset[1:]}", story.frame[:2])  # or of that year
    if reading.value is None or not story.holds(passage, reading.value, anchor):
        return None
    open_ = anchor is not None and can_be_news(offset[1:], reading.value, anchor.value)
    return _unresolved(offset, _NO_VALUE["date"]) if open_ else reading


def _is_doubtful(passage: Passage, found: Found, reading: Reading, anchor: Anchor | None, story: Story) -> bool:
    """Tell whether *three days later* may count from another date, or would lie ahead though a verb tells it as past.

    *The ferry sank on 3 May, police said on 6 May. Three days later* can be the 6th or the 9th, and *at 3 a.m.* is of
    no day on which somebody only spoke.
    """
    if found.rule == "clock":
        return reading.counted_from in story.said
    if found.rule != "narrative-shift" or reading.value is None:
        return False
    if anchor and edtf.is_before(anchor.value, reading.value) and direction(passage, found.start, found.end)[0] == "<":
        return True
    days = {value for _, value in story.dates[-2:]}
    return reading.counted_from in story.said and len(days) > 1


def _compares(passage: Passage, found: Found) -> bool:
    """Tell whether the figure of a month or quarter is held against the year before: ``from $2 million a year ago``."""
    ago = (found.offset or "").removeprefix("@ ") == "-1Y" and found.rule in ("year-earlier", "ago", "narrative-shift")
    before = passage.text[max(passage.start, found.start - _SENTENCE) : found.start]
    after = passage.text[found.end : min(passage.end, found.end + _SENTENCE)]
    return ago and (found.rule == "year-earlier" or any(map(_COMPARES.search, (before, after))))


def counted(offset: str, reference: tuple[int, str] | None, because: str = "") -> Reading:
    """Return the reading of an offset ``@ …`` counted from another date of the text, given as index and value."""
    if reference is None:
        return _unresolved(offset, because)
    index, anchor = reference
    value = resolve(offset[2:], anchor)
    reason = f"{describe_offset(offset[2:], anchor)}, the date before it in the text"
    return Reading(value, "relative" if value else "unresolved", offset, anchor, reason, index)


def _days_ahead(offset: str, anchor: Anchor | None) -> int:
    """Return in how many days a day or month of the year comes, if soon and nearer than the last one, else 0.

    A day whose weekday is told is settled by that.
    """
    match = _STAR.match(offset)
    what = match["what"] if match else ""
    if anchor is None or not (what[:1].isdigit() or what[:1] == "M") or "W" in what:
        return 0
    near = resolve(f"?{what}", anchor.value)
    ahead = days_between(anchor.value, near) if near else None
    most = _NEXT_MONTH if what[0] == "M" else CLOSE_BY
    return ahead if ahead is not None and 0 < ahead <= most else 0


def _doubt(offset: str, anchor: str, value: str | None) -> str:
    """Return why an offset has no value, or a weekday or month told as past may be another one; empty if all is well.

    A page of Thursday that tells what happened *on Friday* was most likely stamped in another time zone; on 1 January
    *in January* is hardly that day.
    """
    told = format_value(anchor)
    if value is None:
        return f"around {told}{_OTHER_DAY}" if _ON_WEEKDAY.search(offset) else f"{told} is too vague to count from"
    if not _BARE.fullmatch(offset) or precision(anchor) != "day":
        return ""
    days = days_between(value if "W" in offset else f"{value}-01", anchor) or 0
    if "W" in offset:
        return f"it is both six days before {told} and the day after it" if days == _WEEK - _TIME_ZONE else ""
    return f"on {told} it had hardly begun" if 0 <= days < _BEGUN else ""


def _directed(way: Direction, what: str) -> str:
    """Settle the direction: without a verb days and months may lie on either side; weekdays then lie behind."""
    if _ON_WEEKDAY.search(what):
        ways = {"<?": "?", ">?": "?"}  # the weekday tells the year or month
    elif what[0] in "QH":
        ways = {"<?": "<", ">?": "?"}
    elif what[0] == "M" or what[0].isdigit():
        ways = {"?": "<?", "<?": "<" if what[0] == "M" else "<?"}
    elif what[0].islower():
        ways = {"<?": "<", ">?": ">"}
    else:
        ways = {"?": "<", "<?": "<", ">?": ">"}
    ways["~"] = ways["<~"] = "?"
    return f"{ways.get(way, way)}{what}"


def _anchored(offset: str, anchor: Anchor | None, *, computed: bool = False) -> Reading:
    if not is_relative(offset):
        value = resolve(offset, None)
        if value is None:
            return _unresolved(offset, NO_SUCH_DAY)
        how = ("computed", "the day of what is known by this name") if computed else ("stated", "as written")
        return Reading(value, how[0], offset, None, how[1])
    if any(not valid(f"{_LEAP_YEAR}-{d}") for d in _MONTH_DAY.findall(offset)):
        return _unresolved(offset, NO_SUCH_DAY)
    if anchor is None:
        return _unresolved(offset, "the article states no date to count from")
    value = resolve(offset, anchor.value)
    if why := _doubt(offset, anchor.value, value):
        return _unresolved(offset.replace("<", "?") if value else offset, why, anchor.value)
    because = f"{describe_offset(offset, anchor.value)}, {anchor.name}"
    return Reading(value, "computed" if computed else "relative", offset, anchor.value, because)
