"""Claims from elsewhere ──▶ differences: other answers to one question, in articles on one story."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.keys import normal
from generator.link.differences.card import Parts, Question, card, reading
from generator.link.differences.corpus import Corpus
from generator.model import Answer, Difference, Kind, Reading, Verdict

_TOLD = "Two sources of one story answer a question differently, as somebody else read them; the program only compares."


def supplied(corpus: Corpus) -> Iterator[Difference]:
    """Compare what was claimed as the answer to the same question."""
    asked: defaultdict[str, list[Answer]] = defaultdict(list)
    for claim in (c for found in corpus.briefing.findings for c in found.claims):
        asked[normal(claim.asked)].append(claim)
    for claims in asked.values():
        answers: defaultdict[str, list[Answer]] = defaultdict(list)
        for claim in claims:
            if any(_differ(corpus, claim, other) for other in claims):
                answers[_plain(claim)].append(claim)
        if len(answers) > 1:
            question = Question(Kind.CLAIM, Parts(asked=claims[0].asked), Verdict.CONFLICT, _TOLD)
            yield card(question, (_reading(corpus, found) for found in answers.values()))


def _differ(corpus: Corpus, one: Answer, other: Answer) -> bool:
    apart = one.article != other.article and _plain(one) != _plain(other)
    return apart and corpus.one_story(one.article, other.article)


def _plain(claim: Answer) -> str:
    return "".join(normal(claim.value).split())


def _reading(corpus: Corpus, claims: list[Answer]) -> Reading:
    by = " and ".join(sorted({c.supplied for c in claims}))
    return replace(reading(corpus, claims[0].value, claims, f"supplied by {by}"), basis="supplied")
