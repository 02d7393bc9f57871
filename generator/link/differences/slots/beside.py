"""A value ──▶ what stands beside it, and what two values have beside both, in words of one meaning."""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import NamedTuple

from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.alike import around
from generator.link.differences.slots.telling import LIGHT, Slot
from generator.link.likeness import MEANT, Weights
from generator.link.sets import gathered
from generator.text.synonyms import near

COMMON = 4.5
"""What a rare word tells in a folder of some articles; any other word tells a share of that."""
NAME, DAY = 1.3, 0.5
"""What the name of a person or a body, and a day, tells of what a rare word does."""
NEIGHBOURS = (-2, -1, 1)
"""Sentences beside that of a value which may name what it is of."""
FAR = 3
"""How far apart a word may stand from both values: in the sentence of one, and beside that of the other."""
_AT = (1.0, 0.6, 0.4, 0.2)
"""What a word tells that stands in both clauses, then in one and the sentence of the other, in both sentences …"""
_SAID = frozenset(("say", "also", "tell", "accord", "one", "two", "first", "last"))


class Context(NamedTuple):
    """What stands in the clause of a value, elsewhere in its sentence, and in the sentences beside that one.

    ``called`` has the words of the sentence by those that they may stand for.
    """

    near: tuple[frozenset[str], ...]
    called: Mapping[str, str]

    def far(self, word: str) -> int:
        """Return how far from the value a word stands: in its clause, its sentence, or beside that."""
        return next(n for n, words in enumerate(self.near) if word in words)


class Shared(NamedTuple):
    """What two values have beside them: a word or name, how much it tells, and how far from both it stands, up to 3."""

    word: str
    told: float
    far: int
    weight: float


class Contexts:
    """What stands beside each value of an article, read once when it is asked for."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        """Gather the words of the sentences; the values are those of clauses that live as long."""
        self._lines = gathered((s.telling.index, s.telling.around) for s in slots)
        self._read: dict[int, Context] = {}

    def of(self, slot: Slot) -> Context:
        """Return what stands beside a value."""
        if id(slot) not in self._read:
            self._read[id(slot)] = self._context(slot)
        return self._read[id(slot)]

    def _context(self, slot: Slot) -> Context:
        t, unsaid = slot.telling, LIGHT | _SAID | {"", slot.value}
        clause, whole = slot.features | {slot.head, slot.deed, t.deed}, around(slot)
        neighbours = t.carried.union(*(words for n in NEIGHBOURS for words in self._lines.get(t.index + n, ())))
        if slot.kind == "date":
            unsaid |= {word for word in clause | whole if word[:4].isdigit()}
        clause -= unsaid
        sentence = whole - clause - unsaid
        beside = neighbours - clause - sentence - unsaid
        return Context((clause, sentence, beside), {n: w for w in sorted(clause | sentence) for n in near(w)})


def shared(corpus: Corpus, one: Context, other: Context, weights: Weights) -> tuple[Shared, ...]:
    """Return what two values have beside them: words that both have, else words of one meaning of the sentences."""
    near_both = product(enumerate(one.near), enumerate(other.near))
    found: dict[tuple[str, ...], int] = {
        (word,): n + m for (n, a), (m, b) in near_both if n + m <= FAR for word in sorted(a & b)
    }
    both = {word for (word,) in found}
    mine, theirs = ((c.near[0] | c.near[1]) - both for c in (one, other))
    for word in sorted(mine):
        meant = other.called.get(word) or min(near(word) & theirs, default="")
        if meant in theirs:
            theirs -= {meant}
            found[word, meant] = one.far(word) + other.far(meant)
    return tuple(_shared(corpus, words, far, weights) for words, far in found.items())


def _shared(corpus: Corpus, words: tuple[str, ...], far: int, weights: Weights) -> Shared:
    told = min(_told(corpus, word, weights) for word in words)
    return Shared(words[0], told, far, told * _AT[far] * (MEANT if len(words) > 1 else 1))


def _told(corpus: Corpus, word: str, weights: Weights) -> float:
    """Return what a word or name tells, from 0 to 1.3."""
    if word[:4].isdigit() and "-" in word:
        return DAY
    return min(weights[word], COMMON) / COMMON * (NAME if is_name(corpus, word) else 1)


def is_name(corpus: Corpus, word: str) -> bool:
    """Tell whether what stands beside a value is the name of a person or a body."""
    return word in corpus.ids and corpus.index.entity(word).kind != "place"
