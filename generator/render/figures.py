"""The figures: what measures the same thing side by side, then all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.bars import bars_drawing
from generator.render.dates import readable
from generator.render.markdown import Markdown

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.model import Figure, Measure, Page
    from generator.render.press import Press

QUALIFIERS = {"=": "", "<": "less than ", "<=": "up to ", ">": "more than ", ">=": "at least ", "~": "about "}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its value worked out, what it measures and whose, and for when; each empty where not known."""

    figure: Figure
    value: str
    measure: str
    period: str


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one measure, and how many different sources give one."""

    measure: Measure
    rows: tuple[Row, ...]
    sources: int
    drawing: Markdown


def figures_page(press: Press) -> Page:
    """Return the page of all figures."""
    grouped = [m for m in press.briefing.measures if len(m.figures) > 1]
    groups = [_group(m, press) for m in grouped]
    groups.sort(key=lambda g: (-g.sources, -len(g.rows), g.measure.label, g.measure.id))
    inside = {(f.article, f.span) for m in grouped for f in m.figures}
    others = [row(f) for x in press.briefing.findings for f in x.figures if (f.article, f.span) not in inside]
    return press.page("figures.md", "figures.md", "Figures", groups=groups, others=others)


def _group(measure: Measure, press: Press) -> Group:
    rows = tuple(row(f) for f in measure.figures)
    bars = tuple(
        (f"{press.catalogue.labels[r.figure.article]} {r.period}", r.figure.value, r.figure.text)
        for r in rows
        if r.figure.value is not None and r.figure.kind not in ("ordinal", "rank")
    )
    units = {r.figure.unit for r in rows}
    drawing = bars_drawing(measure.label, bars) if len(units) == 1 else Markdown("")
    return Group(measure, rows, len({f.article for f in measure.figures}), drawing)


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
    return f"{QUALIFIERS.get(figure.qualifier, '')}{_digits(figure.value)}{high}{unit}"


def _digits(value: Decimal) -> str:
    """Return a number with separators and without an exponent."""
    plain = value.normalize() if value == value.to_integral_value() and value.adjusted() > 0 else value
    return f"{plain:,f}"
