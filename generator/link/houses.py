"""Articles ──▶ their houses: whose word each is, which confirms itself never."""

import re
from dataclasses import replace

from generator.link.credits import AGENCIES, agency_of, credits_in_lines
from generator.model import Article, Briefing, Credit, Edited, Field, Inferred, Unknown, value_of

LINE = 20  # words of a line of credits; a longer one is a paragraph with the credit at its end
_HELPED = re.compile(r"(?i)\b(?:with|inputs?|additional|contributed|agencies|staff)\b")  # With inputs from PTI


def find_houses(briefing: Briefing) -> Briefing:
    """Give every article its house."""
    findings = (replace(f, article=f.article.known("house", house_of(f.article))) for f in briefing.findings)
    return replace(briefing, findings=tuple(findings))


def house_of(article: Article) -> Field[str]:
    """Return the house that an editor gives, else the agency that the article credits, else its publisher.

    An agency is named in the dateline, beside the author or at the end; one that only helped, and one of two, isn't
    the author.
    """
    if isinstance(article.house, Edited):
        return article.house
    found = {c.whose: c for c in credits_in_lines(article) if c.kind == "agency"}
    named = (value_of(article.publisher) or "").casefold()
    if len(found) == 1 and not any(whose.casefold() in named or _only_helped(article, c) for whose, c in found.items()):
        ((whose, credit),) = found.items()
        return Inferred(whose, "the article credits the agency", (credit,))
    if isinstance(article.publisher, Unknown):
        return Unknown("neither a publisher nor an agency is known")
    whose, kind = agency_of(article, article.publisher.value) if article.publisher.value in AGENCIES else ("", "")
    return Inferred(whose, "the publisher is this agency") if kind == "agency" else article.publisher


def _only_helped(article: Article, credit: Credit) -> bool:
    block = article.block_at(credit.span.start)
    line = article.text[block.span.start : block.span.end] if block else ""
    return len(line.split()) <= LINE and bool(_HELPED.search(line))
