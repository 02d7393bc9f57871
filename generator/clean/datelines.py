"""A story's first paragraphs ──▶ its dateline, and the date that it gives the report."""

from typing import NamedTuple

from generator.model import RUNNING, Article, Evidence, Field, Inferred, Stated, Unknown
from generator.text.openings import opening
from generator.text.pubdate import find_dates

MOST_PARAGRAPHS = 3  # a dateline opens the story; a standfirst or an editor's note may come before it


class Dateline(NamedTuple):
    """Where a report opens: the whole line, its agency and date if it has them."""

    line: Evidence
    agency: Evidence | None
    date: Evidence | None


def find_dateline(article: Article) -> Dateline | None:
    """Return the dateline that opens one of the first paragraphs."""
    blocks = [b for b in article.blocks if b.kind in RUNNING][:MOST_PARAGRAPHS]
    for n, block in enumerate(blocks):
        found = opening(article.text, block.sentences[0].start, block.span.end, first=n == 0)
        if found and found.line:
            agency, date = (article.cite(span) if span else None for span in (found.agency, found.date))
            return Dateline(article.cite(found.line), agency, date)
    return None


def dateline(found: Dateline | None) -> Field[str]:
    """Return the place and date that open the report."""
    return Stated(found.line.text, (found.line,)) if found else Unknown("the story doesn't open with a place and date")


def dated(found: Dateline | None, published: Field[str]) -> Field[str]:
    """Return when the article was published: the dateline's date where nothing else says it better."""
    known_day = not isinstance(published, Unknown) and len(published.value) > len("2025")
    dates = find_dates(found.date.text) if found and found.date else ()
    if known_day or not found or not found.date or not dates:
        return published
    if dates[0].value:
        return Inferred(dates[0].value, "the dateline gives the date of the report", (found.line,))
    yearless = Unknown(f"the dateline says {found.date.text} without a year")
    return yearless if isinstance(published, Unknown) else published
