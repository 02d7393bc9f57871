"""The figures: what measures the same thing side by side, then all others that tell something."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import Figure, Measure, Page
from generator.render.dates import readable, worded
from generator.render.drawing import bars_drawing
from generator.render.lookup import Lookup
from generator.render.markdown import Markdown
from generator.render.offers import figure_offers
from generator.render.page import PageMaker
from generator.render.paging import by_sources
from generator.text.befallen import label_of
from generator.words import _

UNTELLING = ("ordinal", "rank")
"""Kinds of figures that say nothing by themselves."""
_SMALL = 3
"""A bare count up to this (*two sides*) is no figure that anybody would quote."""


def is_telling(figure: Figure) -> bool:
    """Tell whether a figure says what it measures, and is no bare count of a few."""
    counted = figure.unit != "1" or (figure.value or 0) > _SMALL
    return figure.measure is not None and figure.rule != "vague" and figure.kind not in UNTELLING and counted


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its value worked out, what it measures and whose, and for when; each empty where not known.

    ``alike`` are those of other sources that are told in the same words.
    """

    figure: Figure
    value: str
    measure: str
    period: str
    alike: tuple[Figure, ...] = ()


def figures_page(maker: PageMaker) -> Page:
    """Return the page of all figures that tell something; an editor is offered the others, too."""
    measures = by_sources(maker.briefing.measures)
    inside = {(f.article, f.span) for m in measures for f in m.figures}
    every = (f for x in maker.briefing.findings for f in x.figures)
    once = [f for f in every if (f.article, f.span) not in inside and f.kind not in UNTELLING]
    return maker.page(
        "figures.md",
        "figures.md",
        _("Figures"),
        groups=tuple(_group(m, maker) for m in measures),
        others=tuple(r for r in rows((f for f in once if is_telling(f)), maker.lookup) if r.measure),
        offers=figure_offers((*(f for m in measures for f in m.figures), *once), maker.lookup.articles),
    )


def _group(measure: Measure, maker: PageMaker) -> dict[str, object]:
    """Return the figures of one measure."""
    bars = tuple(
        (f"{maker.lookup.labels[r.figure.article]} {r.period}", r.figure.value, r.figure.text)
        for r in (row(f, maker.lookup) for f in measure.figures)
        if r.figure.value is not None and r.figure.kind not in UNTELLING
    )
    units = {f.unit for f in measure.figures}
    drawing = bars_drawing(measure.label, bars) if len(units) == 1 else Markdown("")
    return {"measure": measure, "rows": rows(measure.figures, maker.lookup), "drawing": drawing}


def rows(figures: Iterable[Figure], lookup: Lookup) -> tuple[Row, ...]:
    """Return figures as rows of a table, those that are told in the same words as one."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for one in (row(f, lookup) for f in figures):
        found.setdefault((one.figure.text.casefold(), one.value, one.measure, one.period), []).append(one)
    return tuple(replace(same[0], alike=tuple(r.figure for r in same[1:])) for same in found.values())


def row(figure: Figure, lookup: Lookup) -> Row:
    """Return a figure as a row of a table."""
    period = figure.period
    return Row(
        figure,
        worded(figure),
        label(figure, lookup),
        (readable(period.value) if period.value else period.text) if period else "",
    )


def label(figure: Figure, lookup: Lookup) -> str:
    """Return the words that say what a figure measures, or nothing."""
    return label_of(figure, lookup.grammar(figure))
