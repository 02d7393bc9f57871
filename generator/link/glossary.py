"""Terms of all articles ──▶ the glossary: one entry a term, every definition, every use."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.link.mentions import Index, Key, key_of, mentions_of
from generator.link.sets import gathered
from generator.model import Briefing, Definition, Entity, Entry, Evidence, Term
from generator.slug import numbered, slug

_UNDEFINED = "used, but defined by no source"
_RANK = {"supplied": 0, "glossary": 1, "definition": 2, "acronym": 3}


@dataclass(frozen=True, slots=True)
class _Group:
    """The terms that are one entry, and the forms of words by which it is used."""

    terms: tuple[Term, ...]
    keys: tuple[Key, ...]


def make_glossary(briefing: Briefing) -> Briefing:
    """Add the entries of the glossary, A to Z; needs the terms of the articles and the entities."""
    groups = _grouped([t for f in briefing.findings for t in f.terms])
    groups = _with_editors(groups, briefing)
    names = _by_name(briefing.entities)
    index: Index = {key: n for n, g in reversed(list(enumerate(groups))) for key in g.keys}
    heads = {(t.article, t.span) for f in briefing.findings for t in f.terms if t.source == "glossary"}
    uses = {
        n: tuple(use for use in found if (use.article, use.span) not in heads)
        for n, found in mentions_of(briefing.findings, index).items()
    }
    decided = {key_of(term): text for term, text in briefing.corrections.values("definitions")}
    entries = [_entry(briefing, group, uses.get(n, ()), (decided, names)) for n, group in enumerate(groups)]
    entries.sort(key=lambda e: (e.term.casefold(), e.term, e.kind))
    ids = numbered(slug(e.term) for e in entries)
    return replace(briefing, entries=tuple(replace(e, id=i) for e, i in zip(entries, ids, strict=True)))


def _grouped(terms: Sequence[Term]) -> list[_Group]:
    """Join terms of the same words, and acronyms with what they are short for."""
    short = ((key_of(t.term), key_of(t.expansion.text)) for t in terms if t.expansion)
    joined = dict(reversed(list(short)))  # what is told first

    def long_form(term: Term) -> Key:
        return key_of(term.expansion.text) if term.expansion else joined.get(key_of(term.term), key_of(term.term))

    groups = []
    for found in gathered((long_form(term), term) for term in terms).values():
        keys = [key_of(t.term) for t in found] + [key_of(t.expansion.text) for t in found if t.expansion]
        groups.append(_Group(tuple(found), tuple(dict.fromkeys(keys))))
    return groups


def _with_editors(groups: list[_Group], briefing: Briefing) -> list[_Group]:
    """Add a group for each term that only the editor defines."""
    known = {key for g in groups for key in g.keys}
    added = [key_of(term) for term, _ in briefing.corrections.values("definitions") if key_of(term) not in known]
    return groups + [_Group((), (key,)) for key in dict.fromkeys(added)]


def _by_name(entities: Iterable[Entity]) -> dict[Key, Entity]:
    found: dict[Key, Entity] = {}
    for entity in entities:
        for text in (entity.name, *(a.text for a in entity.aliases)):
            found.setdefault(key_of(text), entity)
    return found


def _entry(
    briefing: Briefing, group: _Group, uses: tuple[Evidence, ...], known: tuple[dict[Key, str], dict[Key, Entity]]
) -> Entry:
    decided, names = known
    terms = sorted(group.terms, key=lambda t: (_RANK[t.source], t.article, t.span))
    given = [text for key, text in decided.items() if key in group.keys]
    editor = tuple(Definition(text, None, f"set in {briefing.corrections.path}") for text in given)
    cited = tuple(
        Definition(t.definition.text, t.definition, f"supplied by {t.supplied}" if t.supplied else "")
        for t in terms
        if t.definition
    )
    entity = next((names[key] for key in group.keys if key in names), None)
    expansion = next((t.expansion for t in terms if t.expansion), None)
    return Entry(
        id="",
        term=_shown(terms, briefing, group),
        kind=_kind(terms, entity if entity and entity.sure else None),
        definitions=editor + cited,
        expansion=expansion,
        uses=uses,
        entity=entity.id if entity and entity.page else None,
        because="" if editor or cited else _UNDEFINED,
    )


def _shown(terms: Sequence[Term], briefing: Briefing, group: _Group) -> str:
    """Return the term as its best source writes it: the acronym where there is one."""
    if not terms:
        return next(term for term, _ in briefing.corrections.values("definitions") if key_of(term) in group.keys)
    short = Counter(t.term for t in terms if t.expansion)
    return min(short, key=lambda t: (-short[t], t)) if short else terms[0].term


def _kind(terms: Sequence[Term], entity: Entity | None) -> str:
    kinds = [t.kind for t in terms]
    if entity is not None and entity.kind in ("organisation", "place") and "title" not in kinds:
        return entity.kind
    return kinds[0] if kinds else "concept"
