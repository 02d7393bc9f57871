"""The drawing above the timeline: how much happened when, and of what kind."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.render.drawing import element, figure
from generator.render.markdown import Markdown
from generator.words import _, ngettext
from generator.words.reasons import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

WIDTH = 600.0  # of the drawing's own units: its letters stay readable on a phone
LEFT = 80.0  # for the names of the lanes
BAR_HEIGHT = 70.0
LANE = 22.0
LABEL = 34.0
GAP = 6.0
LANES = 7  # more than these kinds share one lane: a legend that nobody reads
COLUMNS = 36  # so many labelled columns fit; with more years a column covers five, ten, … years
MOST_DOTS = 250  # above that one dot stands for all events of a lane in a column
LONGEST_TITLE = 160
_STEPS = (1, 5, 10, 25, 50, 100, 500, 1000)
APART = 8.0  # between the middles of two dots of a lane: each can be seen
VAGUE = 20 / 365  # of a year: a date from which on a band shows how vague it is
_REST = "other"


@dataclass(frozen=True, slots=True)
class Dot:
    """A dated event: its line's anchor, the year and day (20250414) when it begins, its kind, what a hover shows.

    ``mark`` is ``worked-out`` for a hollow dot, ``disputed`` for a ring, or empty; ``begins`` and ``ends`` are the days
    that the date may mean, in years: ``2025.28``.
    """

    anchor: str
    year: int
    day: int
    kind: str
    title: str
    mark: str = ""
    begins: float = 0.0
    ends: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """The events of one year, or of several; years without any have no column."""

    first: int
    last: int
    dots: tuple[Dot, ...]
    left: float
    width: float

    @property
    def name(self) -> str:
        """The years."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    def at(self, year: float) -> float:
        """Return where a time in years stands, to scale within the column and never outside of it."""
        part = (year - self.first) / (self.last + 1 - self.first)
        return self.left + self.width * min(max(part, 0.0), 1.0)


def timeline_drawing(dots: tuple[Dot, ...]) -> Markdown:
    """Return the drawing: a bar for each period, below it a lane for each kind; nothing for fewer than two events."""
    if len(dots) < 2:  # noqa: PLR2004 - one event needs no drawing
        return Markdown("")
    columns = _columns(dots)
    lanes = _lanes(dots)
    height = BAR_HEIGHT + LABEL + LANE * len(lanes) + GAP
    summary = ", ".join(f"{c.name}: {len(c.dots)}" for c in columns)
    drawing = element(
        "svg",
        element("title", _("When it happened"), id="timeline-title"),
        element(
            "desc", _("Number of events: {summary}. The list below says the same.", summary=summary), id="timeline-desc"
        ),
        *_bars(columns),
        *_breaks(columns),
        *_lane_lines(lanes),
        *_dots(columns, lanes, grouped=len(dots) > MOST_DOTS),
        *(element("text", told(lane), x=0, y=_height(n) + 4, class_="lane") for n, lane in enumerate(lanes)),
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        role="group",
        aria_labelledby="timeline-title timeline-desc",
    )
    step = columns[0].last - columns[0].first + 1
    bars = ngettext("Bars: events in a year", "Bars: events in a {n} years", step)
    caption = _(
        "{bars}; a broken line: years left out. Dots: by kind and day; bands: vague dates; "
        "hollow: worked out; ring: disputed.",
        bars=bars,
    )
    return figure(drawing, caption, "timeline")


def _columns(dots: tuple[Dot, ...]) -> tuple[Column, ...]:
    """Return the periods that have events, as wide as the root of their number: no crowd hides the rest."""
    years = {d.year for d in dots}
    step = next((s for s in _STEPS if len({y // s for y in years}) <= COLUMNS), _STEPS[-1])
    grouped: dict[int, list[Dot]] = {}
    for dot in sorted(dots, key=lambda d: (d.day, d.anchor)):
        grouped.setdefault(dot.year // step, []).append(dot)
    weights = {key: 1 + math.sqrt(len(grouped[key])) for key in grouped}
    unit = (WIDTH - LEFT) / sum(weights[key] for key in sorted(weights))
    columns, left = [], LEFT
    for key in sorted(grouped):
        width = weights[key] * unit
        columns.append(Column(key * step, key * step + step - 1, tuple(grouped[key]), left, width))
        left += width
    return tuple(columns)


def _lanes(dots: tuple[Dot, ...]) -> tuple[str, ...]:
    counts = Counter(d.kind for d in dots)
    ranked = sorted((k for k in counts if k != _REST), key=lambda k: (-counts[k], k))
    kept = ranked[:LANES] if len(ranked) <= LANES else ranked[: LANES - 1]
    rest = len(kept) < len(ranked) or _REST in counts
    return (*kept, _REST) if rest else tuple(kept)


def _bars(columns: tuple[Column, ...]) -> Iterator[Markup]:
    most = max(len(c.dots) for c in columns)
    for column in columns:
        height = max(BAR_HEIGHT * len(column.dots) / most, 2.0)
        many = ngettext("{n} event", "{n} events", len(column.dots))
        count = f"{column.name}: {many}"
        wide = column.width >= len(column.name) * 8.0
        middle = column.left + column.width / 2
        turned = {} if wide else {"transform": f"rotate(-45 {middle:.1f} {BAR_HEIGHT + 16:.1f})"}
        yield element(
            "a",
            element("title", count),
            element("rect", x=column.left + 1, y=BAR_HEIGHT - height, width=max(column.width - 2, 1.0), height=height),
            element("text", column.name, x=middle, y=BAR_HEIGHT + 16, text_anchor="middle", class_="year", **turned),
            href=f"#y-{column.dots[0].year}",
            aria_label=count,
        )


def _breaks(columns: tuple[Column, ...]) -> Iterator[Markup]:
    """Yield a broken line between two columns where years without events are left out."""
    bottom = BAR_HEIGHT + LABEL / 4
    for before, after in pairwise(columns):
        if after.first > before.last + 1:
            x = after.left
            way = f"M{x - 2:.1f} {bottom:.1f}l4 -4M{x - 2:.1f} {bottom + 3:.1f}l4 -4"
            yield element("path", d=way, class_="break")


def _lane_lines(lanes: tuple[str, ...]) -> Iterator[Markup]:
    for n in range(len(lanes)):
        yield element("line", x1=LEFT, x2=WIDTH, y1=_height(n), y2=_height(n), class_="grid")


def _height(lane: int) -> float:
    return BAR_HEIGHT + LABEL + LANE * (lane + 0.5)


def _dots(columns: tuple[Column, ...], lanes: tuple[str, ...], *, grouped: bool) -> Iterator[Markup]:
    for column in columns:
        for n, lane in enumerate(lanes):
            inside = [d for d in column.dots if d.kind == lane or (lane == _REST and d.kind not in lanes)]
            if inside and (grouped or len(inside) * APART > column.width):
                yield _cluster(column, lane, inside, _height(n))
            else:
                spans = [(column.at(d.begins), column.at(d.ends)) for d in inside]
                yield from (_band(*s, _height(n)) for s, d in zip(spans, inside, strict=True) if _is_vague(d))
                places = _spread([sum(s) / 2 for s in spans], column)
                yield from (_single(d, x, _height(n)) for d, x in zip(inside, places, strict=True))


def _is_vague(dot: Dot) -> bool:
    return dot.ends - dot.begins >= VAGUE


def _band(left: float, right: float, y: float) -> Markup:
    """Return the days that a vague date may mean."""
    return element("rect", x=left, y=y - 4, width=right - left, height=8.0, rx=4, class_="band")


def _spread(places: list[float], column: Column) -> list[float]:
    """Return the places of dots in the order of time, moved apart where they would cover each other."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + APART if found else column.left + APART / 2))
    limit = column.left + column.width - APART / 2
    for n in reversed(range(len(found))):
        found[n] = min(found[n], limit)
        limit = found[n] - APART
    return found


def _single(dot: Dot, x: float, y: float) -> Markup:
    """Return an event's dot."""
    title = dot.title if len(dot.title) <= LONGEST_TITLE else dot.title[: LONGEST_TITLE - 1] + "…"
    circle = element("circle", cx=x, cy=y, r=4)
    marked = {"class_": dot.mark} if dot.mark else {}
    return element("a", element("title", title), circle, href=f"#{dot.anchor}", aria_label=title, **marked)


def _cluster(column: Column, lane: str, inside: list[Dot], y: float) -> Markup:
    many = ngettext("{n} event", "{n} events", len(inside))
    count = f"{column.name}, {told(lane)}: {many}"
    radius = min(3 + math.sqrt(len(inside)), LANE / 2, max(column.width / 2, 3.0))
    circle = element("circle", cx=column.left + column.width / 2, cy=y, r=radius)
    return element("a", element("title", count), circle, href=f"#{inside[0].anchor}", aria_label=count, class_="many")
