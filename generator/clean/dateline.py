"""The dateline of an agency report: place, date, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.clean.bylines import is_place, is_publisher
from generator.clean.pubdate import find_dates
from generator.model import Article, Inferred, Span, Stated, Unknown

if TYPE_CHECKING:
    from generator.model import Evidence, Field

SHORTEST = 3  # letters of a town in capitals; "A 6.1 - magnitude" is none
MOST_PARAGRAPHS = 3  # a dateline opens the story; a standfirst or an editor's note may come before it

_DATELINE = re.compile(
    r"""
    (?P<line>
      # HANOI; BELFAST, Northern Ireland
      (?P<place>[^\W\d_a-z][\w.'’/ -]{1,38}[\w.'’](?:,\ [^\W\d_a-z][\w.'’ -]{1,30}?)?)
      # , April 14 / , 3 May 2024
      (?:[,.:]?\ (?P<date>(?:[^\W\d_]{3,9}\.?,?\ )?
        (?:[^\W\d_]{3,9}\.?\ \d{1,2}|\d{1,2}\.?\ [^\W\d_]{3,9}\.?)(?:,?\ \d{4})?))?
      # (Reuters), /PRNewswire/
      (?:\ ?[(\[/](?P<agency>[A-Z][\w .&'’/-]{1,40}?)[)\]/])?
    )
    \s?(?:[\u2013\u2014]|--?|_|:(?=\ [A-Z]))\s
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report opens: the whole line, its agency, its date as EDTF (or why there is none)."""

    line: Evidence
    agency: Evidence | None
    date: str
    because: str


def find_dateline(article: Article) -> Dateline | None:
    """Return the dateline that opens one of the first paragraphs."""
    opening = [b for b in article.blocks if b.kind in ("paragraph", "item")][:MOST_PARAGRAPHS]
    for block in opening:
        start = block.sentences[0].start
        match = _DATELINE.match(article.text, start, block.span.end)
        if match and _is_one(match):
            return _dateline(article, match)
    return None


def _is_one(match: re.Match[str]) -> bool:
    """Tell a dateline from a clause before a dash: the town in capitals, or an agency or a date with it."""
    town = match["place"].split(",")[0]
    dated = bool(match["date"]) and bool(find_dates(match["date"]))
    if match["date"] and not dated:
        return False
    dashed = match[0].rstrip().endswith(("–", "—"))  # a hyphen may join a clause
    capital = town.isupper() and sum(c.isalpha() for c in town) >= SHORTEST and not any(c.isdigit() for c in town)
    return capital or dated or bool(match["agency"]) or (dashed and is_place(match["place"]))


def _dateline(article: Article, match: re.Match[str]) -> Dateline:
    line = article.cite(Span(match.start("line"), match.end("line")))
    agency = article.cite(Span(match.start("agency"), match.end("agency"))) if match["agency"] else None
    dates = find_dates(match["date"]) if match["date"] else ()
    value = dates[0].value if dates else ""
    because = "" if value or not dates else f"the dateline says {match['date']} without a year"
    return Dateline(line, agency, value, because)


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
    """Return the agency of the dateline if it names one that is known."""
    return found.agency if found and found.agency and is_publisher(found.agency.text) else None
