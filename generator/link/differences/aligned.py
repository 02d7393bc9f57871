"""Near-copies of one sentence that differ in a single number, date or name, or in a *not*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from generator.link.differences.card import Question, card, reading, short
from generator.link.differences.facts import corrects, facts_of, is_spelling, negations, reading_of, same_fact, with_gap
from generator.link.entities.forms import fold
from generator.link.sayings import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from difflib import Match

    from generator.link.differences.corpus import Corpus, Line
    from generator.link.differences.facts import Fact
    from generator.model import Difference, Passage

ALIKE = 0.8
"""Share of the shorter sentence's words, facts aside, that must recur in order: an edited copy keeps them."""
ALIKE_LONG = 0.6
"""… and of the longer one's: a sentence with another half added says something else."""
ALIKE_NAME = 0.9
"""A name is more easily another one because the sentence speaks of somebody else, so that the rest must be the same."""
FEWEST_WORDS = 8
"""Words, facts aside, from which a sentence is no formula."""
AROUND = 4
"""Words on both sides of the slot of which none of meaning may be replaced: *killed 4* and *hurt 6* differ twice."""

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+){0,8}|[$€£¥%]")
_SLOTS = {"figure": "§figure", "date": "§date", "name": "§name", "other": "§other"}
_ASKED = {"length": "How long", "figure": "Which figure", "date": "When", "name": "Who or what"}


@dataclass(frozen=True, slots=True)
class _Frame:
    """A sentence's words with a placeholder for each fact; ``at`` says where each fact's placeholder is."""

    words: tuple[str, ...]
    facts: tuple[Fact, ...]
    at: tuple[int, ...]


def aligned(corpus: Corpus) -> Iterator[Difference]:
    """Compare the sentences that two articles share in nearly the same words."""
    for passage in corpus.briefing.passages:
        lines = _lines(corpus, passage)
        if lines is None or not corpus.same_time(lines[0].article, lines[1].article):
            continue
        found = _compared(corpus, *lines)
        if found:
            yield found


def _lines(corpus: Corpus, passage: Passage) -> tuple[Line, Line] | None:
    left, right = (corpus.line_of(side) for side in passage.sides)
    return None if left is None or right is None else (left, right)


def _compared(corpus: Corpus, left: Line, right: Line) -> Difference | None:
    one, other = _frame(left), _frame(right)
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    blocks = matcher.get_matching_blocks()
    shared = sum(b.size for b in blocks)
    short_side, long_side = sorted((len(one.words), len(other.words)))
    if short_side < FEWEST_WORDS or shared < ALIKE * short_side or shared < ALIKE_LONG * long_side:
        return None
    mine, theirs = _left_over(one, other)
    if not mine and not theirs:
        return _turned(corpus, (left, right), (one, other)) or _denied(corpus, (left, right), (one, other))
    if len(mine) == len(theirs) == 1 and _in_one_slot((one, other), (mine[0], theirs[0]), blocks):
        return _slot(corpus, (left, right), (mine[0], theirs[0]), shared / long_side)
    return None


def _in_one_slot(frames: tuple[_Frame, _Frame], slot: tuple[Fact, Fact], blocks: list[Match]) -> bool:
    """Tell whether two facts of one kind stand at the same place of two sentences that say the same of it."""
    one, other = frames
    if slot[0].kind != slot[1].kind or not _is_told(slot) or _negated(one) != _negated(other):
        return False
    i, j = one.at[one.facts.index(slot[0])], other.at[other.facts.index(slot[1])]
    if slot[0].figure and slot[1].figure and slot[0].figure.unit != slot[1].figure.unit:
        return False  # feet and metres
    on_one_line = any(b.a <= i < b.a + b.size and b.a - b.b == i - j for b in blocks)
    return on_one_line and _same_around(one.words, other.words, i)


def _is_told(slot: tuple[Fact, Fact]) -> bool:
    """Tell whether it is known what stands in a slot: a bare number is a number, a bare capital word anything."""
    return slot[0].kind != "other" or all(f.text.isdigit() for f in slot)


def _frame(line: Line) -> _Frame:
    start = line.sentence.span.start
    facts = facts_of(line)
    words: list[str] = []
    at: list[int] = []
    position = 0
    for fact in facts:
        words += _words(line.text[position : fact.span.start - start])
        at.append(len(words))
        words.append(_SLOTS[fact.kind])
        position = fact.span.end - start
    words += _words(line.text[position:])
    return _Frame(tuple(words), facts, tuple(at))


def _words(text: str) -> list[str]:
    return [w.casefold().replace("’", "'") for w in _WORD.findall(text)]


def _left_over(one: _Frame, other: _Frame) -> tuple[list[Fact], list[Fact]]:
    """Return the facts of each side that the other doesn't have."""
    theirs = list(other.facts)
    mine = []
    told = {" ".join(f.text.split()) for f in other.facts}
    for fact in sorted(one.facts, key=lambda f: " ".join(f.text.split()) not in told):
        twin = next((t for t in theirs if same_fact(fact, t)), None)
        if twin is None:
            mine.append(fact)
        else:
            theirs.remove(twin)
    return mine, theirs


def _same_around(one: tuple[str, ...], other: tuple[str, ...], place: int) -> bool:
    """Tell whether no word of meaning near a slot of the first sentence is replaced by another in the second."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "replace" and first <= place + AROUND and last > place - AROUND:
            mine, theirs = (stems_of(" ".join(w)) for w in (one[first:last], other[start:end]))
            if mine and theirs and set(mine) != set(theirs):
                return False
    return True


def _names_differ(slot: tuple[Fact, Fact], alike: float) -> bool:
    """Tell whether two names in one slot contradict each other; each article must know only its own."""
    a, b = slot
    if a.entity is None or b.entity is None or a.entity.kind != b.entity.kind or alike < ALIKE_NAME:
        return False
    if a.name is None or b.name is None or "name" != a.name.form != b.name.form:
        return False
    known = a.entity.key and b.entity.key  # Iran and Iraq are spelt alike, but both are known
    return bool(known or not is_spelling(a.text, b.text)) and not {*fold(a.text).split()} & {*fold(b.text).split()}


def _negated(frame: _Frame) -> int:
    return sum(w in negations() for w in frame.words)


def _slot(corpus: Corpus, lines: tuple[Line, Line], slot: tuple[Fact, Fact], alike: float) -> Difference | None:
    kind: str = slot[0].kind
    if slot[0].date and slot[0].date.duration:
        kind = "length"
    if kind == "other":
        kind = "figure"
    if kind == "name" and not _names_differ(slot, alike):
        return None
    if slot[1].text < slot[0].text:  # the order of the articles must not change what the card is called
        lines, slot = (lines[1], lines[0]), (slot[1], slot[0])
    texts = [" ".join(f.text.split()) for f in slot]
    question = Question(
        "figure" if kind == "length" else kind,
        f"{_ASKED[kind]}: {texts[0]} or {texts[1]}? “{with_gap(lines[0], slot[0])}”",
        *_verdict(corpus, lines, kind),
    )
    return card(question, (reading_of(corpus, t, line, f) for t, line, f in zip(texts, lines, slot, strict=True)))


def _verdict(corpus: Corpus, lines: tuple[Line, Line], kind: str) -> tuple[Literal["conflict", "scope"], str]:
    days = corpus.days_apart(lines[0].article, lines[1].article)
    if days and kind == "figure":
        because = f"Two sentences are the same but for this, but were published {days} days apart: it may have changed."
        return "scope", because
    return "conflict", "Two sentences are the same but for this, and their articles report the same days."


def _flow(frame: _Frame) -> tuple[Fact, Fact] | None:
    """Return the two names of ``from A to B``, or None."""
    for (source, i), (target, j) in pairwise(zip(frame.facts, frame.at, strict=True)):
        named = source.kind in ("name", "other") and target.kind in ("name", "other")
        if named and frame.words[i - 1 : i] == ("from",) and frame.words[j - 1 : j] == ("to",):
            return source, target
    return None


def _turned(corpus: Corpus, lines: tuple[Line, Line], frames: tuple[_Frame, _Frame]) -> Difference | None:
    """Return the card of two sentences of which one says *from A to B*, the other *from B to A*."""
    flows = [_flow(f) for f in frames]
    if flows[0] is None or flows[1] is None:
        return None
    known = all(f.entity for flow in flows if flow for f in flow)
    ends = [tuple(f.entity.id if known and f.entity else fold(f.text) for f in flow) for flow in flows if flow]
    if ends[0] != ends[1][::-1] or ends[0] == ends[1]:
        return None
    question = Question(
        "direction",
        f"Which way: between {' and '.join(sorted(f.text for f in flows[0]))}?",
        "conflict",
        "Two sentences are the same but for the direction, and their articles report the same days.",
    )
    told = [f"from {flow[0].text} to {flow[1].text}" for flow in flows if flow]
    return card(question, (reading(corpus, t, (ln.sentence,)) for t, ln in zip(told, lines, strict=True)))


def _denied(corpus: Corpus, lines: tuple[Line, Line], frames: tuple[_Frame, _Frame]) -> Difference | None:
    """Return the card of two sentences that agree in every fact and differ in a single negation."""
    counts = [_negated(f) for f in frames]
    if sorted(counts) != [0, 1] or corrects(lines[0].text, lines[1].text):
        return None
    texts = ["said to be so" if not n else "said not to be so" for n in counts]
    question = Question(
        "denial",
        f"Is it so or not? “{short(lines[counts.index(0)].text)}”",
        "conflict",
        "Two sentences are the same but for a word of denial, and their articles report the same days.",
    )
    return card(question, (reading(corpus, t, (ln.sentence,)) for t, ln in zip(texts, lines, strict=True)))
