"""Who said the words that stand in quotation marks ──▶ claims."""

import re
from collections.abc import Iterator

from generator.link.differences.asking import LONGEST, OPENING
from generator.link.differences.claims.claim import Found, Told
from generator.link.differences.corpus import Corpus
from generator.link.differences.marks import MARKED, plain
from generator.model import Attribute, Verdict

FEWEST = 5
"""Words that somebody said, from which nobody else says the same by chance."""
_PASSED_ON = re.compile(r"(?i)\b(?:read|reads|quoted|quotes|cited|cites|letter|repeated|recalled|words of)\b")


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
