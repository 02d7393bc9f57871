"""Notes of correction ──▶ what a publisher withdraws, wherever it is still told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.lexicons import numerals
from generator.link.content_words import stems_of
from generator.link.differences.card import Parts, Question, card, reading
from generator.model import Kind, Unknown, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Article, Block, Difference, Evidence

NOTE = "note"
"""The rule of a line in which a publisher speaks of an earlier version."""
ALIKE = 0.5
"""Share of the shorter sentence's words of meaning in which an earlier version of a sentence is known again."""

_VALUE = r"[$€£]?\d[\d.,]*(?<![.,])(?:\ (?:million|billion|percent))?|[A-Z][\w'’-]+(?:\ [A-Z][\w'’-]+){0,4}|[a-z]{3,10}"
_PAIRS = tuple(
    re.compile(pattern.replace("VALUE", _VALUE), re.VERBOSE)
    for pattern in (
        r"""(?P<now>VALUE)(?:\ [a-z]+){0,3},?\ (?:(?:and\ )?not|rather\ than|instead\ of)   # 12 people died, and not 15
            \ (?:in\ |on\ |at\ |the\ )?(?P<was>VALUE)(?=[\s.,;)]|$)                        # in Orre, not in Lund""",
        r"""\bfrom\ (?P<was>VALUE)\ to\ (?P<now>VALUE)(?=[\s.,;)]|$)                         # from 15 to 12""",
        r"""\bto\ (?P<now>VALUE),?\ from\ (?P<was>VALUE)(?=[\s.,;)]|$)                       # to 12, from 15""",
        r"""\b(?:said|stated|reported|gave|misstated)\b[^.]{0,120}?\b(?P<was>VALUE)\b          # said 15 people died.
            [^.\d]{0,120}\.\ [^.\d]{1,40}\b(?:is|was|were)\ (?P<now>VALUE)\.                 # The number is 12.""",
    )
)
_BOILERPLATE = frozenset(
    stems_of(
        "correction corrected corrects clarification amended updated changed earlier previous original version this "
        "article story report post incorrectly wrongly misstated said stated gave number name paragraph error"
    )
)


class Withdrawal(NamedTuple):
    """A note and the values of one sort that it withdraws and gives instead."""

    note: Evidence
    was: str
    now: str


def withdrawn(corpus: Corpus) -> Iterator[Difference]:
    """Yield what a note of correction withdraws and another article still tells: of its house, or of its story."""
    for article in corpus.briefing.articles:
        for note in (b for b in article.blocks if b.kind == "header" and b.rule == NOTE):
            found = _read(article, note)
            if found and (others := tuple(_told_elsewhere(corpus, found))):
                yield _card(corpus, found, others)


def _read(article: Article, note: Block) -> Withdrawal | None:
    """Return what a note withdraws, where it says so plainly: two numbers, or two names."""
    text = " ".join(article.text[note.span.start : note.span.end].split())
    for found in (match for pattern in _PAIRS for match in pattern.finditer(text)):
        if _sort(found["was"]) and _sort(found["was"]) == _sort(found["now"]) and found["was"] != found["now"]:
            return Withdrawal(article.cite(note.span), found["was"], found["now"])
    return None


def _sort(value: str) -> str:
    """Return the sort of a value: a number, a name, or none that can be compared."""
    if value[-1].isdigit() or value[:1] in "$€£" or value[0].isdigit() or value.lower() in numerals():
        return "figure"
    return "name" if value[0].isupper() else ""


def _told_elsewhere(corpus: Corpus, found: Withdrawal) -> Iterator[Line]:
    """Yield the sentences of other articles that still tell what is withdrawn."""
    mine = corpus.article(found.note.article)
    about = frozenset(stems_of(found.note.text)) - _BOILERPLATE - frozenset(stems_of(f"{found.was} {found.now}"))
    now = [frozenset(stems_of(line.text)) for line in corpus.lines(mine.id) if _holds(line.text, found.now)]
    others = (a.id for a in corpus.briefing.articles if a.id != mine.id)
    near = (i for i in others if _is_one_house(mine, corpus.article(i)) or corpus.one_story(mine.id, i))
    for line in (line for other in near for line in corpus.lines(other)):
        stems = frozenset(stems_of(line.text))
        version = any(len(stems & one) >= ALIKE * min(len(stems), len(one)) for one in now)
        whole_name = _sort(found.was) == "name" and " " in found.was
        if _holds(line.text, found.was) and (version or whole_name or about & stems):
            yield line


def _is_one_house(one: Article, other: Article) -> bool:
    mine, theirs = (None if isinstance(a.house, Unknown) else a.house.value for a in (one, other))
    return mine is not None and mine == theirs


def _holds(text: str, value: str) -> bool:
    """Tell whether a sentence has a value, a number in digits or in words."""
    low = value.lower()
    spelled = {low, numerals().get(low, low), *(word for word, digits in numerals().items() if digits == low)}
    return any(re.search(rf"(?<![\w.,]){re.escape(s)}(?!\w|[.,]\d)", text.lower()) for s in spelled)


def _card(corpus: Corpus, found: Withdrawal, others: tuple[Line, ...]) -> Difference:
    kind = Kind.FIGURE if _sort(found.was) == "figure" else Kind.NAME
    because = "A publisher corrects itself: what it withdraws is still told here."
    now = [line.sentence for line in corpus.lines(found.note.article) if _holds(line.text, found.now)]
    return card(
        Question(kind, Parts(sides=(found.was, found.now)), Verdict.WITHDRAWN, because),
        (
            reading(corpus, found.now, (found.note, *now), "the publisher’s correction"),
            reading(corpus, found.was, (line.sentence for line in others), "withdrawn"),
        ),
    )
