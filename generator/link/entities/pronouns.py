"""``He``, ``her`` ──▶ the one person whom it can mean: told of right before it, and nobody else who agrees."""

import re
from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from generator.cache import digest_of, made_again, plain, remembered
from generator.link.entities.people import sex_of, sex_of_given
from generator.link.sets import gathered
from generator.model import Article, Briefing, Entity, Findings, Meant, Name, Span
from generator.text import Sentence, read_text
from generator.text.fold import letters
from generator.text.gender import gender
from generator.text.phrases import NounPhrase

SEXES = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_WORD = re.compile(rf"(?i)(?<![^\W\d_])(?:{'|'.join(SEXES)})(?![^\W\d_])")
MEANT = 0.9  # support: of 70 pronouns of unread articles none meant somebody else
BETWEEN = 1
"""Sentences of a paragraph that tell of nobody which may stand between a pronoun and who is meant."""
_BODIES = ("police", "people")
_OPENING = ("adv", "conj", "comma", "date")
_OF = ("prep", "det", "name", "noun", "adj", "genitive")


class _Person(NamedTuple):
    """Somebody at a token of a sentence: an entity, empty where nobody knows who; ``m``, ``f`` or unknown."""

    at: int
    entity: str
    sex: str


@dataclass(slots=True)
class _Scene:
    """An article, who is named where in it, and of which sex they are; whom its pronouns mean."""

    findings: Findings
    named: Mapping[Span, str]
    sexes: Mapping[str, str]
    open_: bool = False


def resolve_pronouns(briefing: Briefing) -> Briefing:
    """Tell whom *he* and *she* mean, where nobody else is possible.

    Of which sex somebody is tell titles and given names, or else all pronouns behind a sentence that is on nobody else.
    """
    people = {e.id: e for e in briefing.entities if e.kind == "person"}
    sexes = {i: _sex(e) for i, e in people.items()}
    named = gathered((m.article, (m, e.id)) for e in briefing.entities for m in e.mentions)
    read = (f for f in briefing.findings if not f.article.unread and _WORD.search(f.article.text))
    scenes = [_Scene(f, _names(named.get(f.article.id, ())), sexes) for f in read]
    votes = gathered((m.entity, SEXES[m.text.lower()]) for s in scenes for m in _kept(replace(s, open_=True)))
    sexes |= {i: told[0] for i, told in votes.items() if not sexes[i] and len({*told}) == 1}
    return replace(briefing, meant=tuple(m for scene in scenes for m in _kept(scene)))


def _names(mentions: Sequence[tuple[Name, str]]) -> dict[Span, str]:
    """Return who is named where: the longer of two names at one place."""
    return {m.span: entity for m, entity in sorted(mentions, key=lambda m: (m[0].span.start, -m[0].span.end))}


def _sex(person: Entity) -> str:
    words = tuple(letters(person.name).split())
    told = {s for m in person.mentions for t in m.titles for s in sex_of(t.text)}
    told |= {s for s in (sex_of_given(words),) if s and len(words) > 1}
    return told.pop() if len(told) == 1 else ""


def _kept(scene: _Scene) -> tuple[Meant, ...]:
    """Return the pronouns of an article that mean somebody; they are kept."""
    memory, found = remembered(), scene.findings
    people = [(span.start, span.end, entity, scene.sexes.get(entity)) for span, entity in scene.named.items()]
    key = digest_of(f"{memory.digest(found)} {people} {scene.open_}")
    again = partial(made_again, article=found.article, kind=Meant)
    return memory.kept("pronouns", key, lambda: tuple(_read(scene)), again, plain)


def _read(scene: _Scene) -> Iterator[Meant]:
    """Yield the pronouns of an article that mean somebody, sentence by sentence, of those that one can hang on."""
    before: list[tuple[Sentence, list[_Person]]] = []
    quoted = [q.span for q in scene.findings.quotes if q.kind != "reported"]
    article, sentences = scene.findings.article, read_text(scene.findings.article).sentences
    held = (n for n, span in enumerate(article.sentences) if _WORD.search(article.text, span.start, span.end))
    near = {n - i for n in held for i in range(BETWEEN + 2)}
    for n, (block, span) in enumerate(sentences.places):
        if block.kind != "paragraph":
            before.clear()
        if block.kind != "paragraph" or n not in near:
            continue
        sentence = sentences[n].joined((s, "name") for s in scene.named if span.holds(s))
        people = list(_told(scene, sentence))
        torn = sentence.parts.count("quote") % 2 == 1
        for i in range(sentence.story, len(sentence)):
            sex = SEXES.get(sentence.low(i))
            if sex is None or sentence.parts[i] not in ("pron", "poss"):
                continue
            at = Span(sentence.starts[i], sentence.ends[i])
            said = torn or sentence.parts[:i].count("quote") % 2 or any(q.holds(at) for q in quoted)
            found = None if said else _antecedent(scene, sentence, people, i, before)
            if found:
                yield _meant(article, at, found, owned=sentence.parts[i] == "poss")
            insort(people, _Person(i, found[1] if found else "", sex))
        before.append((sentence, people))


def _meant(article: Article, span: Span, found: tuple[Sentence, str], *, owned: bool) -> Meant:
    told, person = found
    return Meant(
        **article.at(span.start, span.end),
        kind="person",
        form="pronoun",
        norm=person,
        support=MEANT,
        rule="pronoun",
        entity=person,
        told=article.cite(told.span),
        owned=owned,
    )


def _told(scene: _Scene, s: Sentence) -> Iterator[_Person]:
    """Yield who is told of in a sentence by a name or a noun; a noun beside a name is the same person's."""
    phrases = {i: p for p in s.phrases for i in range(p.first, p.end)}
    named = {
        i: scene.named.get(Span(s.starts[i], s.ends[i]), "") for i in range(s.story, len(s)) if s.parts[i] == "name"
    }
    people = {i for i, entity in named.items() if entity in scene.sexes}
    for i in range(s.story, len(s)):
        word = s.words[i]
        if i in people:
            yield _Person(i, named[i], scene.sexes[named[i]])
        one = s.parts[i] == "noun" and "person" in word.kinds and word.low == word.lemma and word.low not in _BODIES
        if one and not _is_beside(s, phrases.get(i), people):
            yield _Person(i, "", gender(word.low))


def _is_beside(s: Sentence, phrase: NounPhrase | None, people: set[int]) -> bool:
    """Tell whether a noun says what somebody is who is named beside it: ``driver Lee``, ``Lee, a driver``, ``is a``."""
    if phrase is None:
        return False
    if phrase.head in people:
        return True
    at = phrase.end
    while s.word(at).part and s.parts[at] in _OF and at < phrase.end + 8:
        at += 1
    if s.low(at) == "," and at + 1 in people:
        return True
    at = phrase.first - 1
    if s.low(at) == "as" or (s.word(at).lemma == "be" and s.low(at - 1) != "there"):
        return True
    while at > 0 and s.parts[at] in ("comma", "number"):
        at -= 1
    return at in people and at < phrase.first - 1


def _antecedent(
    scene: _Scene,
    sentence: Sentence,
    people: Sequence[_Person],
    i: int,
    before: Sequence[tuple[Sentence, list[_Person]]],
) -> tuple[Sentence, str] | None:
    """Return whom a pronoun means, and the sentence that tells it; None where it isn't sure."""
    sex = SEXES[sentence.low(i)]
    here = [p for p in people if p.at < i]
    if here:
        only = _only(scene, here, sex)
        return (sentence, only) if only else None
    later = [p for p in people if p.sex in ("", sex)]
    opens = all(part in _OPENING for part in sentence.parts[sentence.story : i])
    if later and not (opens and (sentence.parts[i] == "pron" or not any(p.entity for p in later))):
        return None  # as he left, Lee said
    for told, found in reversed(before[-1 - BETWEEN :]):
        if found:
            only = _only(scene, found, sex)
            own = only and any(p.entity == only and told.parts[: p.at].count("quote") % 2 == 0 for p in found)
            return (told, only) if own and only not in (p.entity for p in later) else None
    return None


def _only(scene: _Scene, people: Sequence[_Person], sex: str) -> str:
    """Return the only person who agrees, or nothing; an ``open_`` scene asks for nobody else at all."""
    if scene.open_:
        every = {p.entity for p in people}
        return every.pop() if len(every) == 1 else ""
    agreeing = {p.entity for p in people if p.sex in ("", sex)}
    return agreeing.pop() if len(agreeing) == 1 and any(p.sex == sex for p in people) else ""
