"""What a file and its editor say besides the text: who is believed, what doesn't fit, what is kept and removed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.clean.notices import bare, removed
from generator.clean.publication import TODAY
from generator.clean.sentences import split_sentences
from generator.clean.signoffs import A_NOTE
from generator.edtf import compatible, days_between, precision
from generator.lexicons import compiled
from generator.model import (
    ARTICLE_FIELDS,
    BY_EDITOR,
    Article,
    Block,
    Edited,
    Field,
    Inferred,
    Problem,
    Source,
    Span,
    Stated,
    Statement,
    Unknown,
    stripped,
)
from generator.text.verbatim import places


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
    if (
        said.field == "byline"
        and isinstance(known, Stated)
        and not set(bare(known.value).split()) & set(bare(said.value).split())
    ):
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


_TAKEN_BACK = compiled("taken-back", re.IGNORECASE)
MOST_APART = 2  # days: a paper prints a report of the day before, and a site is some hours of the clock away


def contradicted(article: Article, own: Field[str]) -> Article:
    """Return the article with a problem where an editor's date isn't the one that the text states as its own.

    The editor's date stands, and the article was ``written`` on the other: its relative dates are counted from that.
    """
    given = article.published
    if not isinstance(given, Edited) or not isinstance(own, Stated | Inferred):
        return article
    lines = (article.dateline.evidence,) if isinstance(article.dateline, Stated) else ()
    if isinstance(own, Inferred) and own.because != TODAY and own.evidence not in lines:
        return article  # it may be the day of a change
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


KEPT = f"kept by {BY_EDITOR}"


def edit_blocks(blocks: tuple[Block, ...], source: Source) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Return the blocks as the sidecar's ``keep`` and ``remove`` want them, and the entries that fit nothing.

    ``keep`` brings back the removed blocks that hold its words; ``remove`` takes its words out, wherever they stand,
    and leaves what is around them. White space may differ from the text's.
    """
    problems: list[Problem] = []
    for how, words, line in source.sidecar:
        if how not in ("keep", "remove"):
            continue
        spans = tuple(places(source.text, words))
        if not spans:
            wrong = f"`{how}`: these words don't stand in the article: {words[:60]}; copy them from it"
            problems.append(Problem(source.sidecar_path, wrong, line))
        for span in spans:
            edit = _kept if how == "keep" else _without
            blocks = tuple(new for block in blocks for new in edit(block, span, source.text))
    return blocks, tuple(problems)


def _kept(block: Block, span: Span, text: str) -> Iterator[Block]:
    if block.kind == "removed" and block.span.meets(span):
        yield replace(block, kind="paragraph", rule=KEPT, level=0, sentences=split_sentences(text, block.span))
    else:
        yield block


def _without(block: Block, span: Span, text: str) -> Iterator[Block]:
    """Return a block in up to three: what is before the words, the words, what is after them."""
    if block.kind == "removed" or not block.span.meets(span):
        yield block
        return
    start, end = max(block.span.start, span.start), min(block.span.end, span.end)
    if before := stripped(text, block.span.start, start):
        yield _part(block, before, text)
    label = removed("editor")
    yield replace(block, span=Span(start, end), kind=label.kind, rule=label.rule, level=0, sentences=())
    if after := stripped(text, end, block.span.end):
        yield _part(block, after, text)


def _part(block: Block, span: Span, text: str) -> Block:
    """Return a part of a block with the parts of its sentences that lie in it."""
    inside = (stripped(text, max(s.start, span.start), min(s.end, span.end)) for s in block.sentences)
    sentences = tuple(s for s in inside if s) or split_sentences(text, span)
    return replace(block, span=span, sentences=sentences)
