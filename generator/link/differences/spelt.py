"""A person ──▶ the ways in which sources spell the name."""

from collections.abc import Iterator
from itertools import combinations

from generator.link.differences.card import Parts, Question, card, reading
from generator.link.differences.corpus import Corpus
from generator.link.entities.forms import form_of
from generator.link.entities.spelling import is_spelling
from generator.link.sets import gathered
from generator.model import Difference, Entity, Evidence, Kind, Name, Verdict

_BECAUSE = "The sources mean one person, and each spells the name in its own way."


def spelt(corpus: Corpus) -> Iterator[Difference]:
    """Yield how the name of one person is spelt in two ways or more, with the first sentence of each source."""
    for person in (e for e in corpus.briefing.entities if e.kind == "person"):
        found = {_name(names): [*_sentences(corpus, names)] for names in _spellings(person)}
        sides = sorted((name for name in found if found[name]), key=lambda n: (-len(found[n]), n))
        if len(sides) > 1:
            parts = Parts(who=sides[0], sides=() if sides[2:] else tuple(sides))
            asked = Question(Kind.SPELLING, parts, Verdict.WORDING, _BECAUSE)
            yield card(asked, (reading(corpus, name, found[name]) for name in sides))


def _spellings(person: Entity) -> list[list[Name]]:
    """Return the full names of a person by how the first and the last of its words are spelt, if that varies."""
    full = [(m, form.core[0], form.core[-1]) for m in person.mentions if (form := form_of(m.text)).full]
    first, last = (
        {w for pair in combinations(sorted(words), 2) if is_spelling(*pair) for w in pair}
        for words in ({given for _, given, _ in full}, {family for _, _, family in full})
    )
    told = (m for m in full if (not first or m[1] in first) and (not last or m[2] in last))
    return [*gathered(((given if first else "", family if last else ""), m) for m, given, family in told).values()]


def _name(names: list[Name]) -> str:
    """Return a spelling as most of its mentions write it, rather not in capitals."""
    texts = [" ".join(m.text.split()) for m in names]
    return min(texts, key=lambda t: (t.isupper(), -texts.count(t), len(t), t))


def _sentences(corpus: Corpus, names: list[Name]) -> Iterator[Evidence]:
    """Yield the first sentence of each article that spells a name so, rather one of the story."""
    for mentions in gathered((m.article, m) for m in names).values():
        lines = [line for m in mentions if (line := corpus.line_of(m))]
        yield from (line.sentence for line in sorted(lines, key=lambda line: not corpus.is_story(line, long=True))[:1])
