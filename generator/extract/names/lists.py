"""The word lists that names are recognised by, in the form that the scorers ask for."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.extract.names.gazetteer import Entry, gazetteer
from generator.lexicons import compiled, listed, table, words, wordset
from generator.text import LEXICON, forms
from generator.text.tokens import tokens
from generator.text.words import Lexicon

Case = Literal["cap", "low", "num", "mark"]
"""What the letters of a token say: a capital that may begin a name, none, a number, a mark."""

PARTICLES = listed("names-particles")  # lower-case words inside personal names of many languages
CONNECTORS = frozenset({"of", "for", "and", "the", "&", "on", "in", "to", "at", "with", "against"})
"""Lower-case words inside names of organisations, agreements and events."""

SUFFIXES = wordset("names-suffixes")  # words after a personal name


@cache
def common() -> frozenset[str]:
    """Return ordinary words, in lower case."""
    return function_words() | listed("names-common")


@cache
def function_words() -> frozenset[str]:
    """Return articles, pronouns, prepositions and their kin, in lower case."""
    return frozenset[str]().union(*map(forms, wordset("names-function"))) - {"long", "worth"}


@cache
def calendar() -> frozenset[str]:
    """Return weekdays, months, time zones and currency codes, in lower case."""
    return forms("month") | forms("weekday") | listed("names-calendar")


@cache
def titles() -> frozenset[str]:
    """Return the single words that end a title (``president``), in lower case."""
    return frozenset(title.rsplit(" ", 1)[-1] for title in words("names-titles") if " of " not in title)


@cache
def long_titles() -> frozenset[str]:
    """Return the titles of several words (``district attorney``), in lower case."""
    return frozenset(title for title in words("names-titles") if " " in title)


@cache
def title_words() -> frozenset[str]:
    """Return every word that may stand in a title, in lower case."""
    inside = {w for title in words("names-titles") for w in title.split()}
    return frozenset((inside | set(words("names-titlemods"))) - CONNECTORS)


@cache
def heads(position: str) -> dict[str, tuple[str, ...]]:
    """Return the head nouns for a position (``end``, ``of``, ``start``), each with the kinds that it shows.

    What a team is called ends a name, but for what is ``called`` so only behind *the*.
    """
    also = {"end": "team", "team": "called"}.get(position)
    found: dict[str, list[str]] = {}
    for word, kind, where in table("names-heads"):
        if where in (position, also):
            found.setdefault(word, []).append(kind)
    return {word: tuple(kinds) for word, kinds in found.items()}


@cache
def cues(sort: str) -> dict[str, str]:
    """Return the cue words of a sort, each with the kind that it speaks for."""
    return {word: kind for word, kind, where in table("names-cues") if where == sort}


_BUILT = re.compile(  # Repainted  Kindness  Increasingly
    r"(?:ed|ing|ly|tion|tions|ness|ment|ments|ity|ities|ism|ous|ive|able|ible|less|ful|ship|ships|ance|ence|ists?|ally)$"
)
_ARTICLE = re.compile(  # al-Assad  el-Sisi  d'Estaing
    r"(?:a[lnrstdz]|ash|el|ul|bin|ibn)-[A-Z]|[dDlL]['’][A-Z]"
)
_INNER_CAPITAL = re.compile(r"[a-z]{1,3}[A-Z][A-Za-z]{1,12}$")  # iPhone  eBay  uMkhonto
_INITIAL = re.compile(r"(?:[A-Z]\.){1,4}$|[A-HJ-Z]$")
_GLUED = re.compile(r"\d|[a-z]{4}[A-Z]")  # Y2  DailyNews
_SURNAME_END = compiled("surname")


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """What the lists and the letters say of a word, wherever it stands.

    ``small`` is the word if it is written so. A name of several words in the gazetteer ``begins`` with it. What is
    ``listed`` is a given or a family name. ``office`` ends a title, ``offices`` is its plural, what is ``titled`` may
    stand in one; ``ends`` are the kinds of names that end in it; ``built`` tells that it is built like an ordinary
    word, ``surname`` like a family name.
    """

    surface: str
    small: str
    case: Case
    entry: Entry | None
    begins: bool
    given: bool
    family: bool
    listed: bool
    common: bool
    function: bool
    calendar: bool
    office: bool
    offices: bool
    titled: bool
    ends: tuple[str, ...]
    built: bool
    initial: bool
    glued: bool
    surname: bool


@cache
def _beginnings() -> frozenset[str]:
    firsts = ((name, name.partition(" ")[0]) for name in gazetteer() if not name.isalpha())
    return frozenset(first if first.isalpha() else tokens(name, 0, len(name))[2][0].text for name, first in firsts)


def _traits(text: str) -> Traits:
    low, surface, case = LEXICON[text].low if text else "", text.replace("’", "'"), _case(text)
    return Traits(
        surface,
        text if case == "low" else "",
        case,
        gazetteer().get(surface),
        begins=surface in _beginnings(),
        given=text in listed("names-given"),
        family=text in listed("names-family"),
        listed=text in listed("names-given") or text in listed("names-family"),
        common=low in common(),
        function=low in function_words(),
        calendar=low.rstrip(".") in calendar(),
        office=low in titles(),
        offices=low.endswith("s") and low[:-1] in titles(),
        titled=low in title_words(),
        ends=heads("end").get(text) or _hyphened(text),
        built=_BUILT.search(low) is not None and _SURNAME_END.search(text) is None,  # Lindqvist
        initial=_INITIAL.match(text) is not None,
        glued=_GLUED.search(text) is not None,
        surname=_SURNAME_END.search(text) is not None,
    )


TRAITS = Lexicon(_traits)  # the traits of the words met so far: ``TRAITS["Paris"]``


_SHORT = 3  # a part of a word joined by a hyphen that ends a name has more letters: not ``Co-operation``


def _hyphened(text: str) -> tuple[str, ...]:
    """Return that a word joined by a hyphen ends the name of a body if a part of it does: ``Union-Tribune``."""
    parts = text.split("-") if "-" in text and not any(part[:1].islower() for part in text.split("-")) else ()
    kinds = {kind for part in parts if len(part) > _SHORT for kind in heads("end").get(part, ())}
    return ("organisation",) if "organisation" in kinds else ()


def _case(text: str) -> Case:
    if not text or not (text[0].isalnum() or text == "&"):
        return "mark"
    if text[0].isdigit():
        return "num"
    return "cap" if text[0].isupper() or _ARTICLE.match(text) or _INNER_CAPITAL.match(text) else "low"
