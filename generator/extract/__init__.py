"""Article ──▶ Findings: dates, names, quotations, figures, terms."""

from collections.abc import Callable, Iterator

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
        return Findings(article, problems=tuple(_unused(article)))
    findings = Findings(article, problems=tuple(_unread(article)))
    for step in supplied.STEPS if article.unread else STEPS:
        findings = step(findings)
    return findings


def _unread(article: Article) -> Iterator[Problem]:
    """Yield that an article is in a language without word lists."""
    if article.unread:
        yield Problem(article.path, f"not read: {article.unread}; its text is shown, and its names that others have")


def _unused(article: Article) -> Iterator[Problem]:
    """Yield that findings from elsewhere do nothing where an article is only cited."""
    for first in article.supplied[:1]:
        yield Problem(first.path, "the article is only cited, so nothing is taken from here; change its `status`")
