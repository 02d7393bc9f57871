"""What an editor decided about single figures and quotations, applied before anything is joined."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from generator.edtf import precision
from generator.keys import figure_key, quote_key
from generator.link.edits.desk import Desk, desk
from generator.model import Article, Briefing, Correction, Date, Evidence, Figure, Span


def edit_findings(briefing: Briefing) -> Briefing:
    """Set what an editor decided about figures; take away figures and quotations that are none or are dismissed."""
    at = desk(briefing, "figures", "quotes")
    if at is None:
        return briefing
    articles = {a.id: a for a in briefing.articles}
    findings = []
    for found in briefing.findings:
        figures = tuple(new for f in found.figures if (new := _figure(f, articles, at)))
        keys = ((q, (quote_key(q, articles),)) for q in found.quotes)
        quotes = tuple(q for q, key in keys if at.keeps("statement", key, q.words.text, (q,)))
        findings.append(replace(found, figures=figures, quotes=quotes))
    return at.done(findings=tuple(findings))


def _figure(figure: Figure, articles: Mapping[str, Article], at: Desk) -> Figure | None:
    key = figure_key(figure, articles)
    decisions = at.on((key,))
    if not decisions:
        return figure
    if not at.keeps("figure", (key,), figure.text, (figure,)):
        return None
    for one in decisions:
        figure = _set(figure, one, articles[figure.article], at)
    return figure


def _set(figure: Figure, decision: Correction, article: Article, at: Desk) -> Figure:
    """Return a figure with the value, unit, measure and period that an editor gives it; what is so already stays."""
    value, unit, words, period = (decision.get(name) for name in ("value", "unit", "measure", "period"))
    new = figure
    if value and Decimal(value) != figure.value:
        new = replace(new, value=Decimal(value), high=None, qualifier="=")
    if unit and unit != figure.unit:
        new = replace(new, unit=unit)
    if words and (figure.measure is None or words != figure.measure.text):
        if place := words_in(words, article.whole(figure.span), article):
            new = replace(new, measure=place)
        else:
            at.refuse(decision, f"measure: “{words}” doesn't stand in its sentence; copy the words from there")
    because = at.because(decision, "set")
    if period and (figure.period is None or period != figure.period.value):
        where = article.at(figure.span.start, figure.span.end)
        basis: Literal["stated", "computed"] = "stated" if precision(period) else "computed"
        given = Date(**where, kind="date", value=period, basis=basis, rule="the editor", because=because)
        new = replace(new, period=given)
    return figure if new == figure else replace(new, because=because)


def words_in(words: str, inside: Span, article: Article) -> Evidence | None:
    """Return where some words stand in a part of an article, or None."""
    start = article.text.find(words, inside.start, inside.end)
    return None if start < 0 else article.cite(type(inside)(start, start + len(words)))
