"""How much speaks for an event, an agreement, a work or a product."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.names.around import bare, ending, of_phrase, title_word
from generator.extract.names.lists import cues, heads
from generator.extract.names.sentence import QUOTES, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.names.sentence import Claim, Sentence
    from generator.model import NameKind

LONGEST = 14  # no title or agreement's name that is read here has more tokens
_PRODUCT = 4  # ``Name Name 737 Max``: no product's name has more tokens
_STARTED = 3  # ``Operation X Y``: a name that begins with what it is has no more words
_INNER = frozenset({"of", "and", "the"})
_BEFORE_CLOSE = frozenset({",", ".", "!", "?"})
_MAKERS = frozenset({"creator", "star", "author", "director", "actor", "actress", "producer", "writer", "singer"})
_ARTICLES = ("the", "a", "an")
_MODEL = re.compile(r"\d{1,3}$")  # a year is no model


def tells_thing(s: Sentence, start: int, end: int) -> bool:
    """Tell whether some tokens can be an event, an agreement or a work by what its words are."""
    if end - start == 1:
        return False
    return any(s.small[start:end]) or s.words[start].text in heads("start") or bool(ending(s, start, end)[1])


def thing(s: Sentence, start: int, end: int, kind: NameKind) -> Reading | None:
    """Return the reading of some tokens as an event (``Battle of Lepanto``), an agreement or a work by its words."""
    if not 1 < end - start <= LONGEST or s.cases[start] == "low" or not s.is_cap(end - 1):
        return None
    claim = next(_claims(s, start, end, kind), None)
    return None if claim is None else Reading(start, end, kind, claim[0], kind, claim[1])


def quoted_work(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as the title of a work: in quotation marks, or called one."""
    if end - start > LONGEST or s.cases[start] == "low" or s.cases[end - 1] == "low":
        return None
    before, after = s.low(start - 1), s.word(end)
    closed = after in QUOTES or (after in _BEFORE_CLOSE and s.word(end + 1) in QUOTES)
    if s.word(start - 1) in QUOTES and closed and end - start > 1 and not _spoken(s, start, end):
        told = s.low(start - 2)
        made = cues("before").get(told) == "work" or s.word(end + 1) in _MAKERS
        return Reading(start, end, "work", 3.0 if made else 2.0, "work", "it stands in quotation marks")
    if cues("before").get(before) == "work" and "mark" not in s.cases[start:end]:
        return Reading(start, end, "work", 2.2, "work", f"“{before}” stands before it")
    return None


def _spoken(s: Sentence, start: int, end: int) -> bool:
    """Tell whether the words in quotation marks are what somebody says."""
    first = s.traits[start]
    return "'s" in s.lows[start:end] or first.office or (first.function and s.word(start) not in _ARTICLES)


def product(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a product: a name with a number, or called one."""
    if end - start > _PRODUCT or not s.is_cap(start) or bare(s, start, start + 1):
        return None
    before = s.low(start - 1)
    if cues("before").get(before) == "product" and s.is_cap(end - 1):
        return Reading(start, end, "product", 1.8, "product", f"“{before}” stands before it")
    first = s.words[start].text
    if "product" in heads("start").get(first, ()) and end - start > 1 and not any(s.low(i) for i in range(start, end)):
        return Reading(start, end, "product", 2.4, "product", f"{first} … is what ships are called")
    numbered = end - start > 1 and s.is_cap(end - 2) and bool(_MODEL.match(s.words[end - 1].text))
    if numbered and not any(s.ordinary(i) for i in range(start, end - 1)):
        return Reading(start, end, "product", 0.9, "product", "a number belongs to it")
    return None


def _claims(s: Sentence, start: int, end: int, kind: NameKind) -> Iterator[Claim]:
    """Yield what the words say for a kind, the best claim first."""
    if (found := of_phrase(s, start, end, kind)) is not None:
        yield found
    inner, last = {s.low(i) for i in range(start, end)} - {""}, s.words[end - 1].text
    if (
        inner
        and inner <= _INNER
        and last in heads("sure")
        and kind in heads("end").get(last, ())
        and not s.opens(start)
    ):
        yield 2.3, f"… of … {last} is what such names look like"  # Prevention of Floods Act
    if inner:
        return
    first = s.words[start].text
    if kind in heads("start").get(first, ()) and end - start <= _STARTED:
        yield 2.4, f"{first} … is what such names look like"
    last, kinds = ending(s, start, end)
    named = s.traits[end - 1].given and (s.is_cap(end) or title_word(s, end - 2))
    if kind in kinds and not named:
        plain = all(s.ordinary(i) for i in range(start, end - 1))
        yield _ended(s, start, last, plain=plain), f"{last} is what such names end in"


def _ended(s: Sentence, start: int, last: str, *, plain: bool) -> float:
    entry = s.traits[start].entry
    if plain and (s.opens(start) or last not in heads("sure")):
        return 0.3
    if entry is None or entry.kind not in ("place", "organisation"):
        return 2.2
    return 3.0 if last in heads("sure") else 2.6
