"""Which word forms tell a happening, and of which kind: the tables of ``events-*`` made ready."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from generator.lexicons import table
from generator.text import LEXICON, entries, lemmas
from generator.text import forms as of_class
from generator.text.inflection import plural


class Act(NamedTuple):
    """What a word tells: the act that two tellings of one happening share, and the kind it is listed under."""

    name: str
    kind: str


class Form(NamedTuple):
    """A form of a verb: its base and which of ``past``, ``participle``, ``gerund``, ``present``, ``base`` it can be."""

    base: str
    parts: frozenset[str]


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
            for form in (noun, plural(noun)):
                found.setdefault(form, Act(name, kind))
    return found


@cache
def forms() -> dict[str, Form]:
    """Return word form → verb form, for every verb of the table of words."""
    words = (LEXICON[form] for form in sorted(of_class("verb")))
    return {w.low: Form(w.lemma, w.kinds) for w in words if "aux" not in w.kinds}


def light() -> frozenset[str]:
    """Return the verbs that say little by themselves."""
    return lemmas("light")


@cache
def speech() -> dict[str, bool]:
    """Return the verbs after which a clause may follow without *that*, and whether they only pass on what is said."""
    return {verb.lemma: "passes-on" in verb.kinds for verb in entries("takes-clause")}


def _rows() -> tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]:
    rows = []
    for row in table("events-acts"):
        kind, name, verbs, *rest = row
        rows.append((kind, name, tuple(verbs.split()), tuple(" ".join(rest).split())))
    return tuple(rows)
