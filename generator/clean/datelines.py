"""A story's first paragraphs ──▶ its dateline, and the date that it gives the report."""

from generator.model import RUNNING, Article, Field, Inferred, Span, Stated, Unknown
from generator.text.openings import Opening, opening
from generator.text.pubdate import find_dates

MOST_PARAGRAPHS = 3  # a dateline opens the story; a standfirst or an editor's note may come before it


def find_dateline(article: Article) -> Opening | None:
    """Return the dateline that opens one of the first paragraphs, where there is one."""
    blocks = [b for b in article.blocks if b.kind in RUNNING][:MOST_PARAGRAPHS]
    firsts = ((n == 0, block.sentences[0].start, block.span.end) for n, block in enumerate(blocks))
    found = (opening(article.text, start, end, first=first) for first, start, end in firsts)
    return next((one for one in found if one and one.line), None)


def dateline(article: Article, line: Span | None) -> Field[str]:
    """Return the place and date that open the report."""
    if line is None:
        return Unknown("the story doesn't open with a place and date")
    cited = article.cite(line)
    return Stated(cited.text, (cited,))


def dated(article: Article, found: Opening | None, published: Field[str]) -> Field[str]:
    """Return when the article was published: the dateline's date where nothing else says it better."""
    known_day = not isinstance(published, Unknown) and len(published.value) > len("2025")
    told = article.cite(found.date).text if found and found.date else ""
    dates = find_dates(told)
    if known_day or not dates or not found or not found.line:
        return published
    if dates[0].value:
        return Inferred(dates[0].value, "the dateline gives the date of the report", (article.cite(found.line),))
    yearless = Unknown(f"the dateline says {told} without a year")
    return yearless if isinstance(published, Unknown) else published
