"""A person or a place ──▶ the ways in which sources spell the name."""

from collections.abc import Iterator
from itertools import combinations

from generator.link.differences.card import Parts, Question, card, reading
from generator.link.differences.corpus import Corpus
from generator.link.entities.forms import form_of
from generator.link.entities.spelling import is_spelling, parts_of
from generator.link.sets import gathered
from generator.model import Difference, Entity, Evidence, Kind, Name, Verdict
from generator.text import LEXICON
from generator.text.fold import tight

_BECAUSE = "The sources mean one person or place, and each spells the name in its own way."


def spelt(corpus: Corpus) -> Iterator[Difference]:
    """Yield how the name of one person or place is spelt in two ways or more, with a sentence of each source."""
    for entity in (e for e in corpus.briefing.entities if e.kind in ("person", "place")):
        found = {_name(names): [*_sentences(corpus, names)] for names in _spellings(entity)}
        sides = sorted((name for name in found if found[name]), key=lambda n: (-len(found[n]), n))
        if len(sides) > 1:
            parts = Parts(who=sides[0], sides=() if sides[2:] else tuple(sides))
            asked = Question(Kind.SPELLING, parts, Verdict.WORDING, _BECAUSE)
            yield card(asked, (reading(corpus, name, found[name]) for name in sides))


def _spellings(entity: Entity) -> list[list[Name]]:
    """Return the names of an entity, of a person the full ones, by those of their words that are spelt in two ways.

    An ordinary word in the name of a place (*recognised*) is none.
    """
    place = entity.kind == "place"
    names = [m for m in entity.mentions if m.form == "name" and (place or form_of(m.text).full)]
    named = [(m, parts_of(entity.kind, tight(m.text))) for m in names]
    for same in gathered((len(parts), (m, parts)) for m, parts in named).values():
        columns = [
            {w for w in of if not (place and LEXICON[w.title()].kinds)}
            for of in zip(*(p for _, p in same), strict=True)
        ]
        near = [[p for p in combinations(sorted(of), 2) if is_spelling(*p, person=not place)] for of in columns]
        varied = [{w for pair in pairs for w in pair} for pairs in near]
        told = ((tuple(p if of else "" for p, of in zip(parts, varied, strict=True)), m) for m, parts in same)
        if any(varied):
            kept = ((key, m) for key, m in told if all(not of or p in of for p, of in zip(key, varied, strict=True)))
            return [*gathered(kept).values()]
    return []


def _name(names: list[Name]) -> str:
    """Return a spelling as most of its mentions write it, rather not in capitals."""
    texts = [tight(m.text) for m in names]
    return min(texts, key=lambda t: (t.isupper(), -texts.count(t), len(t), t))


def _sentences(corpus: Corpus, names: list[Name]) -> Iterator[Evidence]:
    """Yield the first sentence of each article that spells a name so, rather one of the story."""
    for mentions in gathered((m.article, m) for m in names).values():
        lines = [line for m in mentions if (line := corpus.line_of(m))]
        yield from (line.sentence for line in sorted(lines, key=lambda line: not corpus.is_story(line, long=True))[:1])
