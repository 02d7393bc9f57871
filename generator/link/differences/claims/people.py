"""What sentences tell of one person: age, and what somebody is quoted as saying."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.lexicons import compiled, words
from generator.link.differences.asking import LONGEST, OPENING, joined
from generator.link.differences.claims.claim import Found, Told, of_one_story
from generator.link.differences.corpus import STORY_DAYS, Corpus, Line
from generator.link.differences.marks import MARKED, plain
from generator.model import SAME_TIME_DAYS, Attribute, Entity, Name, Verdict
from generator.text import LEXICON
from generator.text.numbers import value_of

FEWEST = 5
"""Words that somebody said, from which nobody else says the same by chance."""
_PASSED_ON = re.compile(r"(?i)\b(?:read|reads|quoted|quotes|cited|cites|letter|repeated|recalled|words of)\b")
YOUNGEST, OLDEST = 1, 115
"""Years of an age."""

_BEHIND = compiled("age-behind")
_IS = compiled("is-aged")
# “the 54-year-old actress ”, “The nine-year-old champion, ”
_BEFORE = compiled("age-before", re.IGNORECASE, end=r"\ $")
_THE = compiled("the-aged")
_NOUN = compiled("the-noun-aged")
_HE = compiled("he-is-aged")
_I = compiled("i-am-aged")
BACK = 2
"""Sentences before one on *the 54-year-old* among which the last one that names somebody says who that is."""
YEAR, GENERATION = 365, 24
"""Days in which an age grows by one, and the years by which two of one name are apart."""
ADULT, GROWN = 18, 2
"""The age from which somebody is no child, and the years by which sources are off that don't take her for one."""


def ages(corpus: Corpus) -> Iterator[Told]:
    """Yield the age that each article gives a person, beside the name."""
    for entity in corpus.briefing.entities:
        if entity.kind == "person":
            for mention in entity.mentions:
                line = corpus.line_of(mention) if mention.form == "name" else None
                found = _age(line, mention) if line else None
                if line and found:
                    yield from _aged(corpus, line, entity, found)
    for article in corpus.findings:
        of = corpus.article(article)
        for n, span in enumerate(of.sentences):
            text = of.text[span.start : span.end]
            age = _THE.match(text) or _NOUN.match(text) or _HE.match(text)
            line = corpus.line(article, n) if age else None  # of most sentences, nothing needs to be looked up
            who = _WHOSE[age.re](corpus, line) if line and age else None
            if line and age and who:
                yield from _aged(corpus, line, who, next(g for g in reversed(age.groups()) if g))
        for quote in corpus.findings[article].quotes:
            own = _I.search(quote.words.text) if quote.kind in MARKED and quote.speaker else None
            who, at = corpus.index.named(quote.speaker) if own and quote.speaker else None, corpus.line_of(quote)
            if own and at and who and who.kind == "person":
                yield from _aged(corpus, at, who, own["age"])


def _aged(corpus: Corpus, line: Line, entity: Entity, found: str) -> Iterator[Told]:
    age = value_of(found.casefold())
    if age is not None and YOUNGEST <= age <= OLDEST:
        same = corpus.one_named(entity)
        yield Told(Attribute.AGE, same.id, f"How old is {same.name}?", line, found, age)


def _called(corpus: Corpus, line: Line) -> Entity | None:
    """Return the only person whom the sentence before one names, if somewhere a sentence on nobody else has a noun."""
    people = {e.id: e for _, e in corpus.line(line.article, line.index - 1).names if e.kind == "person"}
    age = _NOUN.match(line.text)
    if age is None or len(people) != 1 or not line.index or "person" not in LEXICON[age["noun"]].kinds:
        return None
    who = next(iter(people.values()))
    told = (of for m in who.mentions if m.form == "name" and (of := corpus.line_of(m)))
    alone = (of for of in told if {e.id for _, e in of.names if e.kind == "person"} == {who.id})
    return who if any(re.search(rf"\b{age['noun']}\b", of.text) for of in alone) else None


def _last_told_of(corpus: Corpus, line: Line) -> Entity | None:
    """Return whom the last sentence before one that names anybody opens with, or names alone before its verb.

    It goes on to call them *the 54-year-old*.
    """
    for at in range(line.index - 1, max(-1, line.index - 1 - BACK), -1):
        before = corpus.line(line.article, at)
        people = [(n, e) for n, e in before.names if e.kind == "person"]
        if people:
            name, who = people[0]
            s = joined(corpus, before)
            alone = len({e.id for _, e in people}) == 1 and s is not None and bool(s.clauses)
            told = alone and s is not None and s.within(name.span)[0] < s.clauses[0].verb.first  # its manager, Ana Lee,
            return who if told or not before.text[: name.span.start - before.sentence.span.start].strip() else None
    return None


def _meant(corpus: Corpus, line: Line) -> Entity | None:
    """Return whom *he* stands for: the only one whom an article names so far, or whom the pronoun can mean alone."""
    before = (corpus.line(line.article, at) for at in range(line.index + 1))
    people = {e.id: e for told in before for _, e in told.names if e.kind == "person"}
    meant, opens = corpus.briefing.meant, (line.article, line.sentence.span.start)
    first = bisect_left(meant, opens, key=lambda m: (m.article, m.span.start))
    told = (corpus.index.entity(m.entity) for m in meant[first : first + 1] if line.sentence.span.holds(m.span))
    return next(iter(people.values())) if len(people) == 1 else next(told, None)


_WHOSE = {_THE: _last_told_of, _NOUN: _called, _HE: _meant}
"""Who tells whose age it is that a sentence opens with."""


def _age(line: Line, mention: Name) -> str | None:
    """Return an age directly behind a name, or before it, in digits or words, or None."""
    start = line.sentence.span.start
    behind = line.text[mention.span.end - start :]
    title = min((t.span.start for t in mention.titles), default=mention.span.start)
    before = line.text[: max(0, min(mention.span.start, title) - start)]
    found = _BEHIND.match(behind) or _IS.match(behind) or _BEFORE.search(before[-120:])
    if found is None or (found.re is _BEFORE and _names_between(line, mention, found)):
        return None
    return next(g for g in found.groups() if g)


def _names_between(line: Line, mention: Name, found: re.Match[str]) -> bool:
    """Tell whether another person is named between an age and a name: ``the 12-year-old son of Ana Silva``."""
    between = found.group().casefold().split()
    return any(w in words("utterances-stopwords") for w in between) or any(
        n.span.end <= mention.span.start and e.kind == "person" and mention.span.start - n.span.end < len(found.group())
        for n, e in line.names
        if n is not mention
    )


def compare_ages(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare two ages of one person of one story: birthdays may lie between, and a generation if they are of two."""
    days = corpus.days_apart(one.article, other.article)
    grown = 0 if days is not None and days <= SAME_TIME_DAYS else 1 + (days or 0) // YEAR
    far, least = abs(one.number - other.number), min(one.number, other.number)
    apart = far >= GENERATION or (least < ADULT <= least + far and far > GROWN)
    if not far or apart or not of_one_story(corpus, one.article, other.article):
        return None
    if far > grown:
        return Verdict.CONFLICT, "Sources of one story give one person ages that no birthday makes agree."
    near = far <= 1 and days is not None and days <= STORY_DAYS
    return (Verdict.SCOPE, "A birthday may lie between the two reports.") if near else None


def speakers(corpus: Corpus) -> Iterator[Told]:
    """Yield who says words that stand in quotation marks: whose name stands beside them, or alone in the sentence.

    So it is of another article's sentence that has the same words without the marks.
    """
    for found in corpus.findings.values():
        for quote in found.quotes if corpus.is_small else (q for q in found.quotes if q.speaker):
            line, said = corpus.line_of(quote), plain(quote.words.text)
            if line and quote.kind in MARKED and len(said) >= FEWEST:
                named = corpus.index.named(quote.speaker) if quote.speaker else _alone(line)
                inside = not quote.speaker or line.sentence.span.holds(quote.speaker.span)
                yield from _said_by(corpus, line, quote.words.text, named if inside else None)
                for again in _again(corpus, line.article, " ".join(said)) if named and inside else ():
                    yield from _said_by(corpus, again, quote.words.text, _alone(again))


def _alone(line: Line) -> Entity | None:
    """Return the only person whom a sentence names by a name that is known in full."""
    people = {e.id: e for _, e in line.names if e.kind == "person" and " " in e.name}
    return next(iter(people.values())) if len(people) == 1 else None


def _again(corpus: Corpus, article: str, said: str) -> Iterator[Line]:
    """Yield the sentences of other articles of a small subject that have some words without quotation marks."""
    for other in corpus.findings if corpus.is_small else ():
        if other != article and said in corpus.once(_plain, other)[0]:
            lines = (n for n in corpus.lines(other) if said in " ".join(plain(n.text)))
            yield from (n for n in lines if not any(q.kind in MARKED for q in corpus.quotes_in(n)))


def _plain(corpus: Corpus, article: str) -> Iterator[str]:
    yield " ".join(plain(corpus.article(article).text))


def _said_by(corpus: Corpus, line: Line, text: str, who: Entity | None) -> Iterator[Told]:
    if who and who.kind == "person" and " " in who.name:
        person, whole = corpus.one_named(who), text.split()
        begin = " ".join(whole[: LONGEST if len(whole) <= LONGEST else OPENING]).rstrip(",.;:!?")
        question = f"Whose words are these, {begin}{'' if len(whole) <= LONGEST else ' …'}?"
        subject = " ".join(plain(text))
        yield Told(Attribute.SPEAKER, subject, "speaker", line, person.name, what=(person.id,), question=question)


def _is_passed_on(corpus: Corpus, told: Told, person: str) -> bool:
    """Tell whether the sentence before some words says that they are another one's: *she read from a letter of his*."""
    before = corpus.line(told.article, told.line.index - 1) if told.line.index > 0 else None
    return before is not None and person in before.entities and bool(_PASSED_ON.search(before.text))


def compare_speakers(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare who is said to have said the same words."""
    a, b = (corpus.index.entity(t.what[0]).name.split() for t in (one, other))
    near = (corpus.days_apart(one.article, other.article) or 0) <= STORY_DAYS
    if {*a} & {*b} or not (near and of_one_story(corpus, one.article, other.article)):
        return None
    if any(_is_passed_on(corpus, told, side.what[0]) for told, side in ((one, other), (other, one))):
        return None
    if any(side.what[0] in told.line.entities for told, side in ((one, other), (other, one))):
        return None  # both stand beside the words here, and which of them speaks may be misread
    return (
        Verdict.CONFLICT,
        "The same words stand in quotation marks, and the sources give two people as their speaker.",
    )
