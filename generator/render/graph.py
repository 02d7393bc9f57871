"""Who is named together with whom, as a drawing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from generator.render.drawing import element, figure
from generator.render.lookup import cut
from generator.render.markdown import Markdown
from generator.words import _

if TYPE_CHECKING:
    from markupsafe import Markup

WIDTH, HEIGHT, RADIUS = 500, 290, 100
LABEL_LETTERS = 17  # what fits between the circle and the edge
FEWEST = 2  # one line between two points says nothing that the list doesn't

Neighbour = tuple[str, str, int]
"""Name, kind, number of sentences."""


def neighbours_drawing(name: str, neighbours: tuple[Neighbour, ...]) -> Markdown:
    """Return a star: the entity in the middle, the others around it, thicker lines for more shared sentences.

    Nothing, where all have equally many: then it says no more than the list.
    """
    counts = [count for _, _, count in neighbours]
    if len(neighbours) < FEWEST or len(set(counts)) == 1:
        return Markdown("")
    most = max(counts)
    points = [(_point(i, len(neighbours)), n) for i, n in enumerate(neighbours)]
    centre = (WIDTH / 2, HEIGHT / 2)
    lines = [
        element("line", x1=centre[0], y1=centre[1], x2=x, y2=y, stroke_width=1 + 4 * n[2] / most)
        for (x, y), n in points
    ]
    middle = element("circle", class_="middle", cx=centre[0], cy=centre[1], r=9)
    parts = (*lines, *(_neighbour(point, n, most) for point, n in points), middle)
    told = "; ".join(f"{n} ({count})" for n, _, count in neighbours)
    label = _("{name} is named in the same sentence as: {others}", name=name, others=told)
    drawing = element("svg", *parts, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=label)
    return figure(drawing, _("Thicker lines: more sentences that name both."), "graph")


def _point(index: int, count: int) -> tuple[float, float]:
    angle = 2 * math.pi * (index + 0.5) / count - math.pi / 2
    return round(WIDTH / 2 + RADIUS * math.cos(angle), 1), round(HEIGHT / 2 + RADIUS * math.sin(angle), 1)


def _neighbour(point: tuple[float, float], neighbour: Neighbour, most: int) -> Markup:
    (x, y), (name, kind, count) = point, neighbour
    right = x >= WIDTH / 2
    dot = element("circle", class_=kind, cx=x, cy=y, r=4 + 4 * count / most)
    at = {"x": x + 11 if right else x - 11, "y": y + 4, "text_anchor": "start" if right else "end"}
    text = element("text", cut(name, LABEL_LETTERS), **at)
    return element("g", element("title", f"{name}: {count}"), dot, text)
