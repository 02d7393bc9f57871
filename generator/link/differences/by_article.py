"""Articles ──▶ what is read of the sentences of each, kept from one build to the next by all that it is read from."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, TypeVar

from generator.cache import digest_of, remembered
from generator.link.differences.corpus import Corpus
from generator.model import Date, Entity, Figure, Findings, Span

T = TypeVar("T")


def by_article(
    corpus: Corpus,
    name: str,
    read: Callable[[Corpus, str], T],
    again: Callable[[Corpus, str, Any], T],
    row: Callable[[Corpus, str, T], object],
) -> Iterator[T]:
    """Yield what ``read`` reads of each article, in order; ``row`` makes JSON of it, and ``again`` the same of that.

    ``read`` asks for the findings and the article, for the id, kind, key and name of what is named there and of whom
    it stands for, and whether others tell the article's story, and for nothing else.
    """
    memory = remembered()
    for article, key in corpus.once(_keys):
        yield memory.kept(name, key, *(partial(do, corpus, article) for do in (read, again, row)))


def numbered(found: Findings) -> tuple[dict[int, int], dict[int, int]]:
    """Return the numbers of an article's figures and of its dates, by the ``id`` of each, for a row."""
    figures, dates = ({id(one): n for n, one in enumerate(each)} for each in (found.figures, found.dates))
    return figures, dates


def numbered_as(found: Findings, figure: int | None, date: int | None) -> tuple[Figure | None, Date | None]:
    """Return the figure and the date that a row has by their numbers."""
    return None if figure is None else found.figures[figure], None if date is None else found.dates[date]


def _keys(corpus: Corpus) -> Iterator[tuple[str, str]]:
    memory, known = remembered(), cache(partial(_known, corpus))
    for article, found in corpus.findings.items():
        places = {id(name): n for n, name in enumerate(found.names)}  # what the digest holds needs no words
        inside = corpus.index.within(article, Span(0, len(found.article.text)))
        mentions = [(places.get(id(name), name), known(entity.id)) for name, entity in inside]
        yield article, digest_of(repr((memory.digest(found), mentions, corpus.story(article) is not None)))


def _known(corpus: Corpus, entity: str) -> tuple[tuple[str | None, ...], ...]:
    """Return what the readers ask of an entity and of whom it stands for."""
    one = corpus.index.entity(entity)

    def told(e: Entity) -> tuple[str | None, ...]:
        return e.id, e.kind, e.key, e.name

    return told(one), told(corpus.one_named(one))
