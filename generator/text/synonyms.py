"""Words of one meaning: which verbs and nouns share a sense, and what kind of thing a noun stands for.

From WordNet 3.0 (Fellbaum 1998) by ``benchmarks/synonyms.py``; it has the stems of words.
"""

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from generator.lexicons import words
from generator.text.words import LEXICON, stem

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


def is_person(noun: str) -> bool:
    """Tell whether a noun, in small letters, may stand for a person: ``neighbour``, ``spokesman``."""
    return "person" in LEXICON[noun].kinds or kind_of(stem(noun)) == "person"


@lru_cache(maxsize=1 << 14)
def _related(word: str, part: Part) -> Related:
    """Return what is known of the word of a stem."""
    kind, *others = _rows().get(f"{word}\t{part}", "").split("\t")
    same, broader = (frozenset(cell.split()) - {"-"} for cell in others or ("", ""))
    return Related(kind.strip("-"), same, broader)


@cache
def _rows() -> dict[str, str]:
    """Return what the rows tell, by the word and its part of speech: few are asked for."""
    rows = (row.split("\t", 2) for row in words("synonyms.tsv"))
    return {f"{word}\t{part}": told for word, part, told in rows}
