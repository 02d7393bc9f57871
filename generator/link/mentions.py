"""Words ──▶ where all articles use them: the longest term at each place, in one pass over the text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import pairwise

from generator.cache import digest_of, remembered
from generator.model import Article, Evidence, Findings, Span

Key = tuple[str, ...]
"""A term by its words: in lower case and singular, unless it is an acronym."""
Index = dict[Key, int]
_Place = tuple[int, int, int]  # the number of a term, and where it begins and ends

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GAP = re.compile(r"[\s‐‑–-]{1,3}|['’]\s|\.\s?")
"""What may stand between the words of one term."""
_HYPHENS = ("-", "‐", "‑", "–")
_NOT_SHOWN = ("removed", "definition", "header")
_PER_ARTICLE = 50
"""Uses of one term that are listed of one article; more prove nothing."""
_SHORTEST = 4
"""Letters below which an ``s`` is no plural: *gas*, *bus*."""


@lru_cache(maxsize=1 << 15)
def key_of(text: str) -> Key:
    """Return the key of a term: ``Territorial disputes`` and ``territorial dispute`` have the same.

    So have ``Peru-Chile relations`` and ``Chile-Peru relations``: the order of a pair of names tells nothing.
    """
    bare = text.removeprefix("the ").removeprefix("The ")
    return tuple(_norms(bare, list(_WORD.finditer(bare)))) or (text,)


def _norms(text: str, tokens: list[re.Match[str]]) -> list[str]:
    """Return the words in their normal form, the two of a hyphenated pair of names in alphabetical order."""
    found = [_norm(m.group()) for m in tokens]
    if not tokens or not any(mark in text[tokens[0].end() : tokens[-1].start()] for mark in _HYPHENS):
        return found
    for n, (one, other) in enumerate(pairwise(tokens)):
        joined = other.start() - one.end() == 1 and text[one.end()] in _HYPHENS
        if joined and one.group()[0].isupper() and other.group()[0].isupper() and found[n] > found[n + 1]:
            found[n], found[n + 1] = found[n + 1], found[n]
    return found


@cache
def _norm(word: str) -> str:
    """Return a word in lower case and singular; an acronym as it is, without its plural."""
    bare = re.sub(r"['’]s?$", "", word)
    stem = bare.removesuffix("s")
    if len(stem) > 1 and stem.isupper():
        return stem
    low = bare.lower()
    if len(low) < _SHORTEST or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies") and len(low) > _SHORTEST:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes")):
        return low[:-2]
    return low.removesuffix("s")


def mentions_of(found: Iterable[Findings], index: Index) -> dict[int, tuple[Evidence, ...]]:
    """Return the uses of each term in the shown text, definitions aside, in the order of the articles.

    Longer terms win over shorter ones inside them. The time grows with the text alone, not with the number of terms.
    """
    counts: Counter[tuple[str, int]] = Counter()
    cited: dict[int, list[Evidence]] = {}
    for article, n, span in places_of(found, index):
        counts[article.id, n] += 1
        if counts[article.id, n] <= _PER_ARTICLE:
            cited.setdefault(n, []).append(article.cite(span))
    return {n: tuple(uses) for n, uses in cited.items()}


def places_of(found: Iterable[Findings], index: Index) -> Iterator[tuple[Article, int, Span]]:
    """Yield every place of the shown text at which a term stands, likewise, with the number of the term; it is kept."""
    memory, terms, longest = remembered(), digest_of(repr(sorted(index.items()))), _longest(index)
    for article, key in ((f.article, memory.digest(f)) for f in found):
        make = partial(_in_article, article, index, longest)
        yield from ((article, n, Span(a, b)) for n, a, b in memory.kept(f"places of {terms}", key, make, list[_Place]))


def _in_article(article: Article, index: Index, longest: dict[str, int]) -> list[_Place]:
    sentences = (s for block in article.blocks if block.kind not in _NOT_SHOWN for s in block.sentences)
    return [place for s in sentences for place in _in_sentence(article.text, s, index, longest)]


def _longest(index: Index) -> dict[str, int]:
    """Return the number of words of the longest term by its first word."""
    longest: dict[str, int] = {}
    for key in index:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def _in_sentence(text: str, sentence: Span, index: Index, longest: dict[str, int]) -> Iterator[_Place]:
    tokens = list(_WORD.finditer(text, sentence.start, sentence.end))
    norms = _norms(text, tokens)
    free = 0
    for i in (n for n, norm in enumerate(norms) if norm in longest):
        most = min(longest[norms[i]], len(tokens) - i) if i >= free else 0
        length = next(
            (k for k in range(most, 0, -1) if tuple(norms[i : i + k]) in index and _close(text, tokens[i : i + k])), 0
        )
        if length:
            last = tokens[i + length - 1]
            end = last.end() - (len("'s") if last.group().endswith(("'s", "’s")) else 0)
            yield index[tuple(norms[i : i + length])], tokens[i].start(), end
            free = i + length


def _close(text: str, tokens: list[re.Match[str]]) -> bool:
    """Tell whether nothing but spaces, hyphens and points parts the words."""
    return all(_GAP.fullmatch(text, a.end(), b.start()) for a, b in pairwise(tokens))
