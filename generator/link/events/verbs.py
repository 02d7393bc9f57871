"""Which word forms tell a happening, and of which kind: the tables of ``events-*`` made ready."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.lexicons import table, words

_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]{0,4}[aeiou][^aeiouwxy]")  # stop, plan, but not look, test, fix
_STRESSED = ("pel", "fer", "mit", "nap", "cur")


class Act(NamedTuple):
    """What a word tells: the act that two tellings of one happening share, and the kind it is listed under."""

    name: str
    kind: str


class Form(NamedTuple):
    """A form of a verb: its base and which of ``past``, ``participle``, ``gerund``, ``present``, ``base`` it can be."""

    base: str
    parts: frozenset[str]


@cache
def irregular() -> dict[str, tuple[str, str]]:
    """Return base → (past, participle) of the irregular verbs."""
    return {base: (past, participle) for base, past, participle in table("events-irregular")}


@cache
def acts() -> dict[str, Act]:
    """Return base form of a verb → its act; the first row that lists a verb decides."""
    found: dict[str, Act] = {}
    for kind, name, verbs, *_ in _rows():
        for verb in verbs:
            found.setdefault(verb, Act(name, kind))
    return found


@cache
def nouns() -> dict[str, Act]:
    """Return noun (singular and plural) → its act; the first row that lists a noun decides."""
    found: dict[str, Act] = {}
    for kind, name, _, names in _rows():
        for noun in names:
            for form in (noun, _with_s(noun)):
                found.setdefault(form, Act(name, kind))
    return found


@cache
def forms() -> dict[str, Form]:
    """Return word form → verb form, for every verb that the tables name."""
    found: dict[str, Form] = {}
    further = (*light(), *speech(), *(word for word, kind in table("events-modes") if kind == "meant"))
    for base in dict.fromkeys((*irregular(), *acts(), *further)):
        for word, part in _inflected(base):
            known = found.get(word)
            if known is None:
                found[word] = Form(base, frozenset((part,)))
            elif known.base == base:
                found[word] = Form(base, known.parts | {part})
    return found


@cache
def light() -> frozenset[str]:
    """Return the verbs that say little by themselves."""
    return frozenset(words("events-light"))


@cache
def speech() -> dict[str, bool]:
    """Return the verbs after which a clause may follow without *that*, and whether they only pass on what is said."""
    return {verb: mark == "only" for verb, mark in table("events-speech")}


@cache
def closed() -> dict[str, str]:
    """Return closed-class word → its part (``det``, ``prep``, ``be``, …)."""
    return {row[0]: row[1] for row in table("events-words")}


def _rows() -> tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]:
    rows = []
    for row in table("events-acts"):
        kind, name, verbs, *rest = row
        rows.append((kind, name, tuple(verbs.split()), tuple(" ".join(rest).split())))
    return tuple(rows)


def _inflected(base: str) -> tuple[tuple[str, str], ...]:
    past, participle = irregular().get(base, (_with_ed(base), _with_ed(base)))
    british = ((base + "led", "past"), (base + "led", "participle"), (base + "ling", "gerund"))
    return (
        *(british if base.endswith(("el", "al")) else ()),  # travelled beside traveled
        (base, "base"),
        (_with_s(base), "present"),
        (_with_ing(base), "gerund"),
        (past, "past"),
        (participle, "participle"),
    )


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _with_ing(base: str) -> str:
    if base.endswith("ee"):
        return base + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e"):
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    """Double a final consonant after a single vowel where English does: ``stop``, ``occur``, ``refer``."""
    short = _SHORT.fullmatch(base)
    return base + base[-1] if short or base.endswith(_STRESSED) else base
