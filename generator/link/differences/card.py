"""Readings and cards, as all comparers make them."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from generator import edtf
from generator.lexicons import numerals, table
from generator.link.differences.corpus import Corpus
from generator.model import Difference, Evidence, Kind, Quote, Reading, Verdict

LONGEST = 140
"""Characters of a source's words that an answer repeats."""

LONGEST_SIDE = 6
"""Words of an answer that a question repeats: clauses stand below it."""

_MARKS = re.compile(r"[“”„«»‹›\"]")
_COLON = re.compile(r"\s*:(?![0-9])\s*")  # not that of 4:11
SCALES = frozenset(("million", "billion", "trillion", "bn", "m", "bln"))
_HOLE = re.compile(r"\{([a-z]+)\}")  # {clause}


class Parts(NamedTuple):
    """What a question is made of, each empty where a source's words don't give it.

    ``clause`` is a happening as it is asked for (``did Ana Lee open the dam``), ``asked`` a whole question, ``what``
    a noun phrase, ``who`` a name, ``label`` a source's words around what differs, ``sides`` two answers.
    """

    clause: str = ""
    asked: str = ""
    what: str = ""
    who: str = ""
    label: str = ""
    sides: tuple[str, ...] = ()


class Question(NamedTuple):
    """What a card asks: its kind, what the question is made of, its verdict, and how the comparison was made."""

    kind: Kind
    parts: Parts
    verdict: Verdict
    because: str
    event: str | None = None


def question(kind: Kind, parts: Parts) -> str:
    """Return the first question or label of a kind whose holes can be filled, without a source's marks or colons."""
    sides = either_of(*parts.sides) if parts.sides and max(len(s.split()) for s in parts.sides) <= LONGEST_SIDE else ""
    asked = parts.asked or (parts.label if parts.label.endswith("?") and not parts.clause else "")
    told = {**parts._asdict(), "asked": asked, "sides": sides}
    given = {hole: _COLON.sub(", ", " ".join(_MARKS.sub("", words).split())) for hole, words in told.items()}
    asks = next((q for q in kind.row.asks if all(given[hole] for hole in _HOLE.findall(q))), kind.row.plain)
    plain = _HOLE.sub(lambda hole: given[hole[1]], asks)
    return f"{plain[:1].upper()}{plain[1:]}".replace(" ?", "?")


def folded(value: str) -> str:
    """Return an answer whatever its capitals, and its numbers in digits: *Ten* is *10*."""
    return " ".join(numerals().get(word, word) for word in value.casefold().split())


def either_of(one: str, other: str) -> str:
    """Return two answers with *or*: ``15 or 25 years``."""
    ours, theirs = inside(one).split(), inside(other).split()
    same = ours[1:] == theirs[1:] and ours[1:2] and ours[0].isalnum() and not SCALES & set(ours)
    return f"{ours[0] if same else ' '.join(ours)} or {' '.join(theirs)}"


def inside(side: str) -> str:
    """Return an answer as it stands inside a sentence: *Fourteen* and *About 1,150* only open one."""
    opens = re.split(r"[ -]", side)[0].lower() in _openings()
    return side[:1].lower() + side[1:] if opens else side


@cache
def _openings() -> frozenset[str]:
    return frozenset((*numerals(), *(row[0].split()[0] for row in table("figures-qualifiers"))))


def speaker(corpus: Corpus, quote: Quote) -> str:
    """Return the name of who says some words, if it is known."""
    entity = corpus.index.named(quote.speaker) if quote.speaker else None
    return corpus.named(entity) if entity else ""


def reading(corpus: Corpus, value: str, evidence: Iterable[Evidence], because: str = "") -> Reading:
    """Return an answer that stands in the sources in so many words, with the sentences that give it."""
    found = tuple(dict.fromkeys(evidence))
    return Reading(value, "stated", because, found, corpus.origins_of(found))


def told_on(corpus: Corpus, articles: Iterable[str]) -> str:
    """Return on which days some articles were published, in words; the day of an answer that may grow."""
    days = sorted({d for a in articles if (d := corpus.published(a))})
    return f"told on {' and '.join(map(edtf.format_value, days))}" if days else "it is not known when this was told"


def card(asked: Question, readings: Iterable[Reading]) -> Difference:
    """Return the difference that some readings make; its id is given when all of them are known."""
    return Difference(
        id="",
        kind=asked.kind,
        question=question(asked.kind, asked.parts),
        verdict=asked.verdict,
        because=asked.because,
        readings=tuple(readings),
        event=asked.event,
    )


def short(text: str) -> str:
    """Return some words of a source on one line, cut at a word where they are long."""
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"
