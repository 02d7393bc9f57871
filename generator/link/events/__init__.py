"""Tellings ──▶ events: what happened, when, who, and which sentences say so."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from generator import edtf
from generator.cache import digest_of, made_again, plain, remembered
from generator.independence import Independence
from generator.link.anchors import recounted
from generator.link.events.anchored import anchors
from generator.link.events.arguments import Who
from generator.link.events.build import event_of, in_order
from generator.link.events.decided import regrouped
from generator.link.events.disputes import disputed, of_other_years, outvoted, stale, told_before
from generator.link.events.groups import grouped
from generator.link.events.known import known
from generator.link.events.leads import subjects, tops, with_happenings
from generator.link.events.points import Points
from generator.link.events.same import Weights, lands, weights
from generator.link.events.telling import Basis, Telling
from generator.link.events.tellings import tellings
from generator.link.events.worth import worthy
from generator.model import Article, Briefing, Findings, Name, Problem, Span

# An article anchored by another may anchor a third; longer chains are hearsay.
MOST_ROUNDS = 3
_NAMED_DAY = re.compile(r"[<>]?[?]?(?:W[1-7]|M\d{1,2}|\d\d-\d\d)")  # the offset of a weekday, a month, a day of a year


def find_events(briefing: Briefing) -> Briefing:
    """Add the events that the articles tell, one for each happening, with all sentences that tell it.

    Reads the dates and names of the findings and the mentions of the entities. Relative dates of an article without a
    date of its own are counted from what other articles date.
    """
    briefing, told, by = _anchored(briefing)
    independence = Independence(briefing)
    entities = {e.id: e for e in briefing.entities}
    groups = disputed(grouped(told, by), by)
    days = of_other_years(told, briefing.stories) | told_before(groups)
    older = {key for key, (value, _) in days.items() if value}
    stamps = stale(told) | outvoted(tuple(t for t in g if (t.article, t.value or "") not in older) for g in groups)
    if stamps or days:
        told = tuple(
            _corrected(t, days.get((t.article, t.value or "")) or (None, stamps.get(t.article, ""))) for t in told
        )
        groups = disputed(grouped(told, by), by)
    made = partial(event_of, entities=entities, independence=independence, salience=(salience := Points(briefing)))
    worth = tuple(g for g in groups if any(t.value or t.date is None or _names_day(t) for t in g))
    decided, refused = regrouped(worth, made, briefing)
    problems = (*_contradicted(told, {a.id: a for a in briefing.articles}), *refused)
    events = worthy(in_order(map(made, decided)), briefing, by, salience)
    return replace(briefing, events=events, problems=(*briefing.problems, *problems))


def _corrected(telling: Telling, instead: tuple[str | None, str]) -> Telling:
    """Return a telling with another date than the one that is counted from its publication, if others contradict it."""
    value, because = instead
    counted = bool(because) and telling.basis == "relative"
    basis: Basis = "relative" if value else "unresolved"
    return replace(telling, value=value, basis=basis, because=because) if counted else telling


def _names_day(telling: Telling) -> bool:
    """Tell whether a line names its day, *on 10 March* of an unknown year, or is the main happening of a story."""
    named = telling.date is not None and _NAMED_DAY.match(telling.date.offset or "")
    return telling.stands and bool(named or telling.leads)


def keep_lines(briefing: Briefing) -> Briefing:
    """Leave out the events that no sentence tells as a line, unless sources differ on the date.

    *His 2016 visit to Oslo* serves to compare what sources tell; it is no line of a timeline.
    """
    kept = tuple(e for e in briefing.events if e.stands or e.readings)
    ids = {e.id for e in kept}
    topics = tuple(t for t in briefing.topics if not t.event or t.event in ids)
    return replace(briefing, events=kept, topics=topics)


def _anchored(briefing: Briefing) -> tuple[Briefing, tuple[Telling, ...], Weights]:
    """Return the briefing with its undated articles anchored by the others, what all of them tell, and the weights."""
    country = lands(briefing)
    read = _reader(briefing)
    by_article = {f.article.id: read(f) for f in briefing.findings}
    told, by = _weighed(with_happenings(by_article, briefing), country)
    for _ in range(MOST_ROUNDS):
        found = anchors(told, {a.id: a for a in briefing.articles}, by)
        if not found:
            break
        new = {f.article.id: recounted(f, found[f.article.id]) for f in briefing.findings if f.article.id in found}
        briefing = replace(briefing, findings=tuple(new.get(f.article.id, f) for f in briefing.findings))
        by_article |= {article: read(findings) for article, findings in new.items()}
        told, by = _weighed(with_happenings(by_article, briefing), country)
    return briefing, told, by


def _weighed(
    by_article: Mapping[str, tuple[Telling, ...]], country: Mapping[str, str]
) -> tuple[tuple[Telling, ...], Weights]:
    told = tuple(t for one in by_article.values() for t in one)
    return told, weights(told, country)


def _reader(briefing: Briefing) -> Callable[[Findings], tuple[Telling, ...]]:
    """Return what reads the tellings of one article; whom its words name doesn't change with its dates."""
    mentions: defaultdict[str, list[Name]] = defaultdict(list)
    casts: defaultdict[str, dict[Span, Who]] = defaultdict(dict)
    for entity in briefing.entities:
        who = Who(entity.id, entity.kind, entity.key)
        for mention in entity.mentions:
            mentions[mention.article].append(mention)
            casts[mention.article][mention.span] = who
    people = {e.id: Who(e.id, e.kind, e.key) for e in briefing.entities if briefing.meant}
    for one in briefing.meant:
        casts[one.article][one.span] = people[one.entity]
        if not one.owned:
            mentions[one.article].append(one)
    top, memory = tops(briefing), remembered()
    about, nouns = subjects(briefing, top), known(briefing, top)

    def told(found: Findings) -> tuple[Telling, ...]:
        i = found.article.id
        named, cast, story, met = mentions[i], casts[i], about.get(i, {}), nouns.get(i, frozenset())
        places = {id(name): n for n, name in enumerate(found.names)}  # what the digest holds needs no words
        where = [places.get(id(m), m) for m in named]
        key = digest_of(repr((memory.digest(found), where, cast, sorted(story.items()), sorted(met))))
        again = partial(made_again, article=found.article, kind=Telling)
        find = partial(tellings, found, named, cast, (story, met))
        return memory.kept("tellings", key, find, again, partial(plain, besides=Telling))

    return told


def _contradicted(tellings: Iterable[Telling], articles: Mapping[str, Article]) -> tuple[Problem, ...]:
    """Return a problem for each plan that is told as still open and has a stated date before the article's own."""
    return tuple(_doubt(t, articles[t.article]) for t in tellings if t.coming and _is_over(t))


def _is_over(telling: Telling) -> bool:
    told = edtf.bounds(telling.value) if telling.value and telling.basis == "stated" else None
    written = edtf.bounds(telling.written) if telling.written else None
    return bool(told and written and told.last and written.first and told.last < written.first)


def _doubt(telling: Telling, article: Article) -> Problem:
    message = (
        f"tells as coming what it dates {edtf.format_value(telling.value or '')}, before its own date, "
        f"{edtf.format_value(telling.written or '')}; check both, and state the right date beside the article"
    )
    return Problem(article.path, message, article.line_at(telling.headline.span.start))
