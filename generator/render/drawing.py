"""The parts of a drawing (SVG inside a figure, that Markdown passes on untouched), bars, and the places on a map."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.model import Entity
from generator.render.markdown import Markdown
from generator.render.titles import cut
from generator.words import _

WIDTH, ROW, LABEL, VALUE = 380, 24, 150, 105
FEWEST, MOST = 2, 12  # bars: one has nothing beside it, more than a dozen are a table's business

Bar = tuple[str, "Decimal", str]
"""Label, value, the value in words."""


def element(name: str, *children: Markup | str, **attributes: object) -> Markup:
    """Return an SVG element; an underscore in an attribute's name stands for a hyphen, ``class_`` for ``class``."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{Markdown.escape(number(v))}"' for key, v in attributes.items()
    )
    return Markup(f"<{name}{given}>{''.join(Markdown.escape(c) for c in children)}</{name}>")  # noqa: S704 - every part is escaped


def number(value: object) -> object:
    """Return a coordinate with one decimal at most, so that every machine writes the same."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


def figure(drawing: Markup, caption: str, kind: str) -> Markdown:
    """Return a drawing as a block of the page, with its caption."""
    return Markdown('<figure class="drawing {}">\n{}\n<figcaption>{}</figcaption>\n</figure>').format(
        kind, drawing, caption
    )


def bars_drawing(title: str, bars: tuple[Bar, ...]) -> Markdown:
    """Return horizontal bars from zero; nothing where the values are too few, equal, too many or below zero."""
    values = {value for _, value, _ in bars}
    if not FEWEST <= len(bars) <= MOST or len(values) < FEWEST or min(values) < 0:
        return Markdown("")
    scale = (WIDTH - LABEL - VALUE) / float(max(values))
    rows = [_bar(number, bar, scale) for number, bar in enumerate(bars)]
    label = f"{title}: " + "; ".join(f"{name}: {words}" for name, _, words in bars)
    drawing = element("svg", *rows, viewBox=f"0 0 {WIDTH} {ROW * len(bars)}", role="img", aria_label=label)
    return figure(drawing, title, "bars")


def _bar(number: int, bar: Bar, scale: float) -> Markup:
    name, value, words = bar
    top, length = ROW * number, float(value) * scale
    return element(
        "g",
        element("text", cut(name, 20), x=0, y=top + 16),
        element("rect", class_="bar", x=LABEL, y=top + 5, width=max(length, 1.0), height=ROW - 10),
        element("text", words, x=LABEL + length + 6, y=top + 16),
    )


UNITS = 4  # of the drawing, a degree
WORLD = 360.0 * UNITS, 180.0 * UNITS
NARROWEST = 50.0 * UNITS  # a map of less shows no coast by which to know the region
LABELS = 14  # more cover each other
PLACES = 500  # more are one blot, and make a page that is slow to open

FOCUS = 0.9  # of all mentions lie on the map


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the drawing, and how often it is named."""

    x: float
    y: float
    name: str
    count: int


Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def map_drawing(places: Iterable[Entity]) -> Markdown:
    """Return a map with a dot for each place whose coordinates (latitude, longitude) are known, the most named ones."""
    known = sorted((p for p in places if p.coordinates), key=lambda p: (-len(p.mentions), p.id))
    placed = ((*p.coordinates, p) for p in known[:PLACES] if p.coordinates)
    dots = [Dot((east + 180) * UNITS, (90 - north) * UNITS, p.name, len(p.mentions)) for north, east, p in placed]
    if not dots:
        return Markdown("")
    left, top, width, height = box = _box(_most_mentioned(dots))
    inside = [d for d in dots if left <= d.x <= left + width and top <= d.y <= top + height]
    outside = ", ".join(f"{d.name} ({d.count})" for d in dots if d not in inside)
    land = element("image", href="../assets/world.svg", x=0, y=0, width=WORLD[0], height=WORLD[1])
    label = _("Map of the places: {names}", names=", ".join(d.name for d in inside[:LABELS]))
    size = {"viewBox": f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}", "role": "img", "aria_label": label}
    drawing = element("svg", land, *_dots(inside, width), *_names(inside, box), **size)
    caption = _("The larger the dot, the more often the place is named.")
    most = _(" Only the {n} places that are named most often.", n=PLACES) if len(known) > PLACES else ""
    beyond = _(" Outside of the map: {places}.", places=outside) if outside else ""
    return figure(drawing, f"{caption}{most}{beyond}", "map")


def _most_mentioned(dots: list[Dot]) -> list[Dot]:
    """Return the places that make up most of the mentions, so that one far place doesn't shrink all others."""
    total, counted = sum(d.count for d in dots), 0
    for number, dot in enumerate(dots, 1):
        counted += dot.count
        if counted >= FOCUS * total:
            return dots[:number]
    return dots


def _box(dots: list[Dot]) -> Box:
    """Return the part of the world that holds all dots, with a margin, twice as wide as high."""
    xs, ys = [d.x for d in dots], [d.y for d in dots]
    width = max(max(xs) - min(xs), 2 * (max(ys) - min(ys))) * 1.5
    width = min(max(width, NARROWEST), WORLD[0])
    left = min(max((min(xs) + max(xs) - width) / 2, 0), WORLD[0] - width)
    top = min(max((min(ys) + max(ys) - width / 2) / 2, 0), WORLD[1] - width / 2)
    return left, top, width, width / 2


def _dots(dots: list[Dot], width: float) -> Iterable[Markup]:
    most = max((d.count for d in dots), default=1)
    for dot in dots:
        radius = width / 130 * (0.6 + math.sqrt(dot.count / most))
        title = element("title", f"{dot.name}: {dot.count}")
        yield element("circle", title, class_="place", cx=dot.x, cy=dot.y, r=radius)


def _names(dots: list[Dot], box: Box) -> Iterable[Markup]:
    """Yield the names that fit, the most mentioned first; one that would cover another is left to its dot's title."""
    left, _, width, _ = box
    size = width / 30
    taken: list[Box] = []
    for dot in dots[: 3 * LABELS]:
        text = cut(dot.name, 22)
        length = len(text) * size * 0.55
        flip = dot.x + size + length > left + width
        place = (dot.x - size - length if flip else dot.x + size, dot.y - size / 2, length, size)
        if len(taken) < LABELS and not any(_meet(place, other) for other in taken):
            taken.append(place)
            yield element("text", text, x=place[0], y=dot.y + size / 3, font_size=size)


def _meet(one: Box, other: Box) -> bool:
    beside = one[0] + one[2] < other[0] or other[0] + other[2] < one[0]
    return not (beside or one[1] + one[3] < other[1] or other[1] + other[3] < one[1])
