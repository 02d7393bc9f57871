"""How alike two texts are: what the words and names tell that both have, each the more the fewer texts have it."""

from collections.abc import Iterable, Mapping
from math import fsum, log, sqrt

from generator.text.synonyms import are_near

MEANT = 0.6
"""What two words of one meaning tell of what one word would."""


class Weights(dict[str, float]):
    """How much each word or name tells that was asked for, of those of which it is known."""

    def __init__(self, of: Mapping[str, float], unseen: float = 1.0) -> None:
        """Begin with none that was asked for; by itself ``unseen`` tells as much as what stands in most texts."""
        self._of, self._unseen = of, unseen

    def __missing__(self, word: str) -> float:
        """Return what a word tells that is asked for the first time."""
        return self.setdefault(word, self._of.get(word, self._unseen))


def rarity(counts: Mapping[str, int], many: int) -> dict[str, float]:
    """Return how much each word tells, by how few of so ``many`` texts have it (Spärck Jones 1972)."""
    return {word: log(1 + many / n) for word, n in counts.items()}


def weight_of(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return how much some words and names tell together."""
    return fsum([weights[w] for w in words])  # the same in whatever order


def shared(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return how much of one text another one has, too, also in words of one meaning."""
    meant = (w for w in one - other if any(are_near(w, o) for o in other - one))
    return weight_of(one & other, weights) + MEANT * weight_of(meant, weights)


def cosine(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return how alike two texts are, from 0 to 1 (Salton and McGill 1983)."""
    return weight_of(one & other, weights) / (sqrt(weight_of(one, weights) * weight_of(other, weights)) or 1.0)
