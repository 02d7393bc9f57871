"""The figures: what measures the same thing side by side, then all others."""

from dataclasses import dataclass

from generator.model import Figure, Measure, Page
from generator.render.dates import readable, worded
from generator.render.drawing import bars_drawing
from generator.render.markdown import Markdown
from generator.render.offers import figure_offers
from generator.render.page import PageMaker
from generator.render.paging import by_sources
from generator.words import _


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its value worked out, what it measures and whose, and for when; each empty where not known."""

    figure: Figure
    value: str
    measure: str
    period: str


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one measure."""

    measure: Measure
    rows: tuple[Row, ...]
    drawing: Markdown


def figures_page(maker: PageMaker) -> Page:
    """Return the page of all figures."""
    measures = by_sources(maker.briefing.measures)
    inside = {(f.article, f.span) for m in measures for f in m.figures}
    once = [f for x in maker.briefing.findings for f in x.figures if (f.article, f.span) not in inside]
    return maker.page(
        "figures.md",
        "figures.md",
        _("Figures"),
        groups=tuple(_group(m, maker) for m in measures),
        others=tuple(map(row, once)),
        offers=figure_offers((*(f for m in measures for f in m.figures), *once), maker.lookup.articles),
    )


def _group(measure: Measure, maker: PageMaker) -> Group:
    rows = tuple(row(f) for f in measure.figures)
    bars = tuple(
        (f"{maker.lookup.labels[r.figure.article]} {r.period}", r.figure.value, r.figure.text)
        for r in rows
        if r.figure.value is not None and r.figure.kind not in ("ordinal", "rank")
    )
    units = {r.figure.unit for r in rows}
    drawing = bars_drawing(measure.label, bars) if len(units) == 1 else Markdown("")
    return Group(measure, rows, drawing)


def row(figure: Figure) -> Row:
    """Return a figure as a row of a table."""
    period = figure.period
    return Row(
        figure,
        worded(figure),
        figure.measure.text if figure.measure else "",
        (readable(period.value) if period.value else period.text) if period else "",
    )
