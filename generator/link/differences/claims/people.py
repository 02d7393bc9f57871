"""What sentences tell of one person: age, prison term, and what somebody is quoted as saying."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.lexicons import numerals, words
from generator.link.differences.asking import LONGEST, OPENING, joined
from generator.link.differences.claims.claim import Found, Told, of_one_story
from generator.link.differences.claims.counted import called_so
from generator.link.differences.corpus import STORY_DAYS, Corpus, Line
from generator.link.differences.marks import MARKED, plain
from generator.model import SAME_TIME_DAYS, Attribute, Date, Entity, Name, Verdict
from generator.text.numbers import value_of

FEWEST = 5
"""Words that somebody said, from which nobody else says the same by chance."""
_PASSED_ON = re.compile(r"(?i)\b(?:read|reads|quoted|quotes|cited|cites|letter|repeated|recalled|words of)\b")
YOUNGEST, OLDEST = 1, 115
"""Years of an age."""

_NUMBER = rf"(?:[0-9]{{1,3}}|(?:{'|'.join(numerals())})(?:-(?:{'|'.join(numerals())}))?)"
_OLD = r"[ -]?years?[ -]?old"
_BEHIND = re.compile(
    rf"""(?x)
    ^ \ ?,\ ? (?: aged\ | age\ )? (?P<age> {_NUMBER} ) \ ? (?= [,.;)] | $ )               # , 54,
    | ^ \ ?,\ (?P<and> [0-9]{{2}} )\ and\ (?! [0-9] )                                     # , 54 and retired
    | ^ \ ?\( \ ? (?P<bracket> [0-9]{{1,3}} ) \ ?\)                                       # (54)
    | ^ \ ?,\ an?\ (?! [a-z\ -]{{0,30}} (?:mother|father|parent) )                   # , a cook of 54,
      (?: [a-z-]{{1,20}}\ ){{1,3}} (?: of | aged )\ (?P<of> [0-9]{{2}} ) (?= \ ?[,.;)] )
    | ^ \ ?,\ (?: an? | the )\ (?: [a-z-]{{1,20}}\ ?){{1,4}} ,\ (?P<last> [0-9]{{2}} ) (?= \ ?[,.;)] )  # , the man, 50,
    | ^ \ ?,\ (?: an? | the )\ (?P<old> {_NUMBER} ) {_OLD} \b                           # , the 54-year-old driver
    """
)
_IS = re.compile(
    rf"""(?x)
    ^ \ ?,?\ (?: (?: who\ )? (?: is | was )\ (?P<age> {_NUMBER} ) (?: \ ?[,.;] | \ years\ old\b )    # is 54.
    | who ,?\ at\ (?P<at> {_NUMBER} ) ,?\ (?: still | is | has )\b )                                # who at 54 still
    """
)
# “the 54-year-old actress ”, “The nine-year-old champion, ”
_BEFORE = re.compile(rf"(?i)\b(?P<age>{_NUMBER}){_OLD}(?: [^\s,.;:]{{1,20}}){{0,4}}(?<! and),? $")
_THE = re.compile(rf"^The (?P<age>{_NUMBER}){_OLD}\b")
_HE = re.compile(
    rf"""(?x)
    ^ S?[Hh]e (?: \ is | \ was | ['’]s )\ (?P<is> {_NUMBER} ) (?: \ ?[.,;] | \ and\b | {_OLD} \b )  # She was 54.
    | ^ S?[Hh]e\b [^,;:]{{0,60}} \ (?: all | most | half ) (?: \ of )?\ h(?:is|er)\ (?P<all> {_NUMBER} )\ years \ ?[.,;]
    | ^ (?: At | An?\ (?:wo)?man\ of )\ (?P<at> {_NUMBER} ) ,?\ s?he\b        # At 54 she
    | ^ S?[Hh]e\b [^,;:]{{0,60}} \ at\ the\ age\ of\ (?P<of> {_NUMBER} ) \b      # He retired at the age of
    """
)
_I = re.compile(
    rf"""(?x)
    \b I (?: \ am | ['’]m )\ (?: an?\ (?:old\ )?(?: man | woman )\ of\ )? (?P<age> {_NUMBER} )
    (?= ,? \ and\ | \ years\ old\b | [.,;!] | $ )                                              # I am a man of 54 and
    """
)
BACK = 2
"""Sentences before one on *the 54-year-old* among which the last one that names somebody says who that is."""
YEAR, GENERATION = 365, 24
"""Days in which an age grows by one, and the years by which two of one name are apart."""
ADULT, GROWN = 18, 2
"""The age from which somebody is no child, and the years by which sources are off that don't take her for one."""
NEAR = 40
"""Characters before a noun such as *sentence* in which a word such as *up to* stands."""
REACH = 300
"""Characters before a length in which the verb stands."""

_LENGTH = re.compile(r"P(?P<count>[0-9]{1,4})(?P<unit>[DWMY])")
_MONTHS = {"D": 1 / 30.0, "W": 7 / 30.0, "M": 1.0, "Y": 12.0}
_SENTENCED = re.compile(
    r"""(?xi)
    \b (?:
        (?: sentenced | sentences | jailed | jails | imprisoned | imprisons | condemned )   # sentenced Paul Okoro to
        \b [^.;:]{0,150}? \b (?: to | for ) (?: \s serve )?
        (?: \s an? \s (?: [a-z-]{1,20} \s )? (?: term | sentence ) \s of )?              # to a prison term of
      | (?: sent | sends ) \b [^.;:]{0,150}? \b to \s (?: prison | jail ) \s for          # sent him to prison for
      | (?P<noun> sentence | (?: prison | jail ) \s term ) \s of                      # the sentence of five years
      | (?P<got> got | gets | given | gives | handed | received | receives ) \b [^.;:]{0,60}?  # got … years in prison
    ) \s $
    """
)
_PRISON = re.compile(r"(?i)^ (?:years? )?(?:in (?:prison|jail|custody)|behind bars|imprisonment|of imprisonment)")
_AGAINST = re.compile(r"['’]?(?: (?:in )?(?:prison|jail|imprisonment))? (?:against|for|on) ")  # years in jail against
_NOT_YET = re.compile(
    r"(?i)\b(?:could|may|might|would|faces?|facing|if|up to|asked|demanded|sought|suspended|originally|earlier)\b"
)


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
            age = _THE.match(text) or _HE.match(text)
            line = corpus.line(article, n) if age else None  # of most sentences, nothing needs to be looked up
            who = line and (_last_told_of if age and age.re is _THE else _meant)(corpus, line)
            found = next(filter(None, age.groups()), "") if age else ""
            if line and found and who:
                yield from _aged(corpus, line, who, found)
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
    """Return whom *he* stands for: the only one whom an article names so far, or of whom the sentence before tells."""
    before = (corpus.line(line.article, at) for at in range(line.index + 1))
    people = {e.id: e for told in before for _, e in told.names if e.kind == "person"}
    return next(iter(people.values())) if len(people) == 1 else _just_named(corpus, line)


def _just_named(corpus: Corpus, line: Line) -> Entity | None:
    """Return whom the sentence before one names, if it tells of nobody else, by name or by a noun such as *boy*."""
    before = corpus.line(line.article, line.index - 1)
    people = [(n, e) for n, e in before.names if e.kind == "person"]
    s = joined(corpus, before)
    if s is None or len(people) != 1:
        return None
    first, end = s.within(people[0][0].span)
    others = (p for p in s.phrases if s.words[p.head].part == "noun" and called_so(s.words[p.head]) != "thing")
    apart = (p for p in others if p.end > end + (s.low(end) == ",") + 3 or p.end < first - (s.low(first - 1) == ","))
    return None if next(apart, None) or s.parts[end : end + 1] == ("genitive",) else people[0][1]


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


def terms(corpus: Corpus) -> Iterator[Told]:
    """Yield the prison terms that sentences give the one person named before them."""
    for found in corpus.findings.values():
        for date in found.dates:
            length = _LENGTH.fullmatch(date.duration or "")
            line = corpus.line_of(date) if length else None
            person = _sentenced(corpus, line, date) if line else None
            if length and line and person:
                months = int(length["count"]) * _MONTHS[length["unit"]]
                same = corpus.one_named(person)
                asked = f"To how long was {same.name} sentenced?"
                yield Told(Attribute.TERM, same.id, asked, line, " ".join(date.text.split()), months, date=date)


def _sentenced(corpus: Corpus, line: Line, length: Date) -> Entity | None:
    """Return whom a sentence sends to prison for a time: the person behind the verb, else the last one before it."""
    start = line.sentence.span.start
    first = max(0, length.span.start - start - REACH)
    found = _SENTENCED.search(line.text, first, length.span.start - start)
    before = line.text[max(0, found.start() - NEAR) : found.end()] if found and found["noun"] else line.text
    if (
        found is None
        or _NOT_YET.search(before)
        or (found["got"] and not _PRISON.match(line.text[length.span.end - start :]))
    ):
        return None
    against = _AGAINST.match(line.text[length.span.end - start :]) if found["noun"] else None
    if against:  # obtained a sentence of nine years against Ana Lee
        at = length.span.end + against.end()
        return next((e for n, e in line.names if n.span.start == at and e.kind == "person"), None)
    verb = start + found.start()
    people = [(n, e) for n, e in line.names if e.kind == "person" and n.span.end <= length.span.start]
    if not people and found["noun"] and line.index > 0:
        people = [(n, e) for n, e in corpus.line(line.article, line.index - 1).names if e.kind == "person"]
    behind = [(n, e) for n, e in people if n.span.start > verb]
    if any(" and " in line.text[a.span.end - start : b.span.start - start] for (a, _), (b, _) in pairwise(behind)):
        return None
    return (behind or people)[-1][1] if people else None


def speakers(corpus: Corpus) -> Iterator[Told]:
    """Yield who says words that stand in quotation marks, where the name stands beside them."""
    for found in corpus.findings.values():
        for quote in found.quotes:
            entity = corpus.index.named(quote.speaker) if quote.speaker and quote.kind in MARKED else None
            line = corpus.line_of(quote)
            said = plain(quote.words.text)
            if entity is None or entity.kind != "person" or line is None or len(said) < FEWEST or not quote.speaker:
                continue
            if line.sentence.span.holds(quote.speaker.span) and " " in entity.name:
                person = corpus.one_named(entity)
                whole = quote.words.text.split()
                begin = " ".join(whole[: LONGEST if len(whole) <= LONGEST else OPENING]).rstrip(",.;:!?")
                question = f"Whose words are these, {begin}{'' if len(whole) <= LONGEST else ' …'}?"
                yield Told(
                    Attribute.SPEAKER,
                    " ".join(said),
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
    if {*a} & {*b} or not corpus.of_one_subject(one.article, other.article):
        return None
    if any(_is_passed_on(corpus, told, side.what[0]) for told, side in ((one, other), (other, one))):
        return None
    if any(side.what[0] in told.line.entities for told, side in ((one, other), (other, one))):
        return None  # both stand beside the words here, and which of them speaks may be misread
    return (
        Verdict.CONFLICT,
        "The same words stand in quotation marks, and the sources give two people as their speaker.",
    )
