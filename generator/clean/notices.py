"""Lines in which the page speaks of itself: advertising, pitches, controls, legal notices."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from generator.clean.lines import Draft, Label
from generator.lexicons import mapping, table, words
from generator.text.fold import fold

LONGEST = 60  # words; the longest pitches and notices of our own collection have 55
SENTENCE = 8  # words; with a full stop a sentence of the story
_GAP = "…"
LETTERS = 20  # of a word, with its space; more stand between no two parts of a phrase
_APART, _ENDED = r"(?<![^\W_])(?<!-)", r"(?![^\W\d_])(?!-)"

_EDGES = " \t\u00a0.:;,!?|·•*-–—_()[]<>«»→›»▼▲×"
_BRACKETS = "[]"
_QUOTED = re.compile(r"[\"“”«»„]")
REPORTED = re.compile(r"\b(?:said|says|told|tells|according to|argued|heard|ruled|accused|announced|reported|added)\b")
_BREADCRUMB = re.compile(r"home(?: (?P<section>[a-z]{2,20}))(?: [a-z]{2,20}){0,3}")  # Home News Europe
_STUCK = re.compile(r"([A-Z][a-z]{2,9})\1{1,9}")  # SaveSave
_BUTTONS = re.compile(r"(?:\[[^\[\]\n]{1,30}\]\s{0,3}){2,12}")  # [ Print ] [ Share ]
_BRACKETED = re.compile(r"\[(?:[^\s\[\]]{1,30}\s){3,30}[^\s\[\]]{1,30}\]")  # [How a cat closed a school]
_NO_WORD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1 << 10)  # a line is asked for what it may be half a dozen times
def bare(text: str) -> str:
    """Return a folded text without the punctuation around it; a dash is a hyphen."""
    return fold(text.replace("–", "-")).strip(_EDGES)


_ROWS = [(rule, how, phrase) for rule, how, phrase in table("clean-boilerplate")]
WHOLE_LINES = {bare(phrase): rule for rule, how, phrase in _ROWS if how == "line"}
"""The rules of lines that are a page's own."""
LONE_HEADS = {bare(head): "links" for head in words("clean-link-heads") if " " in head and _GAP not in head}
"""The heads of links that are no words of a story where none stands under them: ``You may also like``."""


def removed(rule: str) -> Label:
    """Return the label of a line that is taken out; its rule reads ``id: plain words``."""
    return Label("removed", f"{rule}: {mapping('clean-reasons')[rule]}")


def notices(draft: Draft) -> Draft:
    """Remove the lines that a rule of ``clean-boilerplate.txt`` names, and pitches."""
    found = {i: rule for i, line in draft.free() if (rule := notice(line.text))}
    return draft.labelled({i: removed(rule) for i, rule in found.items() if not _heads_prose(draft, i, rule)})


def _heads_prose(draft: Draft, index: int, rule: str) -> bool:
    """Tell whether a word such as "Jobs" stands amid the story, where it is a heading and no control of the page."""
    if draft.lines[index].words > 1:
        return False
    beside = draft.lines[max(index - 1, 0) : index] + draft.lines[index + 1 : index + 2]
    return rule == "navigation" and len(beside) > 1 and all(is_prose(line.text) for line in beside)


def is_prose(text: str) -> bool:
    """Tell whether a line is long enough for a sentence, and ends like one."""
    return len(text.split()) >= SENTENCE and text.rstrip("\"'”’»)").endswith((".", "?", "!"))


@lru_cache(maxsize=1 << 10)  # a paragraph of one sentence is asked for three times
def notice(line: str) -> str:
    """Return the id of the rule by which a line is the page's own, or an empty string."""
    if _NO_WORD.fullmatch(line) or _STUCK.fullmatch(line):
        return "sharing" if line[0].isalnum() else "rule-line"
    if (link := _BRACKETED.fullmatch(line)) or len(line.split()) > LONGEST:
        return "links" if link else ""
    parts = line.split("]") if _BUTTONS.fullmatch(line) else [line]
    if rule := next((rule for part in parts if (rule := WHOLE_LINES.get(bare(part)))), ""):
        return rule
    text = fold(line).strip(_BRACKETS)
    if (crumbs := _BREADCRUMB.fullmatch(text)) and crumbs["section"] in words("clean-sections"):
        return "navigation"
    if _QUOTED.search(text) or REPORTED.search(text):
        return ""
    near = sorted(n for word in {"", *_WORD.findall(text)} for n in _by_word().get(word, ()))
    return next((p.rule for p in (_phrases()[n] for n in near) if p.first in text and p.pattern.search(text)), "")


class _Phrase(NamedTuple):
    """A rule, the words that its phrase begins with, and what finds it in a folded text, each part as whole words."""

    rule: str
    first: str
    pattern: re.Pattern[str]


def _phrase(rule: str, how: str, phrase: str) -> _Phrase:
    parts = [part for part in map(str.strip, phrase.split(_GAP)) if part]
    gap = rf".{{0,{LONGEST * LETTERS}}}?"
    whole = gap.join(f"{_APART * part[0].isalnum()}{re.escape(part)}{_ENDED * part[-1].isalpha()}" for part in parts)
    return _Phrase(rule, parts[0], re.compile((r"\A" if how == "open" else "") + whole))


@cache
def _phrases() -> tuple[_Phrase, ...]:
    return tuple(_phrase(*row) for row in _ROWS if row[1] != "line")


@cache
def _by_word() -> dict[str, list[int]]:
    """Return the numbers of the phrases by the word that they begin with, empty for a mark or a digit."""
    found: dict[str, list[int]] = {}
    for n, phrase in enumerate(_phrases()):
        first = _WORD.match(phrase.first)
        found.setdefault(first[0] if first else "", []).append(n)
    return found
