"""Values of one measure side by side, as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.drawing import element, figure
from generator.render.lookup import cut
from generator.render.markdown import Markdown

if TYPE_CHECKING:
    from decimal import Decimal

    from markupsafe import Markup

WIDTH, ROW, LABEL, VALUE = 380, 24, 150, 105
FEWEST, MOST = 2, 12  # bars: one has nothing beside it, more than a dozen are a table's business

Bar = tuple[str, "Decimal", str]
"""Label, value, the value in words."""


def bars_drawing(title: str, bars: tuple[Bar, ...]) -> Markdown:
    """Return horizontal bars from zero; nothing where the values are too few, equal, too many or below zero."""
    values = {value for _, value, _ in bars}
    if not FEWEST <= len(bars) <= MOST or len(values) < FEWEST or min(values) < 0:
        return Markdown("")
    scale = (WIDTH - LABEL - VALUE) / float(max(values))
    rows = [_row(number, bar, scale) for number, bar in enumerate(bars)]
    label = f"{title}: " + "; ".join(f"{name}: {words}" for name, _, words in bars)
    drawing = element("svg", *rows, viewBox=f"0 0 {WIDTH} {ROW * len(bars)}", role="img", aria_label=label)
    return figure(drawing, title, "bars")


def _row(number: int, bar: Bar, scale: float) -> Markup:
    name, value, words = bar
    top, length = ROW * number, float(value) * scale
    return element(
        "g",
        element("text", cut(name, 20), x=0, y=top + 16),
        element("rect", class_="bar", x=LABEL, y=top + 5, width=max(length, 1.0), height=ROW - 10),
        element("text", words, x=LABEL + length + 6, y=top + 16),
    )
