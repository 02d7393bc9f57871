"""Counts that grow while they are reported: one card for each story, with who told which number when."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generator import edtf
from generator.link.content_words import stems_of
from generator.link.differences.card import Parts, Question, card, folded, reading, told_on
from generator.link.differences.claims.claim import Told, lead_places, same_answer
from generator.link.differences.claims.outcomes import GATHERED
from generator.link.differences.corpus import STORY_DAYS, Corpus
from generator.link.differences.matter import of_one_matter, of_one_opening, open_alike
from generator.link.differences.weekdays import LEAD
from generator.link.sets import DisjointSets, gathered
from generator.model import SAME_TIME_DAYS, Difference, Kind, Verdict
from generator.text import Sentence, read_text
from generator.text.synonyms import kind_of

FAR = 5
"""Times that a count is the next smaller one of the same at most; beyond that one of them counts something else."""

APART = 0.1
"""Share of the larger one from which two counts look different, though a hedge lets them agree."""
PLACED = 2
"""Words that two sentences share, so that they speak of one crowd."""
FEW = 20
"""Up to so many people are counted one by one."""
_BROUGHT = ("taken to hospital?", "brought to safety?")
"""What is told with another place than that of the happening."""
_AT = frozenset(("in", "at", "near", "outside"))
_CROWD = "Articles count otherwise who came to one place."
_SAME = "Articles on one happening count the same, and later ones count more."


def series(corpus: Corpus, claims: Sequence[Told]) -> Iterator[Difference]:
    """Yield a card for each story whose articles answer one question with different numbers.

    Such numbers are no contradiction: what is known grows. So they are told by the day of the report.
    """
    given = gathered((claim.article, claim) for claim in claims)
    for story in (tuple(corpus.findings),) if corpus.is_small else corpus.briefing.stories:
        own = [c for a in story if a in given and (c := _own(corpus, given[a]))]
        again = {c.article: [t for t in given[c.article] if t.number == c.number] for c in own}
        rows = (n for group in _of_one_matter(corpus, own) for n in _in_a_row(corpus, group))
        for near in (n for row in rows for n in _of_one_size(corpus, row)):
            if any(_are_apart(low, high) for low, high in combinations(near, 2)):
                yield _card(corpus, sorted(near, key=lambda c: (_day(corpus, c), c.number, c.article)), again)


def was_news(corpus: Corpus, claim: Told) -> bool:
    """Tell whether the day of what a number is of was one of the news when another article of the story told it."""
    day = claim.date.value if claim.date else None
    then = (p for a in corpus.findings if corpus.of_one_news(a, claim.article) and (p := corpus.published(a)))
    near = ((edtf.days_between(p, day) if day else 0) for p in then)
    return day is None or any(n is not None and abs(n) <= SAME_TIME_DAYS for n in near)


def _are_apart(low: Told, high: Told) -> bool:
    """Tell whether two numbers are two answers: exact ones at once, *at least 40* and *41* not."""
    most = float(low.figure.high) if low.figure and low.figure.high else low.number
    return not same_answer(low, high) or high.number - most > (APART * high.number if high.number > FEW else 0)


def _opens(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether two articles of known and the same days open with two numbers, so that both are of the news."""
    apart = corpus.days_apart(one.article, other.article)
    return apart is not None and apart <= SAME_TIME_DAYS and max(one.line.index, other.line.index) < LEAD


def _of_one_size(corpus: Corpus, row: Sequence[Told]) -> Iterator[list[Told]]:
    """Yield claims in the order of their numbers, those apart that are many times the one before."""
    near: list[Told] = []
    for told in sorted(row, key=lambda c: c.number):
        if near and told.number > (FAR * near[-1].number or FEW) and not _opens(corpus, near[-1], told):
            yield near
            near = []
        near.append(told)
    yield from [near] if near else []


def _of_one_matter(corpus: Corpus, own: Sequence[Told]) -> Iterator[list[Told]]:
    """Yield the claims of articles on one thing, which open at the same place, or at none.

    Each names the place of the other one, or they open with one name: a report of a quake recalls the one before it.
    """
    places = [lead_places(corpus, c.article) for c in own]
    sets = DisjointSets(len(own))
    for (i, here), (j, there) in combinations(enumerate(places), 2):
        a, b = own[i].article, own[j].article
        known = _names_any(corpus, b, here) and _names_any(corpus, a, there)
        near = not here or not there or known or open_alike(corpus, a, b)
        one = corpus.story(a) == corpus.story(b) is not None and of_one_matter(corpus, a, b)
        told = near and (one or of_one_opening(corpus, a, b))
        if told and (own[i].asked not in GATHERED or _of_one_crowd(own[i], own[j])):
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
    """Return the answer of an article: the first, if no other is larger, in a whole sentence if one repeats it.

    A smaller one behind it is that of a part, or was told before, one many times as large of a war; a crowd may be one
    of several.
    """
    told = sorted((c for c in claims if not _is_elsewhere(corpus, c)), key=lambda c: c.line.index)
    first, more = next(iter(told), None), told[1:]
    if first is None:
        return None
    others = [c for c in more if not same_answer(first, c)]
    if any(first.number < c.number <= (FAR * first.number or FEW) or c.asked in GATHERED for c in others):
        return None
    block = corpus.article(first.article).block_at(first.line.sentence.span.start)
    exact = (
        c for c in more if c not in others and c.figure and first.figure and first.figure.hedge and not c.figure.hedge
    )
    again = (c for c in more if c.value == first.value)
    return next(exact, next(again, first) if block and block.kind == "title" else first)


def _is_elsewhere(corpus: Corpus, claim: Told) -> bool:
    """Tell whether a number is of a place that neither the opening nor anything before names: *in the Bureij camp*.

    *In those attacks* it is of the place of the sentence before.
    """
    index, article = claim.line.index, corpus.article(claim.article)
    if claim.asked.endswith(_BROUGHT):
        return False
    s, last = read_text(article).sentences[index], claim.value.rpartition(" ")[2]
    at = next((i for i in range(s.story, len(s)) if s.words[i].text == last), s.story)
    of = next((n for n, c in enumerate(s.clauses) if c.start <= at < c.end), 0)
    first = next((n for n in range(of, 0, -1) if s.clauses[n].opener not in ("conj", "comma")), 0)
    inside = range(s.clauses[first].start, s.clauses[of].end) if s.clauses else range(len(s))
    opens = range(s.clauses[0].verb.first if s.parts[s.story : s.story + 1] == ("prep",) and s.clauses else 0)
    tokens = [*opens, *inside]  # In Lima, 10 died and 140 were hurt
    if index >= LEAD and any(s.low(i) == "those" for i in tokens):
        index, s = index - 1, read_text(article).sentences[index - 1]
        tokens = [*range(len(s))]
    lead = corpus.lead(claim.article)[-1].sentence.span.end
    text = article.text[: max(lead, article.sentences[index].start)]
    new = (i for i in tokens if s.parts[i] == "name" and s.words[i].text not in text)
    return any(_is_where(s, i - (s.low(i - 1) == "the")) for i in new)


def _is_where(s: Sentence, i: int) -> bool:
    """Tell whether a token stands behind a word of place: *near Ube*, *the town of Ube*."""
    return s.low(i - 1) in _AT or (s.low(i - 1) == "of" and kind_of(s.word(i - 2).stem) == "location")


def _day(corpus: Corpus, claim: Told) -> str:
    return corpus.published(claim.article) or ""


def _card(corpus: Corpus, own: Sequence[Told], again: Mapping[str, Sequence[Told]]) -> Difference:
    """Return the card of some answers, each with all sentences in which its article gives that number."""
    answers = gathered((folded(claim.value), claim) for claim in own)
    crowd = own[0].asked in GATHERED and all(_day(corpus, claim) for claim in own)
    verdict = (Verdict.CONFLICT, _CROWD) if crowd else (Verdict.GROWN, _SAME)
    question = Question(Kind.FIGURE, Parts(asked=own[0].asked), *verdict)
    return card(
        question,
        (
            reading(
                corpus,
                told[0].value,
                (t.line.sentence for c in told for t in (c, *again[c.article])),
                told_on(corpus, (c.article for c in told)),
            )
            for told in answers.values()
        ),
    )
