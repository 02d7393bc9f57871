"""The dateline of an agency report: place, date, agency."""

from dataclasses import dataclass

from generator.clean.pieces import is_outlet, is_publisher
from generator.model import RUNNING, Article, Evidence, Field, Inferred, Span, Stated, Unknown
from generator.text.openings import Opening, opening
from generator.text.pubdate import find_dates

MOST_PARAGRAPHS = 3  # a dateline opens the story; a standfirst or an editor's note may come before it


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report opens: the whole line, its agency, its date as EDTF (or why there is none)."""

    line: Evidence
    agency: Evidence | None
    date: str
    because: str


def find_dateline(article: Article) -> Dateline | None:
    """Return the dateline that opens one of the first paragraphs."""
    blocks = [b for b in article.blocks if b.kind in RUNNING][:MOST_PARAGRAPHS]
    for n, block in enumerate(blocks):
        found = opening(article.text, block.sentences[0].start, block.span.end, first=n == 0)
        if found and found.line:
            return _dateline(article, found, found.line)
    return None


def _dateline(article: Article, found: Opening, line: Span) -> Dateline:
    agency = article.cite(found.agency) if found.agency else None
    date = article.cite(found.date).text if found.date else ""
    dates = find_dates(date) if date else ()
    value = dates[0].value if dates else ""
    because = "" if value or not dates else f"the dateline says {date} without a year"
    return Dateline(article.cite(line), agency, value, because)


def dateline(found: Dateline | None) -> Field[str]:
    """Return the place and date that open the report."""
    return Stated(found.line.text, (found.line,)) if found else Unknown("the story doesn't open with a place and date")


def dated(found: Dateline | None, published: Field[str]) -> Field[str]:
    """Return when the article was published: the dateline's date where nothing else says it better."""
    known_day = not isinstance(published, Unknown) and len(published.value) > len("2025")
    if known_day or found is None:
        return published
    if found.date:
        return Inferred(found.date, "the dateline gives the date of the report", (found.line,))
    return Unknown(found.because) if found.because and isinstance(published, Unknown) else published


def is_agency(found: Dateline | None) -> Evidence | None:
    """Return the agency of the dateline if it names one that is known, or that is called like one."""
    agency = found.agency if found else None
    return agency if agency and (is_publisher(agency.text) or is_outlet(agency.text)) else None
