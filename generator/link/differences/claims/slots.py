"""Where something happened, and who said something: what else two clauses that tell one thing can differ in."""

import re
from collections.abc import Iterator

from generator.link.differences.asking import LONGEST, OPENING
from generator.link.differences.claims.claim import Found, Told
from generator.link.differences.claims.deeds import dates_fit, of_one
from generator.link.differences.claims.frame import Frame, Part
from generator.link.differences.corpus import Corpus
from generator.link.differences.facts import is_land
from generator.link.differences.marks import MARKED, plain
from generator.model import Attribute, Verdict
from generator.text import Sentence

FEWEST = 5
"""Words that somebody said, from which nobody else says the same by chance."""
REACH = 8
"""Tokens between a verb and the place where something is done."""
_PASSED_ON = re.compile(r"(?i)\b(?:read|reads|quoted|quotes|cited|cites|letter|repeated|recalled|words of)\b")
WHERE = frozenset(("in", "at"))
"""Words before a place that *where* asks for, too."""
_CAUSES = frozenset(("cause", "trigger"))
"""Lemmas of what has one cause, if both sources name one."""
_NEAR = frozenset(("near", "off", "outside"))
_AT = WHERE | _NEAR


def place_of(frame: Frame, s: Sentence) -> Told | None:
    """Return where a clause says that something was done: the one town behind its verb."""
    line = frame.line
    held = [
        (n, e)
        for n, e in line.names
        if e.kind == "place" and n.form == "name" and frame.span.holds(n.span) and not is_land(e)
    ]
    named, place = held[0] if len(held) == 1 else (None, None)
    at = s.within(named.span)[0] if named else -1
    if named is None or place is None or s.low(at - 1) not in _AT or not 0 <= at - frame.verb.end <= REACH:
        return None
    goal = next(iter(sorted(frame.goal.ids)), frame.goal.head)
    where = f"{s.low(at - 1)} {named.text}"
    return Told(Attribute.PLACE, goal, f"place {frame.deed}", line, where, frame=frame, what=(place.id, s.low(at - 1)))


def compare_places(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare where one happening is told of, by articles of which neither names the other's place."""
    a, b = one.frame, other.frame
    if a is None or b is None or one.what[0] == other.what[0] or a.holds != b.holds or a.is_coming != b.is_coming:
        return None
    if not corpus.one_story(one.article, other.article) or not dates_fit(corpus, a, b):
        return None
    here, there = (corpus.index.entity(t.what[0]) for t in (one, other))
    if corpus.is_named(here, other.article) or corpus.is_named(there, one.article):
        return None
    if not of_one(corpus, a, b, anywhere=True) or not (a.measures_as(b) or len(a.senses & b.senses) >= FEWEST):
        return None
    if not {one.what[1], other.what[1]}.isdisjoint(_NEAR):
        return Verdict.SCOPE, "Sources tell one happening near two places: both can be near."
    return Verdict.CONFLICT, "Sources tell one happening at two places, and neither names the other's."


def cause_of(frame: Frame) -> Told | None:
    """Return what a clause says has caused something: ``caused by a cigarette``, ``a cigarette caused the fire``."""
    if frame.lemma not in _CAUSES or not (frame.agent and frame.goal and frame.holds) or frame.verb.modality:
        return None
    goal = next(iter(sorted(frame.goal.ids)), frame.goal.head)
    return Told(Attribute.CAUSE, goal, "cause", frame.line, frame.words, frame=frame, what=_who(frame.agent))


def _who(part: Part) -> tuple[str, ...]:
    return tuple(sorted(part.ids)) or (part.head,)


def compare_causes(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare what is said to have caused one thing; one source may tell the nearer cause, another the farther one."""
    a, b = one.frame, other.frame
    if a is None or b is None or a.agent.same(b.agent) or not a.goal.same(b.goal):
        return None
    if not corpus.one_story(one.article, other.article) or not dates_fit(corpus, a, b):
        return None
    if not one.line.entities & other.line.entities or any(
        w in told.line.text for told, side in ((one, b), (other, a)) for w in _who(side.agent)
    ):
        return None
    return Verdict.CONFLICT, "Sources of the same days give two causes of one thing, and neither gives the other's."


def speakers(corpus: Corpus) -> Iterator[Told]:
    """Yield who says words that stand in quotation marks, where the name stands beside them."""
    for found in corpus.findings.values():
        for quote in found.quotes:
            entity = corpus.index.named(quote.speaker) if quote.speaker and quote.kind in MARKED else None
            line = corpus.line_of(quote)
            words = plain(quote.words.text)
            if entity is None or entity.kind != "person" or line is None or len(words) < FEWEST or not quote.speaker:
                continue
            if line.sentence.span.holds(quote.speaker.span) and " " in entity.name:
                person = corpus.one_named(entity)
                whole = quote.words.text.split()
                begin = " ".join(whole[: LONGEST if len(whole) <= LONGEST else OPENING]).rstrip(",.;:!?")
                question = f"Whose words are these, {begin}{'' if len(whole) <= LONGEST else ' …'}?"
                yield Told(
                    Attribute.SPEAKER,
                    " ".join(words),
                    "speaker",
                    line,
                    person.name,
                    what=(person.id,),
                    question=question,
                )


def _is_passed_on(corpus: Corpus, told: Told, person: str) -> bool:
    """Tell whether the sentence before some words says that they are another one's: *she read from a letter of his*."""
    before = corpus.line(told.article, told.line.index - 1) if told.line.index > 0 else None
    return before is not None and person in before.entities and bool(_PASSED_ON.search(before.text))


def compare_speakers(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare who is said to have said the same words."""
    a, b = (corpus.index.entity(t.what[0]).name.split() for t in (one, other))
    if {*a} & {*b} or not corpus.one_story(one.article, other.article):
        return None
    if any(_is_passed_on(corpus, told, side.what[0]) for told, side in ((one, other), (other, one))):
        return None
    return (
        Verdict.CONFLICT,
        "The same words stand in quotation marks, and the sources give two people as their speaker.",
    )
