"""What an editor puts in brackets where words stand alone: whom *he* means, the rest of a bare name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.model import RUNNING, Article, Briefing, Entity, Evidence, Name, Span
from generator.render.markdown import Markdown
from generator.render.paging import grouped
from generator.render.text import Mark

if TYPE_CHECKING:
    from generator.render.links import Links
    from generator.render.lookup import Lookup

_LED = ("noun", "adj", "hyphen", "name")
"""What behind a name makes it tell which one something is: the Lee family, Lee-backed."""


class Place(NamedTuple):
    """Where somebody is told of, and the words that are lacking there, or none.

    They stand for a pronoun, with the sentence that has ``told`` of them; else before a bare name, or ``behind`` it.
    """

    span: Span
    entity: str
    words: str = ""
    told: Evidence | None = None
    behind: bool = False


def places_of(briefing: Briefing) -> Mapping[str, Sequence[Place]]:
    """Return by article where people are told of, in text order."""
    articles, names = {a.id: a for a in briefing.articles}, {e.id: e.name for e in briefing.entities}
    people = (e for e in briefing.entities if e.kind == "person")
    found = [(m.article, _named(m, e, articles[m.article])) for e in people for m in e.mentions]
    for one in briefing.meant:
        words = f"{names[one.entity]}’s" if one.owned else names[one.entity]
        found.append((one.article, Place(one.span, one.entity, words, one.told)))
    return grouped(sorted(found, key=lambda f: (f[0], f[1].span.start, -f[1].span.end)))


def _named(mention: Name, person: Entity, article: Article) -> Place:
    """Return where a name stands, with the rest of it where it is a bare one of the running text."""
    text, name, block = mention.text, person.name, article.block_at(mention.span.start)
    before, behind = name.endswith(f" {text}"), name.startswith(f"{text} ")
    told = mention.form == "name" and block is not None and block.kind in RUNNING
    if not told or before == behind:
        return Place(mention.span, person.id)
    rest = name.removesuffix(f" {text}") if before else name.removeprefix(f"{text} ")
    return Place(mention.span, person.id, rest, behind=behind)


def brackets(words: Evidence, lookup: Lookup, speaker: str = "") -> Iterator[Place]:
    """Yield the places where words lack something, if they are read alone or behind the name of a ``speaker``.

    Behind a place that tells it they lack nothing.
    """
    known = {speaker}
    for place in lookup.people.get(words.article, ()):
        if words.span.holds(place.span) and place.entity not in known:
            known.add(place.entity)
            bare = place.words and not place.told and (place.words in words.text or _leads(place, words, lookup))
            if place.words and not bare:  # Ana and Bo Lee, the Lee family
                yield place


def _leads(place: Place, words: Evidence, lookup: Lookup) -> bool:
    """Tell whether a bare name only tells which one something is, or is a part of a name."""
    sentence = lookup.grammar(lookup.articles[words.article].cite(place.span))
    i = sentence.token_at(place.span.start) if sentence else None
    if sentence is None or i is None:
        return True
    given = sentence.low(i - 1) == place.words.rpartition(" ")[2].lower()  # PETER Lee
    return given or any(part in _LED for part in sentence.parts[i + 1 : i + 2])


def spelled(words: Evidence, lookup: Lookup) -> str:
    """Return words with what they lack in brackets."""
    text, at, parts = words.text, 0, list[str]()
    for place in brackets(words, lookup):
        start, end = (place.span.start - words.span.start, place.span.end - words.span.start)
        parts += [text[at:start], *_pieces(place, text[start:end])]
        at = end
    return "".join((*parts, text[at:]))


def _pieces(place: Place, name: str) -> Iterator[str]:
    put = f"[{place.words}]"
    if place.told:
        yield put
    else:
        yield f"{name} {put}" if place.behind else f"{put} {name}"


def put(words: Evidence, to: Links, speaker: str = "") -> Iterator[Mark]:
    """Yield what words lack, in brackets; one for a pronoun leads to the sentence that tells whom it means.

    On the page of the article itself, or beside it on one of two articles, they stand among those that tell it; on
    that of a person a bare name lacks nothing.
    """
    mark = Markdown('<span class="put" data-for="{}">{}&#91;{}&#93;{}</span>')
    article, none = to.lookup.articles[words.article], Markdown("")
    whole = to.page == f"articles/{article.id}.md" or to.page.startswith("compare/")
    for place in () if whole else brackets(words, to.lookup, speaker):
        if to.page == f"people/{place.entity}.md" and not place.told:
            continue
        if place.told:
            link = Markdown("[{}]({})").format(place.words, to.place(place.told))
            pronoun = article.text[place.span.start : place.span.end]
            yield Mark(place.span, none, none, mark.format(pronoun, none, link, none))
        elif place.behind:
            yield Mark(place.span, none, mark.format("", Markdown(" "), place.words, none))
        else:
            yield Mark(place.span, mark.format("", none, place.words, Markdown(" ")), none)
