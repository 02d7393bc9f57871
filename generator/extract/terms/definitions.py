"""Definitions in the running text: ``X, a …``, ``X is a …``, ``known as X``, ``X, which is a …``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from generator.extract.terms.acronyms import acronyms
from generator.extract.terms.kinds import head_of, kind_of
from generator.lexicons import listed
from generator.model import Span, Term
from generator.text import read_text, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Article, Findings
    from generator.text import Sentence

_NAME = r"[^\W\d_a-z][^\W_]*(?:[-'’&][^\W_]+){0,3}"
_NAMES = rf"{_NAME}(?:\ (?:(?:of|for|and|on|the|de|du|des|la|del|in)\ ){{0,2}}{_NAME}){{0,7}}"
_SHORT = r"(?:\ \((?P<short>[^()\n]{2,12})\))?"
_BESIDE = re.compile(
    rf"""
    (?<![\w’'-]) (?P<term>{_NAMES}(?:\ [a-z]{{3,20}}){{0,2}}) ,\ (?:which\ (?:is|was|are|were)\ )?       # X, (which is)
    (?= (?P<definition> (?:an?|the|{_NAME}(?:['’]s?))\ [^,;:()\n“”"—–]{{8,200}}? )             # a …,
        (?= ,\ |[.;]?$|;\s|\ [—–-]\ ) )
    """,
    re.VERBOSE,
)
_IS = re.compile(
    rf"""
    ^(?:The\ |the\ )?(?P<term>[^\W_][^,;:()\n]{{1,70}}?) {_SHORT}
    \ (?:is|are|was|refers\ to|means|is\ defined\ as|denotes)\ (?P<definition> an?\ [^\n;]{{12,400}}? )
    (?: ,\ (?:and|but|while|though)\ .* | ;.* | [.]? )$                                       # X is a …
    """,
    re.VERBOSE,
)
_KNOWN = re.compile(
    r"""
    (?P<definition> \b(?:[Aa]n?|[Tt]he)\ [^,;:()\n“”"]{8,120}? ) ,?\ (?:\w{2,20}ly\ )?              # a … (commonly)
    (?:known|referred\ to|called|dubbed|termed) (?:\ (?:locally\ |collectively\ )?as)?\ (?:the\ |an?\ )?  # known as
    (?: [“"‘'] (?P<quoted>[^“”"‘’\n]{2,60}?) [,.]? [”"’'] | (?P<term> [^\W_][\w’'-]*(?:\ [A-Z][\w’'-]*){0,5} ) )  # X
    """,
    re.VERBOSE,
)
_LINK = re.compile(r" (?:(?:of|for|and|on|in|the|de|du|des|la|del) )+")
_SAID = re.compile(
    r"""\)? ,\ (?:which\ (?:is|was)\ )? (?P<definition> (?:an?|the|[^\W_]{2,30}['’]s?)\ [^,;:()\n“”"—–]{8,200}? )
    (?= ,\ |[.;]?$|;\s|\ [—–-]\ )   # …), a system for …,
    """,
    re.VERBOSE,
)
_ARTICLE = re.compile(r"(?:The|the|A|An) ")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|does|did|do)\b"
    r"|\b\w{2,20}ed\ (?:the|an?|its|his|her|their|that|\w{2,20}ing)\b",
    re.VERBOSE,
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where|when)\b")


@dataclass(frozen=True)
class Spoken:
    """The words that an article shows, read when first asked for."""

    article: Article

    @cached_property
    def words(self) -> tuple[tuple[str, bool], ...]:
        """The words of all shown sentences in lower case, and whether each opens a sentence."""
        shown = ([w.low for w in s.words if w.shape in ("word", "number")] for s in read_text(self.article).sentences)
        return tuple([(low, n == 0) for lows in shown for n, low in enumerate(lows)])

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The places of each word."""
        found: dict[str, list[int]] = {}
        for place, (low, _) in enumerate(self.words):
            found.setdefault(low, []).append(place)
        return found

    def recurs(self, phrase: str) -> bool:
        """Tell whether a phrase is said twice or more; a single word at least once within a sentence."""
        parts = tuple(word.low for word in words_of(phrase))
        if not parts:
            return False
        found = 0
        inside = len(parts) > 1
        for place in self.places.get(parts[0], ()):
            if tuple([low for low, _ in self.words[place : place + len(parts)]]) == parts:
                found += 1
                inside = inside or not self.words[place][1]
                if found > 1 and inside:
                    return True
        return False


def definitions(findings: Findings) -> Iterator[Term]:
    """Yield what sentences define; the term is a name (of no person) or a phrase that the article repeats."""
    spoken = Spoken(findings.article)
    for sentence in read_text(findings.article).sentences:
        if sentence.kind in ("paragraph", "item"):
            yield from _in_sentence(findings, sentence, spoken)


def _in_sentence(findings: Findings, sentence: Sentence, spoken: Spoken) -> Iterator[Term]:
    """Yield the definitions of one sentence; a term is defined there once."""
    begin = sentence.span.start
    text = findings.article.text[begin : sentence.span.end]
    seen: set[Span] = set()
    for term, said, sure in (*_abbreviated(sentence, text), *_beside(text), *_is(text), *_known(text)):
        place = Span(begin + term[0], begin + term[1])
        place = place if sure else _narrowed(findings, place, spoken)
        definition = Span(begin + said[0], begin + said[1])
        if place not in seen and (sure or _is_term(findings, place, spoken)):
            made = _made(findings, place, definition)
            if made:
                seen.add(place)
                yield made


_Found = tuple[tuple[int, int], tuple[int, int], bool]
"""The offsets of a term and of what is said of it, and whether the words around alone make it a term."""


def _abbreviated(sentence: Sentence, text: str) -> Iterator[_Found]:
    """Yield ``long form (LF), a …``."""
    begin = sentence.span.start
    for short, long in acronyms(sentence):
        m = _SAID.match(text, max(short.end, long.end) - begin)
        if m and not _FINITE.search(_RELATIVE.split(m["definition"])[0]):
            yield (long.start - begin, long.end - begin), m.span("definition"), True


def _beside(text: str) -> Iterator[_Found]:
    for m in _BESIDE.finditer(text):
        if not _FINITE.search(_RELATIVE.split(m["definition"])[0]):  # "However, the trade is …" is no apposition
            yield m.span("term"), m.span("definition"), False


def _is(text: str) -> Iterator[_Found]:
    if m := _IS.match(text):
        yield m.span("term"), m.span("definition"), False


def _known(text: str) -> Iterator[_Found]:
    for m in _KNOWN.finditer(text):
        whole = not _FINITE.search(m["definition"]) and "what" not in m["definition"]
        if whole and (m["quoted"] or m["term"][:1].isupper()):
            yield m.span("quoted" if m["quoted"] else "term"), m.span("definition"), True


def _made(findings: Findings, place: Span, definition: Span) -> Term | None:
    """Return the term where the definition begins with a noun that says what it is, and it is no person or country."""
    said, words = findings.article.cite(definition), findings.article.text[place.start : place.end]
    genus = head_of(said.text)
    if genus is None or genus in ("person", "title") or words.split(maxsplit=1)[0].lower() in _openers():
        return None
    name = next((n for n in findings.names if n.span == place), None)
    at = findings.article.at(place.start, place.end)
    return Term(**at, term=words, kind=kind_of(words, said.text, name=name), source="definition", definition=said)


_SURE = 0.7
"""Support from which a name is a person beyond doubt; full names have 0.97, stray capitals 0.5 at most."""


def _is_term(findings: Findings, place: Span, spoken: Spoken) -> bool:
    """Tell whether some words are a name of no person, country or date, or a phrase that recurs."""
    words = findings.article.text[place.start : place.end]
    names = [n for n in findings.names if n.span.meets(place)]
    known = any(
        (n.kind == "person" and n.support >= _SURE) or (n.span == place and (n.key or "").startswith("country:"))
        for n in names
    )
    if known or words.islower() or any(d.span.meets(place) for d in findings.dates):
        return False
    return any(n.span == place for n in names) or spoken.recurs(words) or _capitals(words)


def _narrowed(findings: Findings, place: Span, spoken: Spoken) -> Span:
    """Return the part of a run of words that is a term: not the ``Work on the`` before it."""
    words = findings.article.text[place.start : place.end]
    lead = _ARTICLE.match(words)
    begins = [lead.end() if lead else 0, *(m.end() for m in _LINK.finditer(words))]
    named = {n.span for n in findings.names if n.span.meets(place)}
    for begin in begins:
        part = Span(place.start + begin, place.end)
        if part in named or spoken.recurs(words[begin:]):
            return part
    return Span(place.start + begins[0], place.end)


def _capitals(words: str) -> bool:
    """Tell whether a term has two capitalised words and more, none of which opens sentences."""
    parts = words.split()
    capital = [p for p in parts if p.lower() not in listed("terms-small")]
    return len(capital) > 1 and all(p[:1].isupper() and p.lower() not in _openers() for p in capital)


@cache
def _openers() -> frozenset[str]:
    return listed("terms-openers") | listed("figures-stops")
