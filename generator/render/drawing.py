"""The parts of a drawing (SVG inside a figure, that Markdown passes on untouched), and bars."""

from decimal import Decimal

from markupsafe import Markup

from generator.render.lookup import cut
from generator.render.markdown import Markdown

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
