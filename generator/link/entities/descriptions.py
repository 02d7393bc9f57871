"""``The director said``, ``Lee said`` ──▶ the one person of the article who is called so, if there is only one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Briefing, Entity, Findings, Name, Span

DESCRIBED = 0.7  # support: the grammar leaves one candidate, but no name is said
_OTHER = re.compile(
    r"\b(?:former|ex|late|then|past|previous|deputy|vice|acting|assistant|designate|elect)\b"
    r"|\b(?:prime|attorney|secretary|director|auditor|consul)[ -]$"
)
"""Before a title: what makes another of it."""
_OF = re.compile(r"\s(?:of|for|at|to|in)\s")  # director [of the mine]
_ANY = r"(?:\b(?i:an?|another|his|her|their)|[’']s?)\s(?:[\w-]{1,20}\s){0,2}"  # a Nato [spokesman], her [lawyer]


def resolve_descriptions(briefing: Briefing) -> Briefing:
    """Add descriptions to the mentions of the people who are meant; a description never makes an entity."""
    named = {e.id: e.name for e in briefing.entities}
    found: dict[str, list[Name]] = defaultdict(list)
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
    given = (t for m in person.mentions for t in m.titles)
    own = (t for t in given if t.article != findings.article.id or not any(t.span.meets(s) for s in said))
    called = (_OF.split(t.text.lower())[0] for t in own)
    if not any(f" {c}".endswith(f" {noun}") and not _OTHER.search(c.removesuffix(noun)) for c in called):
        return False
    titles = [t.span for n in findings.names for t in n.titles]
    other = re.finditer(rf"{_ANY}{re.escape(noun)}\b(?!\s[A-Z])", findings.article.text)
    return all(any(t.meets(Span(*m.span())) for t in titles) for m in other)


def _family(findings: Findings, person: Entity, text: str) -> bool:
    """Tell whether a word is somebody's last name, and no other first name stands before it."""
    names = person.name.split()
    first = re.finditer(rf"(?<=[\w,]\s)((?:[A-Z][\w.]{{0,20}}\s){{1,3}}){re.escape(text)}\b", findings.article.text)
    return len(names) > 1 and names[-1] == text and all({*m[1].split()} & {*names} for m in first)
