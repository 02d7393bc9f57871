"""Whose ministry, party or court it is: the owner in a body's name or just before it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.lexicons import compiled, table, words
from generator.link.entities.forms import FORMS_KEPT, form_of
from generator.link.entities.whereabouts import whereabouts
from generator.model import Findings, Name

Words = tuple[str, ...]

# What may stand between an owner and its body, at most a few words and no stop or comma.
_BETWEEN = compiled("owner-to-body", end="$")
# Small words that end the noun phrase: "Nepal’s talks with the Communist Party" says nothing about the owner.
_BREAKS = compiled("parts-owner")
_AFTER = re.compile(r"^,?\sof\s(?:the\s)?$")  # the Ministry of Foreign Affairs of Nepal
SHORTEST = 2  # words of a body's name that still tell which one it is
LONGEST_OWNER = 5  # words: the Communist Party of Nepal’s Central Committee
_NEAR = 60  # characters between an owner and its body; noun phrases are shorter


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    return {row[0]: row[1] for row in table("entities-spellings")}


@lru_cache(maxsize=FORMS_KEPT)
def spelled(name: Words) -> Words:
    """Return the words of a body's or a place's name in one spelling, without its legal form."""
    same = tuple(_spellings().get(w, w) for w in name)
    while len(same) > 1 and (cut := _legal(same)):
        same = same[:-cut]
    return same


def _legal(name: Words) -> int:
    """Return how many words at the end of a name are a legal form: ``ltd``, or the letters of ``S.A.``."""
    if name[-1] in words("entities-company"):
        return 1
    letters = len(name) - next((n for n in range(len(name), 0, -1) if len(name[n - 1]) > 1), 0)
    return letters if "".join(name[len(name) - letters :]) in words("entities-company") else 0


@lru_cache(maxsize=FORMS_KEPT)
def alike(name: Words) -> str:
    """Return the letters that a body's name has in any spelling: ``L.A. Times``, ``Crimes Division``, ``Ann & Lee``."""
    first = next((n for n, word in enumerate(name) if len(word) > 1), 0)
    same = spelled(name if first < SHORTEST else ("".join(name[:first]), *name[first:]))
    same = (*_places().get(same[0], same[:1]), *same[1:])
    told = tuple(w.removesuffix("s") for w in same if w not in words("entities-small") and w != "&")
    more = told[1:] == ("magazine",) or told[-2:] in _BRANCHES
    told = told[:-1] if more else told or name
    return "".join(sorted(told) if len(told) > TURNED else told)


LONGEST_GENERIC = 4  # words of a department that many may have; the Kelmar Orre Central Fire Department is one only
TURNED = 3  # words of a body's name; the same more in another order are the same body: Kelmar Central Fire Department
_BRANCHES = (("police", "department"), ("rescue", "service"))


@lru_cache(maxsize=1)
def _places() -> dict[str, Words]:
    return {row[0]: tuple(row[1].split()) for row in table("entities-initials")}


def firm_of(body: Words) -> Words:
    """Return a firm's name without the words at its end that tell little: ``kitano`` of ``Kitano Trading Co.``."""
    name = spelled(body)
    while len(name) > 1 and name[-1] in words("entities-extensions"):
        name = name[:-1]
    return name


def base_of(place: Words) -> Words:
    """Return a place's name without what kind of place it is: ``kelimar`` for a mount, ``sikka`` for a regency."""
    start = 1 if len(place) > 1 and place[0] == "mt" else 0
    end = len(place)
    while end - start > 1 and place[end - 1] in words("entities-geographic"):
        end -= 1
    return place[start:end]


def without_national(body: Words) -> Words:
    """Return a body's name without the first word that reports leave out, if two words stay."""
    return body[1:] if len(body) > SHORTEST and body[0] in words("entities-national") else body


@lru_cache(maxsize=1)
def _generic() -> tuple[frozenset[Words], frozenset[Words], frozenset[str]]:
    exact, before, after = set(), set(), set()
    for line in words("entities-generic"):
        entry = tuple(w for w in line.replace("'", "").split() if w != "*")
        if line.endswith("*"):
            before.add(entry)
        elif line.startswith("*"):
            after.add(entry[0])
        else:
            exact.add(spelled(entry))
    return frozenset(exact), frozenset(before), frozenset(after)


def generic(name: Words) -> bool:
    """Tell whether many countries have a body of this name."""
    exact, before, after = _generic()
    ended = 1 < len(name) <= LONGEST_GENERIC and name[-1] in after
    return spelled(name) in exact or (len(name) > 1 and name[:2] in before) or ended


def office(name: Words) -> Words:
    """Return the name of a ministry in one order: ``Foreign Ministry`` is the ``Ministry of Foreign Affairs``."""
    same = spelled(name)
    for head in ("ministry", "department"):
        if same[:2] in ((head, "of"), (head, "for")):
            subject = tuple(w for w in same[2:] if w not in ("the", "affairs", "national"))
            return (*subject, head)
        if same[-1:] == (head,):
            return (*(w for w in same[:-1] if w not in ("affairs", "national")), head)
    return same


def split_owner(name: Words, places: Mapping[Words, str]) -> tuple[Words, str]:
    """Return a generic body's own name and its owner: ``nepalese communist party`` ──▶ ``communist party``, Nepal.

    A name that isn't generic comes back whole, without an owner.
    """
    for n in range(1, LONGEST_OWNER + 1):
        rest = name[n:]
        if name[:n] in places and generic(rest):
            return office(rest), places[name[:n]]
        head, tail = name[:-n], name[-n:]
        if head[-1:] == ("the",):
            head = head[:-1]
        if tail in places and head[-1:] == ("of",) and generic(head[:-1]):
            return office(head[:-1]), places[tail]
    home = [f"{sort}:{' '.join(name[:-1]).title()}" for sort in ("city", "state") if name[-1:] in _generic()[0]]
    return next(((name[-1:], key) for key in home if whereabouts(key)[0]), (name, ""))  # Quito Eagles


def owners_among(names: tuple[Name, ...]) -> dict[Words, str]:
    """Return what the places, demonyms and bodies among some names are called, and an identifier for each."""
    found: dict[Words, str] = {}
    for name in names:
        if _owns(name):
            found[form_of(name.text).words] = found[form_of(name.norm).words] = _identifier(name)
    return found


def _owns(name: Name) -> bool:
    return name.kind == "place" or (name.kind == "organisation" and not generic(form_of(name.norm).words))


def _identifier(name: Name) -> str:
    return name.key or " ".join(spelled(form_of(name.norm).words))


def context_owner(found: Findings, index: int) -> tuple[str, str]:
    """Return the owner just before (or, with ``of``, just after) the name at an index, and the words of both."""
    names, text = found.names, found.article.text
    body = names[index]
    for other in reversed(names[max(0, index - 3) : index]):
        between = text[other.span.end : body.span.start]
        leads = _BETWEEN.match(between) and not _BREAKS.search(between.replace("of the", "of"))
        if leads and _owns(other) and body.span.start - other.span.end <= _NEAR:
            both = text[other.span.start : body.span.end]
            return _identifier(other), "" if ")" in both else both
    following = names[index + 1] if index + 1 < len(names) else None
    if following and following.form != "demonym" and _owns(following):
        between = text[body.span.end : following.span.start]
        if len(between) < _NEAR and _AFTER.match(between):
            return _identifier(following), text[body.span.start : following.span.end]
    return "", ""
