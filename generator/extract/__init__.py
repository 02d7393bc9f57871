"""Article ──▶ Findings: dates, names, quotations, figures, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.dates import find_dates
from generator.extract.figures import find_figures
from generator.extract.names import find_names
from generator.extract.quotes import find_quotes
from generator.extract.terms import find_terms
from generator.model import Findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Article

# Each step reads what the steps before it found: quotations need the names, figures the dates.
STEPS: tuple[Callable[[Findings], Findings], ...] = (find_dates, find_names, find_quotes, find_figures, find_terms)


def extract(article: Article) -> Findings:
    """Return everything that is found in one article."""
    findings = Findings(article)
    for step in STEPS:
        findings = step(findings)
    return findings
