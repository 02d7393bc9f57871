"""Article ──▶ Findings: dates, names, quotations, figures, terms."""

from collections.abc import Callable

from generator.extract import supplied
from generator.extract.dates import find_dates
from generator.extract.figures import find_figures
from generator.extract.names import find_names
from generator.extract.quotes import find_quotes
from generator.extract.terms import find_terms
from generator.model import Article, Findings, Problem

# Each step reads what those before it found: quotations need the names, figures the dates.
STEPS: tuple[Callable[[Findings], Findings], ...] = (
    find_dates,
    supplied.dates,
    find_names,
    supplied.names,
    find_quotes,
    supplied.quotes,
    find_figures,
    supplied.figures,
    find_terms,
    supplied.terms,
    supplied.claims,
)


def extract(article: Article) -> Findings:
    """Return everything that is found in one article."""
    if article.cited_only:
        idle = "the article is only cited, so nothing is taken from here; change its `status`"
        return Findings(article, problems=tuple(Problem(first.path, idle) for first in article.supplied[:1]))
    why = f"not read: {article.unread}; its text is shown, and its names that others have"
    findings = Findings(article, problems=(Problem(article.path, why),) if article.unread else ())
    for step in supplied.STEPS if article.unread else STEPS:
        findings = step(findings)
    return findings
