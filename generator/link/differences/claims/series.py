"""Counts that grow while they are reported: one card for each story, with who told which number when."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from generator import edtf
from generator.link.content_words import stems_of
from generator.link.differences.card import Parts, Question, card, reading, told_on
from generator.link.differences.claims.claim import Told, lead_places, same_answer
from generator.link.differences.claims.outcomes import GATHERED
from generator.link.differences.corpus import STORY_DAYS, Corpus
from generator.link.differences.matter import of_one_matter, of_one_opening
from generator.link.sets import DisjointSets, gathered
from generator.model import Difference, Kind, Verdict

FAR = 20
"""Times that two counts of one thing differ at most; beyond that one of them counts something else."""

APART = 0.1
"""Share of the larger one from which two counts look different: ``more than 40`` and ``41`` are one answer."""
PLACED = 2
"""Words that two sentences share, so that they speak of one crowd."""
FEW = 20
"""Up to so many people are counted one by one."""
_CROWD = "Articles count otherwise who came to one place."
_SAME = "Articles on one happening count the same, and later ones count more."


def series(corpus: Corpus, claims: Sequence[Told]) -> Iterator[Difference]:
    """Yield a card for each story whose articles answer one question with different numbers.

    Such numbers are no contradiction: what is known grows. So they are told by the day of the report.
    """
    given = gathered((claim.article, claim) for claim in claims)
    for story in (tuple(corpus.findings),) if corpus.is_small else corpus.briefing.stories:
        own = [c for a in story if a in given and (c := _own(corpus, given[a]))]
        for near in (n for group in _of_one_matter(corpus, own) for n in _in_a_row(corpus, group)):
            low, high = min((c.number for c in near), default=0), max((c.number for c in near), default=0)
            if high - low > (APART * high if high > FEW else 0) and high <= FAR * (low or high):
                yield _card(corpus, sorted(near, key=lambda c: (_day(corpus, c), c.number, c.article)))


def _of_one_matter(corpus: Corpus, own: Sequence[Told]) -> Iterator[list[Told]]:
    """Yield the claims of articles on one thing, which open at the same place, or at none."""
    places = [lead_places(corpus, c.article) for c in own]
    sets = DisjointSets(len(own))
    for (i, here), (j, there) in combinations(enumerate(places), 2):
        a, b = own[i].article, own[j].article
        near = not here or not there or _names_any(corpus, b, here) or _names_any(corpus, a, there)
        one = near and corpus.story(a) == corpus.story(b) is not None and of_one_matter(corpus, a, b)
        if (one or of_one_opening(corpus, a, b)) and (own[i].asked not in GATHERED or _of_one_crowd(own[i], own[j])):
            sets.join(i, j)
    for group in ([own[n] for n in group] for group in sets.groups()):
        apart = any("both" in c.what for c in group)  # who was hurt is not who was taken to hospital
        yield [c for c in group if not (apart and "hospital" in c.what)]


def _of_one_crowd(one: Told, other: Told) -> bool:
    """Tell whether two sentences say of a crowd where it was, or why, with the same words."""
    mine, theirs = (frozenset(stems_of(t.line.text)) - frozenset(stems_of(t.value)) for t in (one, other))
    return len(mine & theirs) >= PLACED


def _names_any(corpus: Corpus, article: str, places: Iterable[str]) -> bool:
    return any(corpus.is_named(corpus.index.entity(place), article) for place in places)


def _in_a_row(corpus: Corpus, own: Sequence[Told]) -> Iterator[list[Told]]:
    """Yield claims whose reports follow each other within weeks: of later ones, another happening is the news."""
    row: list[Told] = []
    for told in sorted(own, key=lambda t: _day(corpus, t)):
        if row and (edtf.days_between(_day(corpus, row[-1]), _day(corpus, told)) or 0) > STORY_DAYS:
            yield row
            row = []
        row.append(told)
    yield row


def _own(corpus: Corpus, claims: Sequence[Told]) -> Told | None:
    """Return the answer of an article, if it gives no other: the first, in a whole sentence if one repeats it."""
    if not claims or any(not same_answer(claims[0], other) for other in claims[1:]):
        return None
    block = corpus.article(claims[0].article).block_at(claims[0].line.sentence.span.start)
    again = (c for c in claims[1:] if c.value == claims[0].value)
    return next(again, claims[0]) if block and block.kind == "title" else claims[0]


def _day(corpus: Corpus, claim: Told) -> str:
    return corpus.published(claim.article) or ""


def _card(corpus: Corpus, own: Sequence[Told]) -> Difference:
    answers = gathered((claim.value.casefold(), claim) for claim in own)
    crowd = own[0].asked in GATHERED and all(_day(corpus, claim) for claim in own)
    verdict = (Verdict.CONFLICT, _CROWD) if crowd else (Verdict.GROWN, _SAME)
    question = Question(Kind.FIGURE, Parts(asked=own[0].asked), *verdict)
    return card(
        question,
        (
            reading(corpus, told[0].value, (c.line.sentence for c in told), told_on(corpus, (c.article for c in told)))
            for told in answers.values()
        ),
    )
