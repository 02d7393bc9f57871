"""Article ──▶ Findings: dates, names, quotations, figures, terms, agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.abroad import told_abroad
from generator.extract.agreements import find_agreements
from generator.extract.dates import find_dates
from generator.extract.figures import find_figures
from generator.extract.names import find_names
from generator.extract.quotes import find_quotes
from generator.extract.terms import find_terms
from generator.model import Findings, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Article


# Each step reads what those before it found: quotations need the names, figures the dates.
STEPS: tuple[Callable[[Findings], Findings], ...] = (
    find_dates,
    find_names,
    find_quotes,
    find_figures,
    find_terms,
    find_agreements,
)


def extract(article: Article) -> Findings:
    """Return everything that is found in one article."""
    if article.cited_only:
        return Findings(article)
    if article.unread:
        told = Problem(article.path, f"not read: {article.unread}; its text is shown, and its names that others have")
        dates, figures = told_abroad(article)
        return Findings(article, dates=dates, figures=figures, problems=(told,))
    findings = Findings(article)
    for step in STEPS:
        findings = step(findings)
    return findings
