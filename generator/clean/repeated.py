"""Articles ──▶ the same without the blocks that stand word for word in three or more articles of one house."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.clean.notices import bare, is_prose, removed
from generator.clean.units import function_words
from generator.model import Article, Block, Unknown, value_of

FEWEST = 3  # articles under headlines of their own
SAME_HEADLINE = 0.5  # of the shorter one's words: a report that was sent again
RELATED = 1 / 3  # of the names of a block or of the rest of its article: background of the same story
SHOWN = ("paragraph", "item", "heading")

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<=[^\s.!?:\"“”])\s+(?P<name>[A-Z\u00c0-\u00de][^\W\d_]{2,})")  # no first word of a sentence


def drop_repeated(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Return the articles with the menus, teasers and notices removed that their sites put under every article.

    A block is one if it stands word for word in three articles of one house under different headlines. A sentence is
    kept if it shares names with the rest of its article: the background of a story recurs, too. Where no article says
    whose it is, a sentence goes only beside lines of a menu that recur with it.
    """
    houses: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        houses[_site(article)].append(article)
    again = {house: _recurring(found) for house, found in houses.items() if len(found) >= FEWEST}
    return tuple(_without(a, again.get(_site(a), frozenset())) for a in articles)


def _site(article: Article) -> str:
    return "" if isinstance(article.publisher, Unknown) else bare(article.publisher.value)


def _text(article: Article, block: Block) -> str:
    return article.text[block.span.start : block.span.end]


def _key(text: str) -> str:
    """Return what two blocks have in common that are the same; a short line may count: "9 + 4 =", "May 28, 2026"."""
    folded = bare(text)
    return folded if is_prose(text) else _DIGITS.sub("0", folded)


def _recurring(articles: Iterable[Article]) -> frozenset[str]:
    """Return the keys of the blocks that stand in three articles under different headlines."""
    found: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for article in articles:
        headline = _headline(article)
        for key in {_key(_text(article, b)) for b in article.blocks if b.kind in SHOWN}:
            others = found[key]
            if len(others) < FEWEST and not any(
                len(headline & o) >= SAME_HEADLINE * min(len(headline), len(o)) for o in others
            ):
                others.append(headline)
    return frozenset(key for key, headlines in found.items() if len(headlines) >= FEWEST)


def _headline(article: Article) -> frozenset[str]:
    known = value_of(article.title)
    first = next((_text(article, b) for b in article.blocks if b.kind in SHOWN), "")
    return frozenset(w.casefold() for w in _WORD.findall(known or first)) - function_words()


def _without(article: Article, again: frozenset[str]) -> Article:
    if not again:
        return article
    shown = [i for i, b in enumerate(article.blocks) if b.kind in SHOWN]
    texts = [_text(article, article.blocks[i]) for i in shown]
    flags = [_key(text) in again for text in texts]
    if not any(flags):
        return article
    site = {w.casefold() for w in _WORD.findall(_site(article))}
    own = _names([t for t, flag in zip(texts, flags, strict=True) if not flag]) - site
    gone: set[int] = set()
    for first, last in _runs(texts, flags):
        run = texts[first : last + 1]
        prose = [t for t in run if is_prose(t)]
        at_edge = not any(is_prose(t) for t in texts[last + 1 :]) or not any(is_prose(t) for t in texts[:first])
        if prose:
            is_furniture = not _is_related(own, _names(prose) - site) and (_site(article) or len(prose) < len(run))
        else:
            is_furniture = at_edge
        gone |= set(shown[first : last + 1]) if is_furniture else set()
    label = removed("repeated")
    blocks = (Block(b.span, label.kind, label.rule) if i in gone else b for i, b in enumerate(article.blocks))
    return replace(article, blocks=tuple(blocks)) if gone else article


def _runs(texts: Sequence[str], flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of the blocks in a row that recur; a headline between two is one of their list."""
    first = last = -1
    for i, (text, flag) in enumerate(zip(texts, flags, strict=True)):
        if flag:
            first, last = (i if first < 0 else first), i
        elif is_prose(text) and first >= 0:
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _names(texts: Iterable[str]) -> set[str]:
    return {m["name"].casefold() for text in texts for m in _NAME.finditer(text)}


def _is_related(one: set[str], other: set[str]) -> bool:
    fewer = min(len(one), len(other))
    return bool(fewer) and len(one & other) >= RELATED * fewer
