"""The figures in the sentences that give them: those of one thing side by side, then all others that tell something."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Evidence, Figure, Measure, Page
from generator.render.dates import hedge, readable
from generator.render.drawing import bars_drawing
from generator.render.lookup import Lookup
from generator.render.markdown import Markdown
from generator.render.offers import figure_offers
from generator.render.page import PageMaker
from generator.render.paging import by_sources, grouped
from generator.render.places import told_sentence
from generator.render.titles import cut
from generator.words import _

UNTELLING = ("ordinal", "rank")
"""Kinds of figures that say nothing by themselves."""
_SMALL = 3
"""A bare count up to this (*two sides*) is no figure that anybody would quote."""
VALUES = 40
"""Letters of the values that tell apart two measures of one name: *people dead: 40, 42* and *people dead: 12*."""


def is_telling(figure: Figure) -> bool:
    """Tell whether a figure says what it measures, and is no bare count of a few."""
    counted = figure.unit != "1" or (figure.value or 0) > _SMALL
    return figure.measure is not None and figure.rule != "vague" and figure.kind not in UNTELLING and counted


@dataclass(frozen=True, slots=True)
class Counting:
    """A sentence and the figures in it: it alone tells of what, whose, when and how sure they are.

    ``alike`` are the sentences of other sources in the same words.
    """

    sentence: Evidence
    figures: tuple[Figure, ...]
    alike: tuple[Evidence, ...] = ()


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
        others=in_sentences(filter(is_telling, once), maker.lookup),
        offers=figure_offers((*(f for m in measures for f in m.figures), *once), maker.lookup.articles),
    )


def _group(measure: Measure, maker: PageMaker) -> dict[str, object]:
    """Return the figures of one measure."""
    bars = tuple(
        (f"{maker.lookup.labels[f.article]} {readable(f.period.value) if f.period else ''}", f.value, f.text)
        for f in measure.figures
        if f.value is not None and f.kind not in UNTELLING
    )
    units = {f.unit for f in measure.figures}
    drawing = bars_drawing(measure.label, bars) if len(units) == 1 else Markdown("")
    given = cut(", ".join(dict.fromkeys(hedge(f) + f.text for f in measure.figures)), VALUES)
    told = in_sentences(measure.figures, maker.lookup)
    return {"measure": measure, "given": given, "told": told, "drawing": drawing}


def in_sentences(figures: Iterable[Figure], lookup: Lookup) -> tuple[Counting, ...]:
    """Return figures by the sentences that give them; what sources tell in the same words is one."""
    by_sentence = grouped((told_sentence(lookup.articles[f.article], f.span), f) for f in figures)
    by_words = grouped((" ".join(s.text.split()), s) for s in by_sentence)
    return tuple(Counting(first, tuple(by_sentence[first]), tuple(alike)) for first, *alike in by_words.values())
