"""The figures: what measures the same thing side by side, then all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.bars import bars_drawing
from generator.render.dates import readable
from generator.render.markdown import Markdown
from generator.render.offers import figure_offers
from generator.render.paging import PAGE_ITEMS, paged
from generator.words import N_, _, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from generator.model import Figure, Measure, Page
    from generator.render.page import PageMaker

ONCE = "figures/once.md"
"""Where the figures stand that are given once, where they are too many for the page of all figures."""

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


def figures_pages(maker: PageMaker) -> tuple[Page, ...]:
    """Return the page of all figures, and further ones where they are too many for one."""
    shelves = maker.lookup.paging.measures
    inside = {(f.article, f.span) for shelf in shelves for m in shelf.items for f in m.figures}
    others = [row(f) for x in maker.briefing.findings for f in x.figures if (f.article, f.span) not in inside]
    lists = paged(ONCE if len(others) > PAGE_ITEMS else shelves[0].path, others)
    pages = tuple(dict.fromkeys((*(s.path for s in shelves), *(s.path for s in lists))))
    grouped, once = {s.path: s.items for s in shelves}, {s.path: s.items for s in lists}
    return tuple(
        maker.page(
            path,
            "figures.md",
            _("Figures: {n}", n=number) if number > 1 else _("Figures"),
            groups=[_group(m, maker) for m in grouped.get(path, ())],
            others=once.get(path),
            pages=pages,
            offers=figure_offers(_figures(grouped.get(path, ()), once.get(path, ())), maker.lookup.articles),
        )
        for number, path in enumerate(pages, 1)
    )


def _figures(measures: Iterable[Measure], others: Iterable[Row]) -> Iterator[Figure]:
    """Yield the figures of a page."""
    yield from (f for m in measures for f in m.figures)
    yield from (r.figure for r in others)


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


def _digits(value: Decimal) -> str:
    """Return a number with separators and without an exponent."""
    plain = value.normalize() if value == value.to_integral_value() and value.adjusted() > 0 else value
    return number(plain)
