"""Findings ──▶ tellings: each place where one article tells one happening."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice, pairwise

from generator import edtf
from generator.link.events.arguments import (
    Arguments,
    Who,
    agents,
    deeds,
    doers,
    goals,
    headline,
    is_demonym,
    objects,
    ordinals,
    stems,
    stretch,
)
from generator.link.events.asserted import asserted
from generator.link.events.clauses import is_due, mode
from generator.link.events.deeds import is_coming, is_put_ahead, tells
from generator.link.events.known import Known
from generator.link.events.leads import LEAST, OPENING, foremost
from generator.link.events.lines import stands, story_of
from generator.link.events.phrases import Phrase, dated
from generator.link.events.subjects import names_unknown
from generator.link.events.telling import NEWS_DAYS, Basis, Mode, Telling
from generator.link.events.words import Word, read, value_at
from generator.model import RUNNING, Article, Date, Evidence, Findings, Inferred, Name, Span, Stated, Unknown
from generator.text import read_text

Tellings = tuple[Telling, ...]


_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # 2016-10-13
# Kinds of noun that say too little without a name beside them: "this year's results".
_DULL = frozenset(("statement", "figures", "business", "decision", "work", "change", "end"))
OPENED = 2
"""First sentences of an article, in which it tells its news: of what has no date, 18 of 24 lines were good there."""
LONGEST = 45
"""Words and marks of a sentence that is a line: more are none, but for the main happening of a story."""
_ACTING = frozenset(("person", "organisation", "place"))


def tellings(
    findings: Findings, mentions: Iterable[Name], cast: Mapping[Span, Who], story: tuple[Mapping[str, float], Known]
) -> Tellings:
    """Return the tellings of one article in text order, that of its main happening last.

    ``mentions`` are the names, descriptions and pronouns of the article that are known to mean somebody; ``cast`` maps
    the span of a mention to whom it means; ``story`` holds what its story is about, if others tell it, too,
    and the nouns that its readers know.
    """
    about, known = story
    found: list[Telling] = []
    opening: list[Arguments] = []
    for scene in _scenes(findings, mentions, cast, known, OPENING if about else 0):
        found += _apart(_of_sentence(scene))
        if len(opening) < OPENING:
            opening.append(replace(scene, known=frozenset()))  # the news of an article is told in full
    lead = foremost(opening, about) if about else None
    if lead is None:
        return tuple(found)
    scene, phrase, date, how, worth = lead
    telling = _telling(scene, phrase, date, how)
    if worth < LEAST and not _is_news(telling):
        return tuple(found)  # the first sentence of an article on what was long ago
    loose = date is not None and how == "happened" and not stands(scene, phrase, date)
    clause = phrase.clause  # "a vigil where he was shot on Monday", but "a fire on a ferry, which sank on 3 May"
    inside = clause and clause.opener in ("rel", "sub") and scene.words[clause.start].low != "which"
    scenery = clause is not None and (clause.verb.tense, clause.verb.aspect) == ("past", "progressive")
    if scenery or (
        loose and (inside or not _is_news(telling) or stands(scene, phrase, None))
    ):  # "was being questioned"
        date, telling = None, _telling(scene, phrase, None, how)  # "freed some of the girls kidnapped in April 2014"
    coming = how == "planned" and is_coming(scene.words, phrase, date)
    own = replace(telling, coming=coming, leads=worth)
    twins = [t for t in found if t.sentence == own.sentence]
    if twins and twins[0].stands:
        own = replace(twins[0], coming=coming, leads=worth)
    elif not own.stands:
        own = replace(own, vague=_is_vague(scene, phrase, how))
    return (*(t for t in found if t not in twins), own)


def _is_vague(scene: Arguments, phrase: Phrase, how: Mode) -> bool:
    """Tell whether a main happening that is no line of its own is a state, or has a subject that its reader can't know.

    Of 70 whole sentences of real articles so are 18 of the 33 that make no line, 4 of the 37 that a reader understands.
    A known act that goes on is news: ``is recalling``.
    """
    clause = phrase.clause
    subject = replace(phrase, end=clause.verb.first) if clause else phrase
    going = clause is not None and clause.verb.tense == "present" and clause.verb.aspect == "progressive" and phrase.act
    return names_unknown(scene, subject) or (how == "happened" and not going and not tells(scene.words, phrase, None))


def _is_news(telling: Telling) -> bool:
    """Tell whether the date of a main happening can be its own: a day close to that of its article."""
    if telling.value is None or telling.written is None:
        return telling.value is None or bool(_DAY.fullmatch(telling.value))
    days = edtf.days_between(telling.value, telling.written)
    return days is None or abs(days) <= NEWS_DAYS


def _scenes(
    findings: Findings, mentions: Iterable[Name], cast: Mapping[Span, Who], known: Known, opening: int
) -> Iterator[Arguments]:
    """Yield the sentences of an article that can tell something, in text order: with a date, or of two that are named.

    The first ones, as many as ``opening`` says, may tell its main happening whatever they name.
    """
    article, text = findings.article, read_text(findings.article)
    quoted = tuple(q.words.span for q in findings.quotes if q.kind in ("quotation", "echo"))
    told = (d for d in _outside_dateline(findings) if _usable(d) and not any(q.holds(d.span) for q in quoted))
    named = text.by_sentence(sorted(mentions, key=lambda n: n.span))
    blocks = (block for block in article.blocks for _ in block.sentences)
    before: tuple[str, ...] = ()
    for block, sentence, inside, dated_by in zip(blocks, text.sentences, named, text.by_sentence(told), strict=True):
        if block.kind not in RUNNING:
            continue
        here = tuple(e.id for n in inside if (e := cast.get(n.span)))
        if opening > 0 or dated_by or len(set(here)) > 1:
            words = read(article, sentence, inside, dated_by)
            yield Arguments(article, block, sentence.span, words, (*before, *here), cast, known)
        opening -= 1
        before = here or before


def _outside_dateline(findings: Findings) -> Iterator[Date]:
    """Yield the dates of the story itself: ``LIMA, 3 May (Agency) –`` dates the report, not what it tells first."""
    line = findings.article.dateline
    places = line.evidence if isinstance(line, Stated | Inferred) else ()
    return (d for d in findings.dates if not any(e.span.meets(d.span) for e in places))


def _usable(date: Date) -> bool:
    """Tell whether a date can date a happening; ``since then`` only says that it came later."""
    told = date.value is not None or date.offset is not None
    return date.kind == "date" and told and (date.counted_from is None or "/.." not in (date.value or ""))


def _of_sentence(scene: Arguments) -> Iterator[Telling]:
    words = scene.words
    dates = [i for i, w in enumerate(words) if w.date]
    seen: set[tuple[int, str | None]] = set()
    for i in dates:
        for phrase in dated(words, i):
            how = mode(words, phrase, i)
            date = words[i].date
            key = (phrase.pivot, date.value or date.text if date else None)
            if how and key not in seen and _says_something(words, phrase):
                seen.add(key)
                coming = how == "planned" and is_coming(words, phrase, i)
                one = _telling(scene, phrase, i, how)
                yield replace(one, coming=coming, stands=one.stands and not _is_aside(one, words, phrase))


def _apart(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """Yield the tellings of a sentence, which is one line: that of the first that it is one of."""
    line = False
    for one in tellings:
        yield replace(one, stands=one.stands and not line)
        line = line or one.stands


def _says_something(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Refuse a phrase that names nobody and tells nothing but that something was so."""
    named = any(w.name for w in words[phrase.start : phrase.end])
    if phrase.clause is None and phrase.act is not None:
        return named or phrase.act.kind not in _DULL or words[phrase.pivot].part == "gerund"
    clause = phrase.clause
    if phrase.act is not None or named or clause is None:
        return phrase.act is not None or named
    begun = clause.verb.tense == "future" or clause.verb.aspect == "perfect"  # "have been in custody since Friday"
    acts = (bool(words[clause.verb.head].base) or begun) and words[phrase.start].part != "pron"
    return acts or is_due(words, phrase.start, clause)


def _telling(scene: Arguments, phrase: Phrase, dated_by: int | None, how: Mode) -> Telling:
    article = scene.article
    start, end = headline(scene, phrase.start, phrase.end)
    shown = scene.words[story_of(scene.words)].start, scene.sentence.end - (scene.words[-1].text == ".")
    date, value = (None, None) if dated_by is None else (scene.words[dated_by].date, value_at(scene.words, dated_by))
    people = scene.named(stretch(scene, phrase))
    pivot, meant = scene.words[phrase.pivot], _by_time(article, how, value)
    return Telling(
        headline=Evidence(**article.at(*shown)),
        core=article.text[start:end],
        sentence=article.cite(scene.sentence),
        index=article.sentence_at(scene.sentence.start) or 0,
        date=date,
        value=value,
        basis=_basis(date),
        because=date.because if date else _undated(scene),
        mode=meant,
        verb=pivot.base or pivot.low,
        act=phrase.act.name if phrase.act else pivot.base or pivot.low,
        deeds=frozenset(deeds(scene, phrase)),
        acts=frozenset(a.name for w in stretch(scene, phrase) for a in (w.act, w.happening) if a),
        asserts=asserted(scene.words) | _commemorated(phrase, date),
        kind=phrase.act.kind if phrase.act else "",
        stems=stems(stretch(scene, phrase)),
        people=frozenset(e.id for _, e in people if e.kind == "person"),
        actors=frozenset(e.id for w, e in people if e.kind in ("person", "organisation") or is_demonym(w)),
        agents=agents(scene, phrase),
        doers=frozenset(doers(scene, phrase)),
        places=frozenset(e.id for w, e in people if e.kind == "place" and not scene.is_adjective(w)),
        things=frozenset(e.id for _, e in people if e.kind not in _ACTING),
        goals=frozenset(goals(scene, phrase)),
        objects=frozenset(objects(scene, phrase)),
        context=frozenset(scene.around),
        ordinals=frozenset(ordinals(scene, phrase.act)),
        written=written_on(article),
        opens=scene.sentence in islice((s for b in article.blocks if b.kind in RUNNING for s in b.sentences), OPENED),
        stands=len(scene.words) <= LONGEST
        and stands(scene, phrase, dated_by)
        and (_names_anything(scene, shown) or (meant != "happened" and not scene.known))
        and meant != "hypothetical"
        and (meant != "happened" or tells(scene.words, phrase, dated_by))
        and (how == meant or is_put_ahead(scene.words, phrase)),
    )


def _commemorated(phrase: Phrase, date: Date | None) -> frozenset[str]:
    """Return what an anniversary tells as done: *the founding* of ``the 75th anniversary of the founding``."""
    return frozenset((phrase.act.name,) if phrase.act and date and date.rule == "anniversary" else ())


def _is_aside(one: Telling, words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether a clause only says when something else was, or which: ``When the order came, few heard of it``."""
    clause = phrase.clause
    if clause is None:
        return False
    if clause.start == 0 and words[0].part == "sub":
        return not one.opens and all(w.part != "comma" for w in words[: clause.verb.first])
    before = pairwise(words[clause.start : clause.verb.first])
    return any(v.tag == "noun" and w.part == "that" for v, w in before)  # "an idea that she had on Monday, is tried"


def _names_anything(scene: Arguments, shown: tuple[int, int]) -> bool:
    """Tell whether a line has a name, or something that its story is known by: else nobody knows of what it tells."""
    return any((w.name or scene.is_known(w)) and shown[0] <= w.start < shown[1] for w in scene.words)


def _undated(scene: Arguments) -> str:
    """Return when at the latest something without a date happened, or why a day beside it, *on Sunday*, isn't known."""
    if written := written_on(scene.article):
        return f"told without a date, in an article of {edtf.format_value(written)}"
    return next((w.date.because for w in scene.words if w.date and not w.date.value), "told without a date")


def written_on(article: Article) -> str | None:
    """Return when an article was published or, where that isn't known to the day, written."""
    published, written = article.published, article.written
    if isinstance(published, Unknown) or edtf.precision(published.value) != "day":
        published = published if isinstance(written, Unknown) else written
    return None if isinstance(published, Unknown) else published.value


def _basis(date: Date | None) -> Basis:
    if date is None or date.value is None:
        return "unresolved"
    return "computed" if date.rule == "anniversary" else date.basis


def _by_time(article: Article, how: Mode, value: str | None) -> Mode:
    """Take what is dated after the article was published for a plan, whatever its tense."""
    date = written_on(article)
    if how != "happened" or value is None or date is None:
        return how
    dates, written = edtf.bounds(value), edtf.bounds(date)
    late = dates and written and dates.first and written.last and dates.first > written.last
    return "planned" if late else how
