"""What the text says ──▶ what its file and its editor say besides: who is believed, and what doesn't fit."""

import re
from dataclasses import replace

from generator.clean.fields import TODAY
from generator.clean.masthead import A_NOTE
from generator.clean.notices import bare
from generator.edtf import compatible, days_between, precision
from generator.lexicons import compiled
from generator.model import (
    ARTICLE_FIELDS,
    Article,
    Edited,
    Field,
    Inferred,
    Problem,
    Source,
    Stated,
    Statement,
    Unknown,
)


def stated(article: Article, source: Source) -> Article:
    """Return the article with what its file states outside the text; where text and file contradict, a problem says so.

    A date or byline that the text shows is believed before one that is only guessed or given as an instant; the
    language of the words before the one that the markup names. All else is believed as the file states it.
    """
    for said in source.states:
        known: Field[str] = getattr(article, said.field)
        chosen, wrong = _weighed(known, said)
        problems = (Problem(article.path, wrong),) if wrong else ()
        article = replace(article, problems=(*article.problems, *problems)).known(said.field, chosen)
    return article


def edited(article: Article, source: Source) -> Article:
    """Return the article with what its sidecar states."""
    for name, value, line in (entry for entry in source.sidecar if entry[0] in ARTICLE_FIELDS):
        article = article.known(name, Edited(value, f"{source.sidecar_path}:{line}"))
    return article


def _weighed(known: Field[str], said: Statement) -> tuple[Field[str], str]:
    """Return what to believe of what the text and its file say, and what is wrong between them."""
    file = Stated(said.value, (), said.place)
    if said.field == "published":
        return _day(known, said, file)
    if said.how == "guessed":
        return (known, "") if isinstance(known, Stated) else (Inferred(said.value, f"read from {said.place}"), "")
    if said.field == "language":
        return _language(known, said, file)
    if said.field == "byline" and isinstance(known, Stated) and not _same_people(known.value, said.value):
        return known, _contrary("byline", known, said)
    if isinstance(known, Stated) and bare(known.value) == bare(said.value):
        return Stated(said.value, known.evidence, said.place), ""
    return file, ""


def _day(known: Field[str], said: Statement, file: Stated[str]) -> tuple[Field[str], str]:
    if said.how == "guessed":
        is_vague = isinstance(known, Unknown) or (isinstance(known, Inferred) and precision(known.value) != "day")
        return (Inferred(said.value, f"read from {said.place}"), "") if is_vague else (known, "")
    if not isinstance(known, Stated):
        return file, ""
    if known.value == said.value:
        return Stated(said.value, known.evidence, said.place), ""
    if compatible(known.value, said.value):
        return file, ""
    apart = days_between(said.value, known.value)
    if said.how == "instant" and apart is not None and abs(apart) <= 1:
        return known, ""
    return file, _contrary("date", known, said)


def _language(known: Field[str], said: Statement, file: Stated[str]) -> tuple[Field[str], str]:
    if isinstance(known, Inferred) and known.value != said.value:
        wrong = f"two languages: {said.value} ({said.place}), and {known.value} by its words"
        return known, f"{wrong}; write the right one into a sidecar beside the file"
    return file, ""


def _contrary(what: str, known: Stated[str], said: Statement) -> str:
    return (
        f"two {what}s: {said.value} ({said.place}), and {known.value} in the text;"
        " write the right one into a sidecar beside the file"
    )


def _same_people(one: str, other: str) -> bool:
    return bool(set(bare(one).split()) & set(bare(other).split()))


_TAKEN_BACK = compiled("taken-back", re.IGNORECASE)
MOST_APART = 2  # days: a paper prints a report of the day before, and a site is some hours of the clock away


def contradicted(article: Article, own: Field[str]) -> Article:
    """Return the article with a problem where an editor's date isn't the one that the text states as its own.

    The editor's date stands, and the article was ``written`` on the other: its relative dates are counted from that.
    """
    given = article.published
    if not isinstance(given, Edited) or not isinstance(own, Stated | Inferred):
        return article
    if isinstance(own, Inferred) and own.because != TODAY and not _is_of_dateline(own, article):
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


def retracted(article: Article) -> Article:
    """Return the article with a problem where its publisher takes all of it back."""
    notes = (b.span for b in article.blocks if b.kind == "header" and b.rule == A_NOTE.rule)
    told = next((n for n in notes if _TAKEN_BACK.search(article.text[n.start : n.end])), None)
    if told is None:
        return article
    message = "its publisher withdraws this article; take it away, or write `status: cite-only` into a sidecar"
    problem = Problem(article.path, message, article.line_at(told.start))
    return replace(article, problems=(*article.problems, problem))


def _is_of_dateline(own: Inferred[str], article: Article) -> bool:
    """Tell whether a day is that of the dateline; one that was inferred otherwise may be that of a change."""
    line = article.dateline
    return isinstance(line, Stated) and own.evidence == line.evidence
