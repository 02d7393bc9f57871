"""The drawing above the timeline: what happened when, to scale, a lane for each kind."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from generator.render.dates import readable
from generator.render.drawing import element, figure
from generator.render.markdown import Markdown
from generator.words import _, ngettext
from generator.words.reasons import told

WIDTH = 600.0  # of the drawing's own units: its letters stay readable on a phone
LEFT = 80.0  # for the names of the lanes
AXIS = 42.0  # height of what is above the lanes
LANE = 26.0
LANES = 7  # more than these kinds share one lane: a legend that nobody reads
COLUMNS = 36  # so many columns fit; with more days a column is a month, a year, five years, …
NEAR = 6  # empty columns between two others that are drawn; of more, the time is left out
UNBROKEN = 8  # days or months to a break; with fewer a year is told
BREAK = 12.0  # width of what stands for the time that is left out
TARGET = 24.0  # diameter of what a finger hits: dots that are closer are one, with their number
BAND = 10.0  # from this width on a band shows the days that a vague date may mean
LONGEST_TITLE = 160
LETTER = 7.5  # width of one on the axis
_DAY, _MONTH = -1, 0
_UNITS = (_DAY, _MONTH, 1, 5, 10, 25, 50, 100, 500, 1000)
"""What a column stands for: a day, a month, or so many years."""
_REST = "other"


@dataclass(frozen=True, slots=True)
class Dot:
    """A dated event: its line's anchor, the first and last day that its date may mean, its kind, what a hover shows.

    ``mark`` is ``worked-out`` for a hollow dot, ``disputed`` for a ring, or empty.
    """

    anchor: str
    first: date
    last: date
    kind: str
    title: str
    mark: str = ""

    @property
    def day(self) -> int:
        """The middle of the days, as Python counts them."""
        return (self.first.toordinal() + self.last.toordinal()) // 2


@dataclass(frozen=True, slots=True)
class Column:
    """A day, month, year or several: its days, half-open, how it is called, and where it stands."""

    start: int
    end: int
    name: str
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The columns, all equally wide; between two of them time may be left out."""

    columns: tuple[Column, ...]

    def at(self, day: float) -> float:
        """Return where a day begins, to scale; one that is left out, at the end of what is."""
        for column in self.columns:
            if day < column.end:
                return column.left + column.width * max(day - column.start, 0) / (column.end - column.start)
        return WIDTH


def timeline_drawing(dots: Sequence[Dot], newest: date | None = None) -> Markdown:
    """Return the drawing; nothing where all stands in one column. What follows the ``newest`` source is set apart."""
    axis = _axis(dots) if dots else Axis(())
    if len(axis.columns) < 2:  # noqa: PLR2004 - one day needs no drawing
        return Markdown("")
    lanes = _lanes(dots)
    own = ([d for d in dots if d.kind == lane or (lane == _REST and d.kind not in lanes)] for lane in lanes)
    height = AXIS + LANE * len(lanes)
    counts = [(c, sum(c.start <= d.first.toordinal() < c.end for d in dots)) for c in axis.columns]
    summary = ", ".join(f"{column.name}: {count}" for column, count in counts if count)
    described = _("Number of events: {summary}. The list below says the same.", summary=summary)
    drawing = element(
        "svg",
        element("title", _("When it happened"), id="timeline-title"),
        element("desc", described, id="timeline-desc"),
        *(_coming(axis, newest.toordinal(), height) if newest and dots[-1].day > newest.toordinal() else ()),
        *_ruler(axis),
        *(p for n, found in enumerate(own) for p in _lane(axis, lanes[n], found, AXIS + LANE * (n + 0.5))),
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        role="group",
        aria_labelledby="timeline-title timeline-desc",
    )
    told = _(
        "To scale; zigzag: time left out. Bands: vague dates; hollow: worked out; ring: disputed; numbers: events."
    )
    return figure(drawing, told, "timeline")


def _axis(dots: Sequence[Dot]) -> Axis:
    """Return the columns that any date may mean, in the finest unit in which they fit.

    Days and months are taken only where hardly any time is left out: of a long history the years are equally wide.
    """
    vague = all(_key(d.first, _MONTH) != _key(d.last, _MONTH) for d in dots)  # of years alone no months are drawn
    told = (u for u in _UNITS if u >= 1 or not vague)
    covered = ((unit, _covered(dots, unit)) for unit in told)
    fits = ((unit, keys, {k for k in keys if k - 1 not in keys}) for unit, keys in covered if keys)
    unit, keys, begins = next(f for f in fits if f[0] >= 1 or len(f[1]) >= UNBROKEN * (len(f[2]) - 1))
    width = (WIDTH - LEFT - BREAK * (len(begins) - 1)) / len(keys)
    columns, x = [], LEFT - BREAK
    for key in sorted(keys):
        x += BREAK if key in begins else 0
        columns.append(Column(_start(key, unit), _start(key + 1, unit), _name(key, unit), x, width))
        x += width
    return Axis(tuple(columns))


def _covered(dots: Sequence[Dot], unit: int) -> frozenset[int]:
    """Return the numbers of the units that the dates may mean, and few between; nothing where they are too many."""
    found: set[int] = set()
    for dot in dots:
        first, last = _key(dot.first, unit), _key(dot.last, unit)
        found.update(range(first, min(last, first + COLUMNS) + 1))
        if len(found) > COLUMNS:
            return frozenset()
    near = {key for a, b in pairwise(sorted(found)) if b - a <= NEAR + 1 for key in range(a, b)}
    return frozenset(found | near if len(found | near) <= COLUMNS else found)


def _key(day: date, unit: int) -> int:
    if unit == _DAY:
        return day.toordinal()
    return day.year * 12 + day.month - 1 if unit == _MONTH else day.year // unit


def _start(key: int, unit: int) -> int:
    if unit == _DAY:
        return key
    year, month = divmod(key, 12) if unit == _MONTH else (key * unit, 0)
    return date(min(max(year, 1), date.max.year), month + 1, 1).toordinal()


def _name(key: int, unit: int) -> str:
    if unit > 1:
        return f"{key * unit}–{key * unit + unit - 1}"
    first = date.fromordinal(_start(key, unit)).isoformat()
    return str(key) if unit == 1 else readable(first[:7] if unit == _MONTH else first)


def _lanes(dots: Sequence[Dot]) -> tuple[str, ...]:
    counts = Counter(d.kind for d in dots)
    ranked = sorted((k for k in counts if k != _REST), key=lambda k: (-counts[k], k))
    kept = ranked[:LANES] if len(ranked) <= LANES else ranked[: LANES - 1]
    rest = len(kept) < len(ranked) or _REST in counts
    return (*kept, _REST) if rest else tuple(kept)


def _ruler(axis: Axis) -> Iterator[Markup]:
    """Yield the names of the columns as far as they fit, a tick where each begins, and a zigzag for time left out."""
    free, y = LEFT, AXIS - 8
    for column in axis.columns:
        wide = LETTER * len(column.name)
        middle = min(column.left + column.width / 2, WIDTH - wide / 2)
        yield element("path", d=f"M{column.left:.1f} {y - 4:.1f}v4h{column.width:.1f}v-4", class_="axis")
        if middle - wide / 2 >= free or column.left == LEFT:
            x = max(middle, LEFT + wide / 2)
            yield element("text", column.name, x=x, y=y - 8, text_anchor="middle")
            free = x + wide / 2 + LETTER
    for before, after in pairwise(axis.columns):
        if after.start > before.end:
            zigzag = f"M{after.left - BREAK:.1f} {y:.1f}l3 -4l3 8l3 -8l3 4"
            yield element("path", d=zigzag, class_="axis")


def _coming(axis: Axis, newest: int, height: float) -> Iterator[Markup]:
    """Yield what sets apart the time after the newest source."""
    x = axis.at(newest + 1)
    yield element("rect", x=x, y=0, width=WIDTH - x, height=height, class_="coming")
    yield element("text", _("after the newest source"), x=WIDTH - 4, y=11, text_anchor="end", class_="coming")


def _lane(axis: Axis, lane: str, dots: Sequence[Dot], y: float) -> Iterator[Markup]:
    """Yield one kind: its line, the bands of vague dates, the dots, and its name on top of what moves under it."""
    yield element("line", x1=LEFT, x2=WIDTH, y1=y, y2=y, class_="grid")
    for dot in dots:
        left, right = axis.at(dot.first.toordinal()), axis.at(dot.last.toordinal() + 1)
        if right - left >= BAND and dot.last > dot.first:
            yield element("rect", x=left, y=y - 4, width=right - left, height=8.0, rx=4, class_="band")
    yield from (_drawn(lane, group, axis.at(group[0].day + 0.5), y) for group in _grouped(axis, dots))
    yield element("text", told(lane), x=0, y=y + 4, class_="lane")


def _grouped(axis: Axis, dots: Sequence[Dot]) -> list[list[Dot]]:
    """Return the dots in the order of time, those of which a finger would hit two together."""
    groups: list[list[Dot]] = []
    for dot in sorted(dots, key=lambda d: (d.day, d.anchor)):
        if groups and axis.at(dot.day) - axis.at(groups[-1][0].day) < TARGET:
            groups[-1].append(dot)
        else:
            groups.append([dot])
    return groups


def _drawn(lane: str, dots: Sequence[Dot], x: float, y: float) -> Markup:
    """Return a dot, or the number of several; ``data-`` tells the script of the filters whose they are."""
    first, many = dots[0], len(dots) > 1
    title = ngettext("{n} event", "{n} events", len(dots)) if many else first.title
    title = f"{told(lane)}: {title}" if many else title
    title = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
    marks = {d.mark for d in dots}
    return element(
        "a",
        element("title", title),
        element("circle", cx=x, cy=y, r=TARGET / 2, class_="hit"),
        element("circle", cx=x, cy=y, r=9 if many else 4.5, class_="dot"),
        element("text", str(len(dots)) if many else "", x=x, y=y + 4, text_anchor="middle"),
        href=f"#{first.anchor}",
        aria_label=title,
        class_="many" if many and marks != {"disputed"} else first.mark or "plain",
        data_kind=lane,
        data_from=str(first.day),
        data_to=str(dots[-1].day),
    )
