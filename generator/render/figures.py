"""The figures: what measures the same thing side by side, then all others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import Evidence, Figure, Measure, Page, Span
from generator.render.dates import readable, worded
from generator.render.drawing import bars_drawing
from generator.render.lookup import Lookup
from generator.render.markdown import Markdown
from generator.render.offers import figure_offers
from generator.render.page import PageMaker
from generator.render.paging import by_sources
from generator.words import _

UNTELLING = ("ordinal", "rank")
"""Kinds of figures that say nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its value worked out, what it measures and whose, and for when; each empty where not known.

    ``alike`` are those of other sources that are told in the same words; ``lead`` is what leads to a figure of which no
    noun says what it measures.
    """

    figure: Figure
    value: str
    measure: str
    period: str
    alike: tuple[Figure, ...] = ()
    lead: Evidence | None = None


def figures_page(maker: PageMaker) -> Page:
    """Return the page of all figures."""
    measures = by_sources(maker.briefing.measures)
    inside = {(f.article, f.span) for m in measures for f in m.figures}
    every = (f for x in maker.briefing.findings for f in x.figures)
    once = [f for f in every if (f.article, f.span) not in inside and f.kind not in UNTELLING]
    return maker.page(
        "figures.md",
        "figures.md",
        _("Figures"),
        groups=tuple(_group(m, maker) for m in measures),
        others=_led(once, maker.lookup),
        offers=figure_offers((*(f for m in measures for f in m.figures), *once), maker.lookup.articles),
    )


def _group(measure: Measure, maker: PageMaker) -> dict[str, object]:
    """Return the figures of one measure."""
    bars = tuple(
        (f"{maker.lookup.labels[r.figure.article]} {r.period}", r.figure.value, r.figure.text)
        for r in map(row, measure.figures)
        if r.figure.value is not None and r.figure.kind not in UNTELLING
    )
    units = {f.unit for f in measure.figures}
    drawing = bars_drawing(measure.label, bars) if len(units) == 1 else Markdown("")
    return {"measure": measure, "rows": _led(measure.figures, maker.lookup), "drawing": drawing}


def _led(figures: Iterable[Figure], lookup: Lookup) -> tuple[Row, ...]:
    return tuple(r if r.measure else replace(r, lead=_lead(r.figure, lookup)) for r in rows(figures))


def _lead(figure: Figure, lookup: Lookup) -> Evidence | None:
    """Return the words with a verb that lead to a figure: ``[the gate alone accounts for] £85,000``.

    They begin behind the last comma or number, and hold a noun, or a verb that tells more than *is*.
    """
    sentence = lookup.grammar(figure)
    if sentence is None:
        return None
    end = min(sentence.within(words.span)[0] for words in (figure, figure.hedge) if words)
    first = next((k + 1 for k in range(end - 1, -1, -1) if sentence.words[k].shape in _PARTING), 0)
    first = max(first, sentence.story)
    verb = next((v for v in sentence.verbs if v.finite and first <= v.first and v.end <= end), None)
    if verb is None or (sentence.words[verb.head].lemma == "be" and "noun" not in sentence.parts[first : verb.first]):
        return None
    return lookup.articles[figure.article].cite(Span(sentence.starts[first], sentence.ends[end - 1]))


_PARTING = ("mark", "number")


def rows(figures: Iterable[Figure]) -> tuple[Row, ...]:
    """Return figures as rows of a table, those that are told in the same words as one."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for one in map(row, figures):
        found.setdefault((one.figure.text.casefold(), one.value, one.measure, one.period), []).append(one)
    return tuple(replace(same[0], alike=tuple(r.figure for r in same[1:])) for same in found.values())


def row(figure: Figure) -> Row:
    """Return a figure as a row of a table."""
    period = figure.period
    return Row(
        figure,
        worded(figure),
        figure.measure.text if figure.measure else "",
        (readable(period.value) if period.value else period.text) if period else "",
    )
