"""Quotations ──▶ comparable speeches: one speaker, the words that carry meaning, how rare they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.lexicons import listed, words
from generator.model import Evidence, Quote
from generator.text import stem
from generator.text.fold import plain

ONCE = 6  # words in quotation marks that two sources quote of one utterance only

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation with its continuations: who said it (comparable), and its words of meaning in order.

    ``speaker`` is an entity's id, the folded words that describe the speaker, or empty; ``senses`` are the stems with
    one stem for words of nearly one meaning.
    """

    quotes: tuple[Quote, ...]
    entity: str | None
    speaker: str
    stems: tuple[str, ...]
    senses: tuple[str, ...]

    @property
    def article(self) -> str:
        """Where it is quoted."""
        return self.quotes[0].article

    @property
    def attribution(self) -> str:
        """The words that name or describe the speaker, or nothing."""
        return next((q.speaker.text for q in self.quotes if q.speaker), "")

    @property
    def verbatim(self) -> frozenset[str]:
        """What stands in quotation marks, each in plain words, where it has enough of them to be said once only."""
        return frozenset(_bare(q.words.text) for q in self.quotes if q.kind != "reported") - {""}

    @property
    def direct(self) -> bool:
        """Whether all of it stands in quotation marks."""
        return all(q.kind != "reported" for q in self.quotes)


@lru_cache(maxsize=2048)  # each speech is compared with many
def _bare(text: str) -> str:
    words = _WORD.findall(plain(text))
    return " ".join(words) if len(words) >= ONCE else ""


def whole_of(quotes: Sequence[Quote]) -> tuple[Evidence, ...]:
    """Return the words of some quotations, without those that stand inside of another one's."""
    return tuple(
        q.words for q in quotes if not any(o.words.span.holds(q.words.span) for o in quotes if o.span != q.span)
    )


@lru_cache(maxsize=1 << 15)
def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words of meaning, in order."""
    unmeant = listed("utterances-stopwords")
    return tuple(stem(w) for w in _WORD.findall(plain(text)) if w not in unmeant)


_SENSES = {stem(word): stem(group.split()[0]) for group in words("quoted-senses") for word in group.split()}


def senses_of(stems: Sequence[str]) -> tuple[str, ...]:
    """Return one stem for all words of nearly one meaning: *fight*, *resist* and *oppose*."""
    return tuple(_SENSES.get(s, s) for s in stems)


@cache
def senses(told: str) -> frozenset[str]:
    """Return the ``senses_of`` a few words that stand in the program."""
    return frozenset(senses_of(stems_of(told)))


def told_of(text: str, by: str) -> float:
    """Return the share of a text's words of meaning that another one has, too; 1 where it has none."""
    senses = frozenset(senses_of(stems_of(text)))
    return len(senses & frozenset(senses_of(stems_of(by)))) / len(senses) if senses else 1.0
