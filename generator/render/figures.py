"""The figures: what measures the same thing side by side, then all others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.model import Figure, Measure, Page
from generator.render.dates import readable
from generator.render.drawing import bars_drawing
from generator.render.markdown import Markdown
from generator.render.offers import figure_offers
from generator.render.paging import by_sources
from generator.words import N_, _, number

if TYPE_CHECKING:
    from generator.render.page import PageMaker


QUALIFIERS = {
    "<": N_("less than {value}"),
    "<=": N_("up to {value}"),
    ">": N_("more than {value}"),
    ">=": N_("at least {value}"),
    "~": N_("about {value}"),
}


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


def worded(figure: Figure) -> str:
    """Return a figure's value in digits: ``more than 260,000,000,000 USD``, ``3–5 %``."""
    if figure.value is None:
        return ""
    high = f"–{_digits(figure.high)}" if figure.high is not None else ""
    unit = "" if figure.unit == "1" else f" {figure.unit}"
    value = f"{_digits(figure.value)}{high}{unit}"
    return _(QUALIFIERS[figure.qualifier], value=value) if figure.qualifier in QUALIFIERS else value


def hedge(figure: Figure) -> str:
    """Return what qualifies a figure, to stand before its words: ``more than ``; nothing where they say it."""
    told = figure.rule == "vague" or (figure.hedge and figure.hedge.text in figure.text)
    return "" if told or figure.qualifier not in QUALIFIERS else _(QUALIFIERS[figure.qualifier], value="")


def _digits(value: Decimal) -> str:
    """Return a number with separators and without an exponent."""
    plain = value.normalize() if value == value.to_integral_value() and value.adjusted() > 0 else value
    return number(plain)
