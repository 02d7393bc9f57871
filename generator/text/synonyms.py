"""Words of one meaning: which verbs and nouns share a sense, and what kind of thing a noun stands for.

From WordNet 3.0 (Fellbaum 1998) by ``benchmarks/synonyms.py``; words are asked for by their stems.
"""

from collections import defaultdict
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from generator.lexicons import words
from generator.text.words import stem

Part = Literal["verb", "noun"]
_PARTS: tuple[Part, ...] = ("verb", "noun")


class Related(NamedTuple):
    """What is known of a word: the kind of thing, and stems that share a sense, or are broader."""

    kind: str = ""
    same: frozenset[str] = frozenset()
    broader: frozenset[str] = frozenset()


def alike(one: str, other: str, part: Part) -> bool:
    """Tell whether two stems are one word, share a sense, or the sense of one is broader than one of the other's."""
    if one == other:
        return True
    mine, theirs = _related(one, part), _related(other, part)
    return other in mine.same or other in mine.broader or one in theirs.same or one in theirs.broader


@lru_cache(maxsize=1 << 14)
def near(word: str) -> frozenset[str]:
    """Return the stems of words that a stem may stand for, as a verb or a noun."""
    return frozenset().union(*(found.same | found.broader for part in _PARTS if (found := _related(word, part))))


def are_near(one: str, other: str) -> bool:
    """Tell whether two stems are one word, or one may stand for the other, as a verb or a noun."""
    return bool(one and other) and (one == other or one in near(other) or other in near(one))


def kind_of(noun: str) -> str:
    """Return what kind of thing the stem of a noun mostly stands for: ``person``, ``event``, ``act``, or nothing."""
    return _related(noun, "noun").kind


@lru_cache(maxsize=1 << 14)
def _related(word: str, part: Part) -> Related:
    """Return what is known of the word of a stem; of the first one in the list, where it is the stem of several."""
    for entry, kind, *others in _rows()[word[:2], part]:
        if (entry[:3] == word[:3] or len(word) <= len("cri")) and stem(entry) == word:  # cry; longer stems keep three
            same, broader = (frozenset(map(stem, cell.split())) - {"-"} for cell in others)
            return Related(kind.strip("-"), same, broader)
    return Related()


@cache
def _rows() -> defaultdict[tuple[str, str], list[tuple[str, ...]]]:
    """Return the rows by their part of speech and first two letters, which a stem keeps: few are asked for."""
    found: defaultdict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for row in words("synonyms.tsv"):
        entry, part, *told = row.split("\t")
        found[entry[:2], part].append((entry, *told))
    return found
