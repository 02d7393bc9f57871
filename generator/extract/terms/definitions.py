"""Definitions in the running text: ``X, a …``, ``X is a …``, ``known as X``, ``X, which is a …``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.terms.kinds import genus_of, kind_of
from generator.model import Span, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Article, Findings, Name

_NAME = r"[^\W\d_a-z][^\W_]*(?:[-'’&][^\W_]+){0,3}"
_NAMES = rf"{_NAME}(?:\ (?:(?:of|for|and|on|the|de|du|des|la|del|in)\ ){{0,2}}{_NAME}){{0,7}}"
_SHORT = r"(?:\ \((?P<short>[^()\n]{2,12})\))?"
_BESIDE = re.compile(
    rf"""
    (?<![\w’'-]) (?P<term>{_NAMES}) {_SHORT} ,\ (?:which\ (?:is|was|are|were)\ )?                      # X, (which is)
    (?P<definition> (?:an?|the|{_NAME}(?:['’]s?))\ [^,;:()\n“”"—–]{{8,200}}? ) (?= ,\ |[.;]?$|[.;]\s|\ [—–-]\ )   # a …,
    """,
    re.VERBOSE,
)
_IS = re.compile(
    rf"""
    ^(?:The\ |the\ )?(?P<term>[^\W_][^,;:()\n]{{1,70}}?) {_SHORT}
    \ (?:is|are|was|refers\ to|means|is\ defined\ as|denotes)\ (?P<definition> an?\ [^\n]{{12,400}}? ) [.]?$  # X is a …
    """,
    re.VERBOSE,
)
_KNOWN = re.compile(
    r"""
    (?P<definition> \b(?:[Aa]n?|[Tt]he)\ [^,;:()\n“”"]{8,120}? ) ,?\ (?:\w{2,20}ly\ )?              # a … (commonly)
    (?:known|referred\ to|called|dubbed|termed) (?:\ (?:locally\ |collectively\ )?as)?\ (?:the\ |an?\ )?  # known as
    (?: [“"‘'] (?P<quoted>[^“”"‘’\n]{2,60}) [”"’'] | (?P<term> [^\W_][\w’'-]*(?:\ [A-Z][\w’'-]*){0,5} ) )  # X
    """,
    re.VERBOSE,
)
_LINK = re.compile(r" (?:(?:of|for|and|on|in|the|de|du|des|la|del) )+")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|does|did|do)\b")
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where|when)\b")


def definitions(findings: Findings) -> Iterator[Term]:
    """Yield what sentences define; the term is a name (of no person) or a phrase that the article repeats."""
    for block in findings.article.blocks:
        if block.kind not in ("paragraph", "item"):
            continue
        for span in block.sentences:
            yield from _beside(findings, span)
            yield from _is(findings, span)
            yield from _known(findings, span)


def _beside(findings: Findings, sentence: Span) -> Iterator[Term]:
    article = findings.article
    for m in _BESIDE.finditer(article.text[sentence.start : sentence.end]):
        main = _RELATIVE.split(m["definition"])[0]
        if not _FINITE.search(main):  # "However, the trade is …" is no apposition
            yield from _made(findings, sentence, m.span("term"), m.span("definition"), sure=bool(m["short"]))


def _is(findings: Findings, sentence: Span) -> Iterator[Term]:
    m = _IS.match(findings.article.text[sentence.start : sentence.end])
    if m:
        yield from _made(findings, sentence, m.span("term"), m.span("definition"))


def _known(findings: Findings, sentence: Span) -> Iterator[Term]:
    article = findings.article
    for m in _KNOWN.finditer(article.text[sentence.start : sentence.end]):
        group = "quoted" if m["quoted"] else "term"
        if group == "quoted" or m["term"][:1].isupper():
            yield from _made(findings, sentence, m.span(group), m.span("definition"), sure=True)


def _made(
    findings: Findings, sentence: Span, term: tuple[int, int], definition: tuple[int, int], *, sure: bool = False
) -> Iterator[Term]:
    """Yield the term where the definition begins with a noun that says what it is, and it is no person."""
    article: Article = findings.article
    place = _narrowed(findings, Span(sentence.start + term[0], sentence.start + term[1]))
    said = article.cite(Span(sentence.start + definition[0], sentence.start + definition[1]))
    words = article.text[place.start : place.end]
    genus = genus_of(said.text)
    name = _name_at(findings, place)
    if genus is None or genus in ("person", "title") or (name is not None and name.kind == "person"):
        return
    if name is None and not sure and not _recurs(article, words):
        return
    yield Term(
        **article.at(place.start, place.end),
        term=words,
        kind=kind_of(words, said.text, name=name),
        source="definition",
        definition=said,
    )


def _narrowed(findings: Findings, place: Span) -> Span:
    """Return the part of a run of capitals that is a term: not the ``Work on the`` before it."""
    article = findings.article
    words = article.text[place.start : place.end]
    begins = [0, *(m.end() for m in _LINK.finditer(words))]
    for begin in begins:
        part = Span(place.start + begin, place.end)
        if any(n.span == part for n in findings.names) or _recurs(article, words[begin:]):
            return part
    return place


def _name_at(findings: Findings, place: Span) -> Name | None:
    return next((n for n in findings.names if n.span.meets(place) and n.form in ("name", "acronym")), None)


_TWICE = 2


def _recurs(article: Article, words: str) -> bool:
    """Tell whether a term of several words occurs more than once in what is shown."""
    shown = "\n".join(article.text[b.span.start : b.span.end] for b in article.blocks if b.kind != "removed")
    return " " in words and shown.lower().count(words.lower()) >= _TWICE
