"""An article ──▶ to how many something happened in what it reports, by what happened and to whom, in any words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import edtf
from generator.lexicons import table, wordset
from generator.link.differences.claims.claim import Told, same_answer
from generator.link.differences.claims.counted import Counted, noun_of, numbers_of, outcome_of, rows_of
from generator.link.differences.corpus import LONGEST, STORY_DAYS, Corpus, Line
from generator.link.sets import gathered
from generator.model import SAME_TIME_DAYS, Attribute, Date, Figure
from generator.text import Sentence, read_text
from generator.text.numbers import value_of
from generator.text.synonyms import alike
from generator.text.words import stem

OPENING = 10
"""Sentences at the beginning of an article that tell its news; what stands behind them may be of anything."""
BACK = 3
"""Sentences before one far down that may tell which time it is of."""
NEAR = 5
"""Tokens behind those who are counted among which stands how badly they were hurt."""
RISES = 6
"""Tokens before the number of a toll among which stands that it rises to it."""

ASKED = {row[0]: row[1] for row in table("outcomes-asked")}
GATHERED = (ASKED["crowd"].format("people"),)
"""What doesn't grow after it was told."""
_OTHER_TIME = wordset("outcomes-other-time")
"""Lemmas of a clause that tells of something else than the news."""
_DEGREES = wordset("outcomes-degrees")
"""How badly some of the injured are hurt."""
_COUNTED_FROM = frozenset(("since", "ago"))
_TO = ("at", "to", "above", "past", "over", "beyond")
_LENGTHS = frozenset(("days", "weeks"))
_BEGUN = frozenset(("begin", "start", "launch", "erupt", "break"))
_NOT_YET = frozenset(("report", "confirm", "appear", "seem"))
_NOBODY = frozenset(("nobody", "no", "none"))
_OF_OTHERS = frozenset(("%", "percent", "years", "days"))
_THIS_WEEK = re.compile(r"W[1-7E]|^(?:@ )?(?:0|-[12]?[0-9])D$|[0-9]-[0-9][0-9]$|>")
"""What a day near the news says of itself: Tuesday, yesterday, the 6th of January, or one to come."""
_APART = ("participle", "rel", "sub")
_RISES = frozenset(("rise", "climb", "reach", "stand", "grow", "jump", "increase", "pass", "hit"))


def outcomes(corpus: Corpus, article: str) -> Iterator[Told]:
    """Yield to how many people or things something happened, as an article tells its news, in reading order."""
    found = corpus.findings[article]
    text = read_text(found.article)
    inside = text.by_sentence(found.figures)
    told: list[Told] = []
    bare: list[Told] = []
    for index, sentence in enumerate(text.sentences):
        line = corpus.line(article, index)
        if corpus.is_story(line, long=True) and not line.text.rstrip().endswith("?"):
            told += _summed(corpus, line, sentence)
            told += _nobody(corpus, line, sentence)
            bare += _counts(corpus, line, sentence, inside[index])
    told += bare
    first = {t.asked for t in told if t.line.index < OPENING}
    told = [t for t in told if t.line.index < OPENING or (t.asked not in first and _goes_on(corpus, t.line))]
    whole = {t.asked for t in told if not t.what}
    told = [replace(t, what=()) for t in told if not (t.what and t.asked in whole)]  # four of them were hurt
    hurt, taken = ([t for t in told if t.asked == ASKED[o].format("people")] for o in ("injury", "hospital"))
    yield from (replace(t, what=("both",)) if hurt and taken and t in hurt else t for t in told)
    if not hurt:
        yield from (replace(t, asked=ASKED["injury"].format("people"), what=("hospital",)) for t in taken)


def of_one_kind(told: Sequence[Told]) -> Iterator[Told]:
    """Yield answers on outcomes with one question for people whom articles call otherwise.

    *Supporters* are *fans*; 43 workers are more than 31 people, of whom they can't be a part, and 31 workers may be one
    of 43 people. Only an article that counts one sort of people says to how many of them all it happened.
    """
    counted = gathered(((t.article, _what(t)), _who(t)) for t in told)
    alone = {place for place, people in counted.items() if len(set(people)) == 1}
    only = gathered((_what(t), t) for t in told if (t.article, _what(t)) in alone)
    every = {what: gathered((_who(t), t) for t in found) for what, found in only.items()}
    for t in told:
        others = every[_what(t)] if (t.article, _what(t)) in alone else {}
        known = (who for who in others if alike(stem(_who(t)), stem(who), "noun"))
        near = {who for who in known if any(o.article != t.article for o in others[who])}
        people = [o for o in others.get("people", ()) if o.article != t.article]
        fewer = people and _who(t).islower() and all(o.number < t.number and not same_answer(o, t) for o in people)
        who = "people" if fewer else min(near | {_who(t)})
        yield replace(t, asked=t.asked.replace(f" {_who(t)} ", f" {who} ", 1))


def _who(told: Told) -> str:
    return told.asked.split()[2]


def _what(told: Told) -> str:
    return " ".join(told.asked.split()[3:])


def _counts(corpus: Corpus, line: Line, s: Sentence, figures: tuple[Figure, ...]) -> Iterator[Told]:
    for counted in numbers_of(line, s, figures):
        outcome = outcome_of(s, counted)
        noun = noun_of(s, counted, outcome) if outcome else None
        read = corpus.is_story(line) or (outcome != "crowd" and counted.first < LONGEST)
        if outcome and read and noun and is_now(corpus, line, s, counted.first, STORY_DAYS):
            asked = _asked(s, counted.first, outcome, noun)
            if outcome == "injury" and not _DEGREES.isdisjoint(_beside(s, counted)):
                continue  # two were seriously hurt, 261 slightly
            some = ("some",) if counted.some else ()
            told = Told(Attribute.TOLL, "", asked, line, counted.text, counted.number, counted.figure, what=some)
            yield replace(told, date=_day_before(corpus, line, s, counted.first))


def _beside(s: Sentence, counted: Counted) -> Iterator[str]:
    """Yield the words beside a number of people, up to the next number: *30 dead and 55 wounded, 15 critically*."""
    last = min(len(s), counted.stop + NEAR)
    end = next((i for i in range(counted.stop, last) if s.parts[i] == "number"), last)
    return (s.low(i) for i in range(max(0, counted.first - 3), end))


def _summed(corpus: Corpus, line: Line, s: Sentence) -> Iterator[Told]:
    """Yield what a sentence gives as the death toll: ``the toll from the fire rose to at least six``."""
    toll = next((i for i, w in enumerate(s.words) if w.lemma in ("toll", "number")), len(s))
    rises = next((i for i in range(toll + 1, len(s)) if s.words[i].lemma in _RISES or _is_given(s, i)), len(s))
    near_toll = range(toll - 1, toll + 1)
    near = range(rises + 1, min(rises + RISES, len(s)))
    number = next((i for i in near if s.parts[i] == "number" and value_of(s.low(i)) is not None), None)
    said = (
        r.outcome
        for i in range(toll, rises)
        for how in ("noun", "object", "state")
        for r in rows_of(how, s.words[i])
        if not r.beside and r.counted == "people"
    )
    outcome = "death" if s.low(toll) == "toll" else next(said, None)
    torn = number is not None and s.parts[number + 1 : number + 2] == ("number",)  # rose to 1 500
    if number is None or outcome is None or torn or s.low(number + 1) in _OF_OTHERS:
        return
    if is_now(corpus, line, s, number, STORY_DAYS):
        hedge = number - len(("at", "least")) if s.low(number - 1) in ("least", "most") else number
        words = " ".join(s.words[i].text for i in range(hedge, number + 1))
        nation = next((n.text for n, _ in line.names if n.form == "demonym" and s.within(n.span)[1] in near_toll), "")
        asked = _asked(s, number, outcome, f"{nation}s" if nation[-1:] in ("n", "i") else "people")
        day = _day_before(corpus, line, s, number)
        yield Told(Attribute.TOLL, "", asked, line, words, value_of(s.low(number)) or 0.0, date=day)


def _is_given(s: Sentence, i: int) -> bool:
    """Tell whether a toll is given by its number at once: ``the toll is 12``, ``put the number of dead at 12``."""
    return (s.low(i) in _TO or "be" in s.words[i].kinds) and s.parts[i + 1 : i + 2] == ("number",)


def _nobody(corpus: Corpus, line: Line, s: Sentence) -> Iterator[Told]:
    """Yield that nobody came to harm: ``nobody was hurt``, ``no injuries were reported``."""
    for verb in s.verbs:
        subject = next((i for i in range(max(0, verb.first - 3), verb.first) if s.low(i) in _NOBODY), None)
        words = [s.words[verb.head], s.word(verb.first - 1)]
        end = verb.end
        if subject is None and s.low(verb.end) == "no":  # they made no arrests
            subject, end, words = verb.end, verb.end + 2, [s.word(verb.end + 1)]
        rows = (r for w in words for how in ("object", "noun", "none") for r in rows_of(how, w) if not r.beside)
        outcomes = dict.fromkeys(r.outcome for r in rows if r.counted == "people")
        near = range(verb.first, min(len(s), end + NEAR))
        reported = any(s.words[i].lemma in _NOT_YET for i in near)  # it may be
        if subject is not None and outcomes and not (verb.modality or reported) and is_now(corpus, line, s, verb.first):
            told = " ".join(s.words[i].text for i in range(subject, end))
            for outcome in outcomes:
                yield Told(Attribute.TOLL, "", ASKED[outcome].format("people"), line, told, 0.0)


def _asked(s: Sentence, first: int, outcome: str, who: str) -> str:
    asked = ASKED[outcome].format(who)
    return f"{asked[:-1]} in all?" if _is_total(s, first) else asked


def _day_before(corpus: Corpus, line: Line, s: Sentence, first: int) -> Date | None:
    """Return the day of weeks ago that a number is of, if it is none of the article's own days."""
    if is_now(corpus, line, s, first):
        return None
    published = corpus.published(line.article)
    return next((d for d in line.dates if d.kind == "date" and d.value and not _is_recent(published, d)), None)


def _is_total(s: Sentence, first: int) -> bool:
    """Tell whether a number is that of several happenings: *since the fighting began*, *in the 12 days of* it."""
    inside = clause_around(s, first)
    since = next((i for i in range(inside.start, min(inside.stop + 1, len(s))) if s.low(i) == "since"), len(s))
    begun = any(s.words[i].lemma in _BEGUN for i in range(since, len(s)))
    spans = (i for i in range(s.story + 1, len(s) - 2) if s.parts[i] == "number" and s.low(i + 1) in _LENGTHS)
    return begun or any(s.parts[i - 1] == "det" and s.low(i + 2) == "of" for i in spans)


def is_now(corpus: Corpus, line: Line, s: Sentence, first: int, within: int = SAME_TIME_DAYS) -> bool:
    """Tell whether a clause speaks of the article's own news: of its days, and of no other time or place."""
    inside = clause_around(s, first)
    other = _OTHER_TIME - _COUNTED_FROM if within > SAME_TIME_DAYS and _is_total(s, first) else _OTHER_TIME
    if any(s.words[i].lemma in other or s.low(i) in other for i in inside):
        return False
    start, end = s.starts[inside.start], s.ends[inside.stop - 1]
    dates = [d for d in line.dates if d.kind == "date" and d.span.start < end]
    own = [d for d in dates if d.span.start >= start or s.token_at(d.span.start) == s.story + 1]
    published = corpus.published(line.article)
    told = [d for d in own if d.span.start < s.starts[first]][-1:]  # killed five on Tuesday in a town burnt in 2004
    if told and _is_recent(published, told[0], within):
        own = [d for d in own if not _is_of_another(s, first, s.within(d.span)[0])]
    return all(_is_recent(published, d, within) for d in own)  # "In 2011 the Pearl ran aground; two people died"


def _is_of_another(s: Sentence, first: int, at: int) -> bool:
    """Tell whether a participle or another clause stands between a number, with its verb, and a date behind it."""
    own = next((v.end for v in s.verbs if v.finite and v.first > first), first)
    return any(s.parts[i] in _APART for i in range(max(first, own if own < at else first), at))


def clause_around(s: Sentence, first: int) -> range:
    """Return the tokens of the clause that one stands in, with the clause that it depends on.

    *the strikes this month that left 30 dead*, *it failed in 2020 after 11 patients died*
    """
    at = next((n for n, c in enumerate(s.clauses) if c.start <= first < c.end), -1)
    if at < 0:
        return range(len(s))
    begin = at - (at > 0 and (s.clauses[at].opener in ("rel", "that", "sub") or _goes_with(s, at)))
    end = next(n for n in range(at + 1, len(s.clauses) + 1) if n == len(s.clauses) or not _goes_with(s, n))
    return range(s.clauses[begin].start, s.clauses[end - 1].end)


def _goes_with(s: Sentence, n: int) -> bool:
    """Tell whether a clause has the subject of the one before: *killed six and caused damage in September*."""
    clause = s.clauses[n]
    return clause.opener == "conj" and all(
        s.parts[i] in ("conj", "adv") for i in range(clause.start, clause.verb.first)
    )


def _goes_on(corpus: Corpus, line: Line) -> bool:
    """Tell whether neither a sentence far down nor one just before it names another time: *that sit-in* was in 1987."""
    near = range(max(0, line.index - BACK), line.index + 1)
    return all(is_of_now(corpus, corpus.line(line.article, n)) for n in near)


def is_of_now(corpus: Corpus, line: Line) -> bool:
    """Tell whether all days that a sentence names are days of the news."""
    return all(_is_recent(corpus.published(line.article), d) for d in line.dates if d.kind == "date")


def _is_recent(published: str | None, date: Date, within: int = SAME_TIME_DAYS) -> bool:
    """Tell whether a date is a day of the news: near that of publication, or where none is known, of this week."""
    if date.value is None:
        return date.offset is None or bool(_THIS_WEEK.search(date.offset))  # at 9:40
    apart = edtf.days_between(published, date.value) if published else 0
    return edtf.precision(date.value) == "day" and apart is not None and abs(apart) <= within
