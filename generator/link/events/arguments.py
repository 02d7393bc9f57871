"""What a phrase says beyond its words: who does it, where, which of its kind, and how it reads as a headline."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from generator.lexicons import compiled, numerals
from generator.link.events.phrases import Phrase
from generator.link.events.words import VERBAL, Act, Word, nouns
from generator.model import Article, Block, NameKind, Span
from generator.text import lemmas, stem
from generator.text.words import HYPHENS

LEAST_STEM = 4  # letters of a word that says something
# A headline of fewer words says too little, one of more is no headline.
FEWEST_WORDS = 3
MOST_WORDS = 30
_CONTENT = frozenset(("noun", "verb", "in-verb", "participle", "gerund", "base"))
_AFTER_OBJECT = frozenset(("prep", "to", "sub", "rel", "that", "break", "verb", "gerund", "open", "quote"))
_ACTING = ("person", "organisation")
_TOWARDS = frozenset(("to", "in", "at", "for", "into"))
_PAIRS = (("``", "''"), ("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))


class Who(NamedTuple):
    """Whom or what a mention means: what of an entity its tellings depend on."""

    id: str
    kind: NameKind
    key: str | None


@dataclass(frozen=True, slots=True)
class Arguments:
    """A sentence with its words; ``around`` are the ids of what it and the sentence before it name.

    ``known`` are the stems of the nouns that a reader of its story knows.
    """

    article: Article
    block: Block
    sentence: Span
    words: tuple[Word, ...]
    around: tuple[str, ...]
    cast: Mapping[Span, Who]
    known: frozenset[str] = frozenset()

    def is_known(self, word: Word) -> bool:
        """Tell whether a word is a name, or a noun that a reader of the story knows."""
        return word.tag == "name" or (word.tag == "noun" and word.token.stem in self.known)

    def entity(self, word: Word) -> Who | None:
        """Return whom or what a word names."""
        return self.cast.get(word.name.span) if word.name else None

    def named(self, words: tuple[Word, ...]) -> tuple[tuple[Word, Who], ...]:
        """Return the words that name an entity, with it."""
        return tuple((w, e) for w in words if (e := self.entity(w)))

    def is_adjective(self, word: Word) -> bool:
        """Tell whether a word names a place only as an adjective or in a compound one: ``Danish``, ``Lima-based``."""
        if is_demonym(word):
            return True
        hyphen, letter = self.article.text[word.end : word.end + 1], self.article.text[word.end + 1 : word.end + 2]
        return word.name is not None and word.name.kind == "place" and hyphen in HYPHENS and letter.islower()


def stretch(scene: Arguments, phrase: Phrase) -> tuple[Word, ...]:
    """Return the words of a phrase with the whole clause that it was cut from."""
    if phrase.clause is None:
        return scene.words[phrase.start : phrase.end]
    first = min(phrase.start, phrase.clause.start)
    return scene.words[first : phrase.clause.end]


def stems(words: tuple[Word, ...]) -> frozenset[str]:
    """Return the content words without their endings, and the numbers behind ``#``."""
    known = numerals()
    content = (stem(w.low) for w in words if w.part in _CONTENT and len(w.low) >= LEAST_STEM and w.low not in known)
    numbers = (known.get(w.low, w.low) for w in words if w.part == "number" or w.low in known)
    return frozenset(content) | {f"#{n}" for n in numbers if n != "1"}


def is_demonym(word: Word) -> bool:
    """Tell whether a word names a place only as an adjective: ``Danish``."""
    return word.name is not None and word.name.form == "demonym"


def agents(scene: Arguments, phrase: Phrase) -> frozenset[str]:
    """Return who does it: those named before the act; for ``his visit`` the first person named outside of it."""
    words = scene.words
    before = scene.named(tuple(w for w in stretch(scene, phrase) if w.start < words[phrase.pivot].start))
    named = frozenset(e.id for w, e in before if not scene.is_adjective(w))
    if named or words[phrase.start].part != "poss":
        return named
    outside = (w for w in (*words[: phrase.start], *words[phrase.end :]) if w.name and w.name.kind == "person")
    entity = next(map(scene.entity, outside), None)
    return frozenset((entity.id,)) if entity else frozenset()


def doers(scene: Arguments, phrase: Phrase) -> Iterator[str]:
    """Yield those who are said to act: the names before the act, but none that a preposition leads in."""
    behind = False
    for word in stretch(scene, phrase):
        if word.start >= scene.words[phrase.pivot].start:
            return
        entity = scene.entity(word)
        acts = entity is not None and (entity.kind in _ACTING or (entity.key or "").startswith("country:"))
        if entity and acts and not behind and not is_demonym(word):
            yield entity.id
        behind = word.part in ("prep", "to") or (behind and word.part != "comma")


def deeds(scene: Arguments, phrase: Phrase) -> Iterator[str]:
    """Yield the stems of the verbs of a phrase, but for *be*, *have*, *make* and the like."""
    pivot = scene.words[phrase.pivot]
    for word in (pivot, *scene.words[phrase.start : phrase.end]):
        if (
            word.base
            and word.base not in lemmas("light")
            and (word is pivot or (word.part in VERBAL or word.part == "base"))
        ):
            yield stem(word.base)


def goals(scene: Arguments, phrase: Phrase) -> Iterator[str]:
    """Yield the places that the act goes to or is at."""
    pivot = scene.words[phrase.pivot].start
    for before, word in pairwise(stretch(scene, phrase)):
        entity = scene.entity(word)
        visit = phrase.act is not None and phrase.act.kind == "visit"
        towards = visit or before.low in _TOWARDS
        after = word.start > pivot or (visit and before.low == "to")
        if entity and entity.kind == "place" and after and towards:
            yield entity.id


def objects(scene: Arguments, phrase: Phrase) -> Iterator[str]:
    """Yield whom or what the verb hits: the names behind it, up to a preposition or the next clause."""
    if phrase.clause is None:
        return
    pivot = scene.words[phrase.pivot].start
    behind = tuple(w for w in stretch(scene, phrase) if w.start > pivot)
    end = next((n for n, w in enumerate(behind) if w.part in _AFTER_OBJECT), len(behind))
    owners = {w.start for w, after in pairwise(behind) if after.part == "genitive"}
    yield from (e.id for w, e in scene.named(behind[:end]) if not is_demonym(w) and w.start not in owners)


_ORDINAL = compiled("ordinal-of-kind")
_NEIGHBOURHOOD = 300  # characters on either side: the sentence before and after, roughly
_FIRST = frozenset(("maiden", "inaugural"))


def ordinals(scene: Arguments, act: Act | None) -> Iterator[str]:
    """Yield which of its kind the telling says the happening is: *first* of ``his first visit``."""
    start = max(scene.block.span.start, scene.sentence.start - _NEIGHBOURHOOD)
    end = min(scene.block.span.end, scene.sentence.end + _NEIGHBOURHOOD)
    for match in _ORDINAL.finditer(scene.article.text, start, end):
        found = (nouns().get(word) for word in match["run"].lower().split())
        if act and any(noun and noun.name == act.name for noun in found):
            nth = match["nth"].lower()
            yield "first" if nth in _FIRST else nth


def headline(scene: Arguments, first: int, last: int) -> tuple[int, int]:
    """Return the span of words as a headline; the sentence where they are too few or cut a quotation in two."""
    start, end = scene.words[first].start, scene.words[last - 1].end
    text = scene.article.text[start:end]
    balanced = all(text.count(a) == text.count(b) for a, b in _PAIRS) and text.count('"') % 2 == 0
    if balanced and len(text.split()) >= FEWEST_WORDS:
        return start, end
    return scene.sentence.start, scene.sentence.end
