"""A date of publication beside an article, and the one that its own text bears."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.edtf import compatible, days_between, precision
from generator.model import Edited, Inferred, Problem, Stated

if TYPE_CHECKING:
    from generator.model import Article, Field

MOST_APART = 2  # days: a paper prints a report of the day before, and a site is some hours of the clock away


def contradicted(article: Article, own: Field[str]) -> Article:
    """Return the article with a problem where an editor's date isn't the one that the text states as its own.

    The editor's date stands, and the article was ``written`` on the other: its relative dates are counted from that.
    """
    given = article.published
    if not isinstance(given, Edited) or not isinstance(own, Stated | Inferred):
        return article
    if isinstance(own, Inferred) and not _is_of_dateline(own, article):
        return article
    apart = days_between(given.value, own.value) if precision(own.value) == "day" else None
    if apart is None or abs(apart) <= MOST_APART or compatible(given.value, own.value):
        return article
    path, _, line = given.because.rpartition(":")
    place = own.place if isinstance(own, Stated) else ""
    place = f"{article.path}:{article.line_at(own.evidence[0].span.start)}" if own.evidence else place
    message = (
        f"the article is said to be published on {given.value}, but its own text says {own.value} "
        f"({place}); correct the one that is wrong: until then "
        "dates such as “today” are counted from the latter"
    )
    problem = Problem(path, message, int(line))
    written = Stated(own.value, own.evidence, place)
    return replace(article, written=written, problems=(*article.problems, problem))


def _is_of_dateline(own: Inferred[str], article: Article) -> bool:
    """Tell whether a day is that of the dateline; one that was inferred otherwise may be that of a change."""
    line = article.dateline
    return isinstance(line, Stated) and own.evidence == line.evidence
