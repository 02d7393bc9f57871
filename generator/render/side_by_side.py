"""Two articles side by side: the passages that they share beside each other, the rest of both between them."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from generator.model import RUNNING, Article, Evidence, Page, Span
from generator.render.origins import Side, compared
from generator.render.page import Job, PageMaker
from generator.render.paging import Pair
from generator.text import read_text
from generator.words import _

SHORT = 2
"""Sentences that only one article has and that are shown at once; more are folded."""


class Row(NamedTuple):
    """What stands beside each other: the same words, nearly the same, or what each article has alone (``apart``)."""

    how: str
    left: tuple[Side, ...]
    right: tuple[Side, ...]


class _Link(NamedTuple):
    """The sentences, half-open, that a passage joins, and how many words it holds."""

    left: tuple[int, int]
    right: tuple[int, int]
    words: int


def comparison_pages(maker: PageMaker) -> tuple[Job, ...]:
    """Return what makes the page of each pair of articles that is worth it."""
    return tuple(partial(_page, maker, pair) for pair in maker.lookup.pairs.values())


def _page(maker: PageMaker, pair: Pair) -> Page:
    left, right = (maker.lookup.articles[a] for a in pair.articles)
    names = {"one": maker.lookup.labels[left.id], "other": maker.lookup.labels[right.id]}
    answers = ((d, *([e for e in d.evidence if e.article == a] for a in pair.articles)) for d in pair.differences)
    return maker.page(
        pair.page,
        "compare.md",
        _("{one} and {other}, side by side", **names),
        left=left,
        right=right,
        passages=len(pair.passages),
        questions=[{"difference": d, "left": own, "right": others} for d, own, others in answers],
        rows=tuple(rows_of(pair, left, right)),
        short=SHORT,
    )


def _links(pair: Pair, left: Article, right: Article) -> Iterator[_Link]:
    for passage in pair.passages:
        one, other = sorted(passage.sides, key=lambda side: side.article)
        yield _Link(_sentences(left, one.span), _sentences(right, other.span), passage.shared_words)


def _sentences(article: Article, span: Span) -> tuple[int, int]:
    first, last = article.sentence_at(span.start), article.sentence_at(span.end - 1)
    return first or 0, (first if last is None else last) + 1 if first is not None else 0


def _in_order(links: Iterable[_Link]) -> Sequence[_Link]:
    """Return the links that cross no other one and join most words: a longest chain, by dynamic programming."""
    ordered = sorted((x for x in links if x.left[1] and x.right[1]), key=lambda x: (x.left, x.right))
    best: list[tuple[int, tuple[_Link, ...]]] = []
    for link in ordered:
        before = [b for b in best if b[1][-1].left[1] <= link.left[0] and b[1][-1].right[1] <= link.right[0]]
        words, chain = max(before, key=lambda b: b[0], default=(0, ()))
        best.append((words + link.words, (*chain, link)))
    return max(best, key=lambda b: b[0], default=(0, ()))[1]


def rows_of(pair: Pair, left: Article, right: Article) -> Iterator[Row]:
    """Yield what the articles share, in the order of both, and between it what each has alone."""
    links, at = _in_order(_links(pair, left, right)), (0, 0)
    ends = _Link((len(left.sentences),) * 2, (len(right.sentences),) * 2, 0)
    for link in (*links, ends) if links else ():
        yield from _between(_alone(left, at[0], link.left[0]), _alone(right, at[1], link.right[0]))
        if link.words:
            one, other, exact = compared(_whole(left, *link.left), _whole(right, *link.right))
            yield Row("same" if exact else "alike", (one,), (other,))
        at = link.left[1], link.right[1]


def _between(left: Sequence[Side], right: Sequence[Side]) -> Iterator[Row]:
    """Yield what each article has alone, and short sentences that both have, which make no passage."""
    one, other = ([" ".join(side.evidence.text.split()) for side in sides] for sides in (left, right))
    for how, i, i_end, j, j_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if how == "equal":
            yield from (Row("same", (a,), (b,)) for a, b in zip(left[i:i_end], right[j:j_end], strict=True))
        else:
            yield Row("apart", tuple(left[i:i_end]), tuple(right[j:j_end]))


def _alone(article: Article, first: int, end: int) -> list[Side]:
    """Return sentences of the story; titles and captions stand on the page of the article."""
    told = (s for s in read_text(article).sentences[first:end] if s.kind in RUNNING)
    return [Side(article.cite(s.span), None) for s in told]


def _whole(article: Article, first: int, end: int) -> Evidence:
    return article.cite(Span(article.sentences[first].start, article.sentences[end - 1].end))
