"""The places of a briefing on a map."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from generator.render.catalogue import cut
from generator.render.drawing import element, figure
from generator.render.markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from generator.model import Entity

UNITS = 4  # of the drawing's grid, a degree
WORLD = 360.0 * UNITS, 180.0 * UNITS
NARROWEST = 50.0 * UNITS  # a map of less shows no coast by which to know the region
LABELS = 14  # more cover each other

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def map_drawing(places: Iterable[Entity]) -> Markdown:
    """Return a map with a dot for each place whose coordinates (latitude, longitude) are known."""
    dots = [(_point(*p.coordinates), p.name, len(p.mentions)) for p in places if p.coordinates]
    if not dots:
        return Markdown("")
    left, top, width, height = box = _box([point for point, _, _ in dots])
    land = element("image", href="../assets/world.svg", x=0, y=0, width=WORLD[0], height=WORLD[1])
    label = "Map of the places: " + ", ".join(name for _, name, _ in dots[:LABELS])
    size = {"viewBox": f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}", "role": "img", "aria_label": label}
    drawing = element("svg", land, *_grid(box), *_dots(dots, width), *_names(dots, width), **size)
    return figure(drawing, "Where the places lie; the larger the dot, the more often it is named.", "map")


def _point(latitude: float, longitude: float) -> tuple[float, float]:
    return (longitude + 180) * UNITS, (90 - latitude) * UNITS


def _box(points: list[tuple[float, float]]) -> Box:
    """Return the part of the world that holds all points, with a margin, twice as wide as high."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width = max(max(xs) - min(xs), 2 * (max(ys) - min(ys))) * 1.4
    width = min(max(width, NARROWEST), WORLD[0])
    left = min(max((min(xs) + max(xs) - width) / 2, 0), WORLD[0] - width)
    top = min(max((min(ys) + max(ys) - width / 2) / 2, 0), WORLD[1] - width / 2)
    return left, top, width, width / 2


def _grid(box: Box) -> Iterable[Markup]:
    left, top, width, height = box
    step = 10 * UNITS if width < WORLD[0] / 3 else 30 * UNITS
    for x in range(math.ceil(left / step) * step, int(left + width) + 1, step):
        yield element("line", class_="grid", x1=x, x2=x, y1=top, y2=top + height, stroke_width=width / 900)
    for y in range(math.ceil(top / step) * step, int(top + height) + 1, step):
        yield element("line", class_="grid", x1=left, x2=left + width, y1=y, y2=y, stroke_width=width / 900)


def _dots(dots: list[tuple[tuple[float, float], str, int]], width: float) -> Iterable[Markup]:
    most = max(count for _, _, count in dots)
    for (x, y), name, count in dots:
        radius = width / 130 * (1 + math.sqrt(count / most))
        yield element("circle", element("title", f"{name}: {count}"), class_="place", cx=x, cy=y, r=radius)


def _names(dots: list[tuple[tuple[float, float], str, int]], width: float) -> Iterable[Markup]:
    """Yield the names that fit, the most mentioned first; one that would cover another is left to its dot's title."""
    size = width / 34
    taken: list[Box] = []
    for (x, y), name, _ in dots[: 3 * LABELS]:
        text = cut(name, 22)
        place = (x + size / 2, y - size / 2, len(text) * size * 0.55, size)
        if len(taken) < LABELS and not any(_meet(place, other) for other in taken):
            taken.append(place)
            yield element("text", text, x=place[0], y=y + size / 3, font_size=size)


def _meet(one: Box, other: Box) -> bool:
    beside = one[0] + one[2] < other[0] or other[0] + other[2] < one[0]
    return not (beside or one[1] + one[3] < other[1] or other[1] + other[3] < one[1])
