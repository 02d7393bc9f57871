"""Whether a quoted stretch is a quotation, a part of one, or no quotation at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.lexicons import listed, wordset
from generator.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.extract.quotes.attribution import Attribution
    from generator.extract.quotes.marks import Stretch

Class = Literal["quotation", "fragment", "scare", "title", "echo", "nested"]
# up to this many words a stretch that nobody is said to have spoken is a word held at arm's length
SCARE_WORDS = 4
# a title of a work is seldom longer
TITLE_WORDS = 9
# a sentence that is quoted whole has at least this many words, unless its attribution says that it is spoken
SENTENCE_WORDS = 4
# and where nobody is named, with a capital, a full stop of its own, and at least this many
SHORTEST_SENTENCE = 3
# attributions that stand right beside the words: they can introduce nothing but speech
SPOKEN = frozenset(
    {
        "introduced",
        "inverted",
        "follows",
        "continued",
        "sentence before",
        "colon",
        "goes on",
        "named later",
        "signed",
        "next line",
    }
)
# attributions that lead from no verb to the words
LOOSE = frozenset({"same sentence", "unlisted"})

_SENTENCE = re.compile(r"[\[(…. ]*[A-Z\d\u00c0-\u00de\u0391-\u042f]")
_TITLED = re.compile(r"\b(?P<noun>[^\W\d_]+)\W{1,3}(?:(?:titled|entitled|called|named|dubbed|headlined),?\W{0,2})?\Z")
_WORK_BEHIND = re.compile(r",[ ](?:an?|the|his|her|their|its)[ ](?P<noun>(?:[\w-]+[ ]?){1,3})")
_SENTENCE_BEFORE = re.compile(r"(?:\A|[.?!…]['”’\"»)]?\s+|\n)\Z")  # nothing, a line's or a sentence's end
_PROGRAMME = re.compile(
    r"""
    (?: \b(?:told|on|host(?:s|ed|ing)?|watch(?:ed|ing)?)   # told “Good Morning”, on “Good Morning”
      | \binterview(?:\s\w{1,20}){0,3}\swith              # in an interview on Monday with “Good Morning”
      | ['’]s                                              # Radio Five’s “Good Morning”
    )\s\Z
    """,
    re.VERBOSE,
)
_OF_WORK = re.compile(r"(?:\b(?:of|in|on|from|with)|['’]s)\s\Z")  # the making of “Night Train”
# up to this many words are no statement of somebody's unless a verb leads to them
LOOSE_WORDS = 2
_ENTITLED = re.compile(r"\b(?:titled|entitled|headlined)\W{1,3}\Z")


class Judged(NamedTuple):
    """The class of a stretch, and the reason where it isn't a quotation."""

    kind: Class
    because: str


def classify(text: str, stretch: Stretch, by: Attribution | None, earlier: Iterable[str]) -> Judged:
    """Return the class of a stretch, given who speaks it and the words quoted before it."""
    said = text[stretch.words.start : stretch.words.end]
    if stretch.inside is not None:
        return Judged("nested", "it stands inside another quotation")
    count = len(words_of(said))
    if _is_title(text, stretch, said, by):
        return Judged("title", "it is the title of a work")
    if by is None and count and _is_echo(said, earlier):
        return Judged("echo", "the same words are quoted before")
    sentence = _SENTENCE.match(said) is not None
    ends = said.endswith((".", "?", "!", "…"))
    first = _SENTENCE_BEFORE.search(text, max(0, stretch.whole.start - 3), stretch.whole.start) is not None
    alone = by is None and sentence and ends and (count >= SHORTEST_SENTENCE or first)
    if by is None and count <= SCARE_WORDS and not alone:
        return Judged("scare", "nobody is said to have spoken it, and it is no sentence")
    if by is not None and count <= LOOSE_WORDS and by.rule in LOOSE:
        return Judged("scare", "so few words are nobody's statement where no verb leads to them")
    spoken = by is not None and by.rule in SPOKEN
    whole = alone or (by is not None and sentence and (count >= SENTENCE_WORDS or spoken or first))
    return Judged("quotation" if whole or (spoken and count >= SENTENCE_WORDS) else "fragment", "")


def _is_title(text: str, stretch: Stretch, said: str, by: Attribution | None) -> bool:
    found = [w.text for w in words_of(said)]
    if not 0 < len(found) <= TITLE_WORDS:
        return False
    if (
        not all(w[0].isupper() or w[0].isdigit() or w.lower() in wordset("quotes-small-in-titles") for w in found)
        or not found[0][0].isupper()
    ):
        return False
    before = text[max(0, stretch.whole.start - 60) : stretch.whole.start]
    after = text[stretch.whole.end : stretch.whole.end + 60]
    if len(found) > 1 and (_OF_WORK.search(before) or _is_makers(after)):
        return True
    if said.endswith((".", ",")) and by is not None and by.rule in SPOKEN and by.rule != "colon":
        return False
    if len(found) > 1 and _PROGRAMME.search(before):
        return True
    around = " ".join(m["noun"].lower() for m in (_TITLED.search(before), _WORK_BEHIND.match(after)) if m)
    return _ENTITLED.search(before) is not None or any(noun in listed("quotes-works") for noun in around.split())


def _is_makers(after: str) -> bool:
    """Tell whether a noun for a person and a name follow: ``“Night Train” director Ann Lee``."""
    behind = words_of(after)[:2]
    return (
        after[:1] == " "
        and len(behind) > 1
        and "person" in behind[0].kinds
        and behind[0].text.islower()
        and behind[1].capital
    )


def _is_echo(said: str, earlier: Iterable[str]) -> bool:
    key = normal(said)
    return any(f" {key} " in f" {e} " for e in earlier)


def normal(said: str) -> str:
    """Return the words of a quotation for comparison: small letters, single spaces, no punctuation."""
    return " ".join(w.low for w in words_of(said))
