"""Article ──▶ credits: the words in which it says whose text or report it passes on; and so its house."""

import re
from collections.abc import Collection, Iterator
from itertools import product
from typing import Literal

from generator.lexicons import any_of, compiled, table, words, wordset
from generator.link.entities.forms import initials
from generator.model import RUNNING, Article, Block, Credit, Span, Stated, value_of
from generator.text.openings import is_place, opening

Kind = Literal["document", "agency", "release", "source"]

LAST = 3
"""Blocks at the end of an article in which a line of nothing but credits may stand."""
LONGEST_LINE = 12
"""Words of such a line."""
LONGEST_END = 60
"""Characters at the end of a paragraph that may be a credit."""
MOST_WORDS = 7
"""Words that name who issued a document: *the Ministry of Foreign Affairs of the Republic*."""

_DOCUMENT = compiled("document-of")
AGENCIES: dict[str, tuple[str, Kind, tuple[str, ...]]] = {
    row[0]: (row[1], row[2], tuple(word for words in row[4:] for word in words.split(";")))  # type: ignore[misc]
    for row in table("origins-agencies")
}
"""The name to show, what it is, and words of its home (where others go by the same letters), by the name as written."""


def _names_that_count(*places: str) -> str:
    return any_of(row[0] for row in table("origins-agencies") if row[3] in places) + r"(?![\w-])"


_EVERY, _SURE = _names_that_count("anywhere", "credit"), _names_that_count("anywhere")
_NAMED = re.compile(rf"(?<![\w-]){_EVERY}")
_CITED = re.compile(
    rf"""
    (?:\b[Aa]ccording\ to|\b[Cc]iting|\b[Qq]uoting|\b(?:quoted|cited)(?:\ as\ saying)?\ by)\ (?:the\ )?  # quoted by
    (?:[a-z]{{2,12}}\ )?(?:news\ agency\ |newswire\ )?(?P<after>{_SURE})                     # … state news agency X
    (?![/]|\ (?:poll|survey|data|calculation|estimate|tall|photograph|journalist|reporter))  # no poll of its own
    | (?P<before>(?<![\w-]){_SURE})(?:\ news\ agency)?\ (?:reported\b|reports(?=\ that\b|[,.])|(?<=gency\ )said\b)
    """,
    re.VERBOSE,
)
_FROM = "|".join(words("origins-from"))
_TELLS = "|".join(sorted(wordset("origins-tells")))
_CONTRIBUTED = compiled("contributed")
_AT_THE_END = re.compile(rf"[.!?”\"’']\s{{0,3}}(?:[(\[/]|[–—-]{{1,2}}\s?)(?P<name>{_EVERY})[)\]/]?\.?\s{{0,3}}\Z")
_OPENS = re.compile(rf"[(\[](?P<name>{_EVERY}|[A-Z]{{3,6}})[)\]]\s(?:[–—-]{{1,2}}\s)?(?=[A-Z“\"])")  # (XYZ) - The port
LETTERS = re.compile(r"[A-Z]{3,6}")  # of an agency that no list knows, and of its name: Northern Wire Service
_BEHIND = re.compile(rf"(?<=[.!?”\"’'])\s{{1,2}}[(\[](?P<name>{_EVERY})\.?[)\]]")  # … on Monday. [Reuters.]
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+){0,4}")


def credits_of(article: Article, houses: Collection[str] = ()) -> tuple[Credit, ...]:
    """Return the credits of an article, in text order; of two that meet, the one that begins first.

    ``houses`` are those of all articles, which this one may name as a source.
    """
    every = {*credits_in_lines(article), *_in_text(article), *_cited(article, houses)}
    found = sorted(every, key=lambda c: (c.span.start, -c.span.end, c.kind))
    kept: list[Credit] = []
    for credit in found:
        if not kept or credit.span.start >= kept[-1].span.end:
            kept.append(credit)
    return tuple(kept)


def _in_text(article: Article) -> Iterator[Credit]:
    issuers: dict[str, str] = {}
    for block in (b for b in article.blocks if b.kind in RUNNING):
        for match in _DOCUMENT.finditer(article.text, block.span.start, block.span.end):
            yield _document(article, match, issuers)
        for match in _CITED.finditer(article.text, block.span.start, block.span.end):
            yield _credit(article, Span(*match.span()), *agency_of(article, match["after"] or match["before"]))
        for match in _BEHIND.finditer(article.text, block.span.start, block.span.end):
            yield _credit(article, Span(*match.span("name")), *agency_of(article, match["name"]))
        yield from _contributed(article, block)


def _cited(article: Article, houses: Collection[str]) -> Iterator[Credit]:
    """Yield where an article names another one's house as its source: *told the Ledger*, *the Ledger reports*."""
    own, text = value_of(article.house), article.text.casefold()
    shown = [b for b in article.blocks if b.kind != "removed"]
    running = [b for b in shown if b.kind in RUNNING]
    for house in houses:
        bare = house.removeprefix("The ").removeprefix("the ")
        last, letters = bare.rsplit(" ", 1)[-1], [i for i in initials(bare.split()) if i in article.text]
        if house == own or not (letters or last.casefold() in text):
            continue
        full = f"(?i:{re.escape(bare)})"
        name = rf"(?:{full}|(?<=[Tt]he\ ){re.escape(last.title())})"
        cited = re.compile(rf"\b(?:{_FROM})\ (?:the\ )?{name}\b|\b(?:[Tt]he\ )?{name}\ (?:{_TELLS})\b")
        named = re.compile(rf"\b(?:{'|'.join((full, *letters))})\b")  # SCNA, with Beacon staff
        ends = [b for b in shown[-LAST:] if article.text[b.span.end - 1].isalnum()]
        lines = [b for b in ends if len(article.text[b.span.start : b.span.end].split()) <= LONGEST_LINE]
        for pattern, block in (*product((cited,), running), *product((named,), lines)):
            for match in pattern.finditer(article.text, block.span.start, block.span.end):
                yield _credit(article, Span(*match.span()), house, "source")


def _document(article: Article, match: re.Match[str], issuers: dict[str, str]) -> Credit:
    """Return the credit of a document; one without an issuer is the one named before in the same article."""
    issuer = _issuer(match["by"] or "")
    end = match.start("by") + len(issuer) if issuer else match.end("what")
    who = issuer or _described(match["of"])
    what = match["what"].lower().replace("read-out", "readout").replace("é", "e")
    if who:
        issuers.setdefault(what, who)
    named = who or issuers.get(what, "")
    whose = f"{what} of {named.removeprefix('the ')}" if named else ""
    return _credit(article, Span(match.start(), end), whose, "document")


def _issuer(text: str) -> str:
    """Return the words that name an issuer, up to the first that goes on with the sentence."""
    kept: list[str] = []
    for word in text.split(" ")[: MOST_WORDS + 1]:
        if word.lower().removesuffix("’s").removesuffix("'s") in words("origins-stops"):
            break
        kept.append(word)
    while kept and kept[-1].lower() in ("the", "of", "and", "for"):
        kept.pop()
    return " ".join(kept)


def _described(text: str) -> str:
    """Return whose document it is by the words before it: ``Foreign Office's``, without words that only describe it."""
    kept = [w for w in text.split() if w.lower() not in words("origins-describing")]
    return re.sub(r"[’']s?$", "", " ".join(kept))


def _contributed(article: Article, block: Block) -> Iterator[Credit]:
    for match in _CONTRIBUTED.finditer(article.text, block.span.start, block.span.end):
        if known := _known(article, match["who"]):
            yield _credit(article, Span(match.start(), match.end()), *known)


def credits_in_lines(article: Article) -> Iterator[Credit]:
    """Yield the credits of lines that are nothing else: dateline, masthead, captions, the end."""
    yield from _opening(article)
    shown = [b for b in article.blocks if b.kind != "removed"]
    for block in (b for b in shown if b.kind == "header" and b.rule in ("credits", "byline")):
        yield from _named(article, block.span)
        yield from _contributed(article, block)
    for block in shown[-LAST:]:
        yield from _at_the_end(article, block)


def _opening(article: Article) -> Iterator[Credit]:
    """Yield the agency in brackets that opens the story, known or not: ``LARUMA (XYZ) - …``, ``(XYZ) Thieves …``."""
    lines = article.dateline.evidence if isinstance(article.dateline, Stated) else ()
    starts = (*(e.span.start for e in lines), *(b.span.start for b in article.blocks if b.kind in RUNNING))
    block = article.block_at(starts[0]) if starts else None
    if block is None:
        return
    begun = opening(article.text, starts[0], block.span.end, first=True)
    found = _OPENS.match(article.text, starts[0], block.span.end)
    span = Span(*found.span("name")) if found else begun.agency if begun else None
    known = tuple(_named(article, span)) if span else ()
    yield from known
    name = article.text[span.start : span.end] if span else ""
    dated = bool(begun and begun.date and begun.agency) and name.isalpha()  # LARUMA, May 3 (Harrier) - …
    if span and not known and (dated or LETTERS.fullmatch(name)) and not is_place(name):
        yield _credit(article, span, name, "agency")


def _named(article: Article, span: Span) -> Iterator[Credit]:
    for match in _NAMED.finditer(article.text, span.start, span.end):
        yield _credit(article, Span(*match.span()), *agency_of(article, match[0]))


def _at_the_end(article: Article, block: Block) -> Iterator[Credit]:
    if block.kind not in ("paragraph", "item", "caption"):
        return
    text = article.text[block.span.start : block.span.end]
    if len(text.split()) <= LONGEST_LINE and _is_credit_line(text):
        yield from _named(article, block.span)
    elif block.kind != "caption":
        start = max(block.span.start, block.span.end - LONGEST_END)
        if match := _AT_THE_END.search(article.text, start, block.span.end):
            yield _credit(article, Span(*match.span("name")), *agency_of(article, match["name"]))


def _is_credit_line(text: str) -> bool:
    """Tell whether a line holds nothing but names of agencies and the words of credits: ``With inputs from …``."""
    rest = _NAMED.sub(" ", text)
    return rest != text and all(w.lower() in words("origins-line-words") for w in _WORD.findall(rest))


def agency_of(article: Article, name: str) -> tuple[str, Kind]:
    """Return what to call an agency, and what it is; letters that others go by too are its own only near its home."""
    whose, kind, home = AGENCIES[name]
    return (whose if not home or any(word in article.text for word in home) else name), kind


def _known(article: Article, name: str) -> tuple[str, Kind] | None:
    bare = name.removeprefix("The ").removeprefix("the ")
    if bare in AGENCIES:
        return agency_of(article, bare)
    return (bare, "agency") if {name, bare} & set(words("clean-publishers")) else None


def _credit(article: Article, span: Span, whose: str, kind: Kind) -> Credit:
    return Credit(**article.at(span.start, span.end), kind=kind, whose=whose)
