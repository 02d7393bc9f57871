"""``The Chilean leader``, ``the director said`` ──▶ the one person of the article who is that, if there is only one."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from generator.lexicons import any_of, table
from generator.link.entities.whereabouts import countries_in
from generator.model import Briefing, Entity, Findings, Name, Span
from generator.text.fold import letters

Offices = dict[tuple[str, str, str], set[str]]  # (article or "" for all, country, described as) ──▶ ids of people

DESCRIBED = 0.7  # support: the grammar leaves one candidate, but no name is said
_COUNTERPART = "counterpart"
_BEFORE = re.compile(r"\b(?P<word>[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s$")  # the Chilean leader, her Chilean counterpart
_NO_LONGER = re.compile(r"\b(?:former|ex|late|then|past|previous|deputy|vice|acting|assistant|designate|elect)\b")
_OWNER = re.compile(r"((?:\b[A-Z][\w-]{1,20}\s?){1,3})(?:[’'ʼ]s?)?\s$")  # Chile’s [president], South Korean [president]
_OF = re.compile(r"\s(?:of|for|at|to|in)\s")  # director [of the mine]
_ANY = r"(?:\b(?i:an?|another|his|her|their)|[’']s?)\s(?:[\w-]{1,20}\s){0,2}"  # a Nato [spokesman], her [lawyer]
_LONGEST = 40  # characters of a description's noun


@lru_cache(maxsize=1)
def _nouns() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Return the pattern of the nouns that may follow a demonym, and the titles that each of them means."""
    titles = {row[0]: tuple(row[1].split(";")) for row in table("entities-offices")}
    nouns = any_of((*titles, _COUNTERPART))
    return re.compile(rf"^(?P<of>[’'ʼ]s?)?\s(?P<noun>{nouns})\b(?!-|,?\s+[A-Z]|[’']s\s+[A-Z])"), titles


def resolve_descriptions(briefing: Briefing) -> Briefing:
    """Add descriptions to the mentions of the people who are meant; a description never makes an entity."""
    offices = _offices(briefing)
    present = {(m.article, e.id) for e in briefing.entities for m in e.mentions}
    named = {e.id: e.name for e in briefing.entities}
    found: dict[str, list[Name]] = defaultdict(list)
    for findings in briefing.findings:
        article = findings.article.id
        for span, country, noun in _descriptions(findings):
            anywhere = (i for i in offices["", country, noun] if (article, i) in present)
            ids = offices[article, country, noun] or set(anywhere)
            for meant in ids if len(ids) == 1 else ():
                found[meant].append(_mention(findings, span, named[meant]))
    for findings, span, meant in _speakers(briefing):
        found[meant].append(_mention(findings, span, named[meant]))
    both = {e.id: (*e.mentions, *found[e.id]) for e in briefing.entities if e.id in found}
    ordered = {i: tuple(sorted(mentions, key=lambda m: (m.article, m.span))) for i, mentions in both.items()}
    described = (replace(e, mentions=ordered.get(e.id, e.mentions)) for e in briefing.entities)
    return replace(briefing, entities=tuple(described))


def _mention(findings: Findings, span: Span, name: str) -> Name:
    return Name(
        **findings.article.at(span.start, span.end),
        kind="person",
        form="description",
        norm=name,
        support=DESCRIBED,
        rule="description",
        because=f"“{name}” is the only one named here who is that",
    )


def _speakers(briefing: Briefing) -> Iterator[tuple[Findings, Span, str]]:
    """Yield who speaks as *the director* or as *Lee*: the only one of the article with this title or last name."""
    people: defaultdict[str, dict[str, Entity]] = defaultdict(dict)
    for e in (e for e in briefing.entities if e.kind == "person"):
        for article in {m.article for m in e.mentions if m.form == "name"}:
            people[article][e.id] = e
    for findings in briefing.findings:
        named = [n.span for n in findings.names if n.form == "name"]
        said = {q.speaker.span: q.speaker.text for q in findings.quotes if q.speaker}
        for span, text in ((s, t) for s, t in said.items() if not any(map(s.meets, named))):
            called = _titled if text.startswith(("the ", "The ")) else _family
            ids = [i for i, e in people[findings.article.id].items() if called(findings, e, text)]
            yield from ((findings, span, i) for i in ids if len(ids) == 1)


def _titled(findings: Findings, person: Entity, text: str) -> bool:
    """Tell whether somebody is called so beside the name, and nobody else is: *a director*, *her director*."""
    noun = text[len("the ") :].lower()
    said = [q.speaker.span for q in findings.quotes if q.speaker]
    given = (t for m in person.mentions for t in m.titles if not _NO_LONGER.search(t.text.lower()))
    own = (t for t in given if t.article != findings.article.id or not any(t.span.meets(s) for s in said))
    if not any(f" {_OF.split(t.text.lower())[0]}".endswith(f" {noun}") for t in own):
        return False
    titles = [t.span for n in findings.names for t in n.titles]
    other = re.finditer(rf"{_ANY}{re.escape(noun)}\b(?!\s[A-Z])", findings.article.text)
    return all(any(t.meets(Span(*m.span())) for t in titles) for m in other)


def _family(findings: Findings, person: Entity, text: str) -> bool:
    """Tell whether a word is somebody's last name, and no other first name stands before it."""
    names = person.name.split()
    first = re.finditer(rf"(?<=[\w,]\s)((?:[A-Z][\w.]{{0,20}}\s){{1,3}}){re.escape(text)}\b", findings.article.text)
    return len(names) > 1 and names[-1] == text and all({*m[1].split()} & {*names} for m in first)


def _descriptions(findings: Findings) -> Iterator[tuple[Span, str, str]]:
    """Yield where an article describes an office holder: the span, the country's key, the noun."""
    text = findings.article.text
    nouns, _ = _nouns()
    titles = sorted(t.span for n in findings.names for t in n.titles)
    for name in findings.names:
        after = nouns.search(text[name.span.end : name.span.end + _LONGEST])
        if not after or not name.key:
            continue
        start = name.span.start
        if name.form == "demonym":
            before = _BEFORE.search(text, max(0, start - len("Their ")), start)
            if not before or after["of"] or (after["noun"] == _COUNTERPART) == (before["word"].lower() == "the"):
                continue
            start = before.start()
        elif name.kind != "place" or not after["of"] or after["noun"] == _COUNTERPART:
            continue
        span = Span(start, name.span.end + after.end())
        i = bisect_right(titles, span)  # two on each side suffice, as titles seldom nest
        if not any(title.meets(span) for title in titles[max(0, i - 2) : i + 2]):
            yield span, name.key, after["noun"]


def _offices(briefing: Briefing) -> Offices:
    """Return who holds which office of which country, by article and in all articles; nobody where none is known."""
    held: Offices = defaultdict(set)
    _, titles = _nouns()
    texts = {f.article.id: f.article.text for f in briefing.findings}
    for e in briefing.entities:
        for role in e.roles:
            article, start = role.evidence.article, role.evidence.span.start
            owner = _OWNER.search(texts[article][max(0, start - _LONGEST) : start])
            office = letters(f"{owner[1] if owner else ''} {role.evidence.text}").replace("-", " ")
            if _NO_LONGER.search(office):
                continue
            for country in countries_in(office.partition(" to ")[0]):
                held[article, country, _COUNTERPART].add(e.id)
                for noun, meant in titles.items():
                    if any(re.search(rf"\b{re.escape(t)}\b", office) for t in meant):
                        held[article, country, noun].add(e.id)
                        held["", country, noun].add(e.id)
    return held
