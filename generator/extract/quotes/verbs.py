"""Which words are forms of a verb of speech, and which only look like one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.extract.quotes import phrases
from generator.extract.quotes.wordsets import wordlist, wordset
from generator.text import entries, forms, lemmas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.quotes.tokens import Token


class Verb(NamedTuple):
    """A form of a verb of speech; see ``words.tsv`` for what it ``takes`` and when it is firm."""

    lemma: str
    form: str  # base | present | past | participle | ing
    takes: frozenset[str]
    firm: bool


@cache
def _verbs() -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for entry in entries("speech"):
        for name in ("base", "present", "participle", "past", "ing"):
            for form in entry.forms[name]:
                if name == "past" or form not in found:
                    found[form] = Verb(entry.lemma, name, entry.kinds, "firm" in entry.kinds)
    return found


def verb(token: Token) -> Verb | None:
    """Return the verb of speech that a word is a form of; a capital only starts one with a sentence."""
    return _verbs().get(token.low) if token.stretch < 0 else None


def speech(tokens: Sequence[Token], i: int, first: int) -> Verb | None:
    """Return the verb of speech at a token of a sentence, unless the word is a noun, a name or an adjective there."""
    found = verb(tokens[i])
    if found is None or (tokens[i].is_capital and i > first) or _is_noun(tokens, i, first, found):
        return None
    return found


def is_adverb(token: Token) -> bool:
    """Tell whether a word is an adverb in -ly."""
    return token.is_word and token.low.endswith("ly") and token.low not in wordlist("quotes-not-adverbs")


def _is_noun(tokens: Sequence[Token], i: int, first: int, found: Verb) -> bool:
    """Tell whether a form stands where only a noun or an adjective can (``his call``, ``the reported plan``)."""
    before = tokens[i - 1] if i > first else None
    present = found.form in ("base", "present")
    if before is None:
        return found.form == "present"
    if present and i + 1 < len(tokens) and tokens[i + 1].is_a("aux") and tokens[i + 1].low not in ("not", "never"):
        return True
    if before.low in ("'s", "’s") or (before.is_a("prep") and before.low != "to" and not before.is_a("sub", "adv")):
        return present or (before.is_a("prep") and found.form != "ing")
    if before.is_a("poss") or (before.is_a("det") and before.low not in wordset("also-subject")):
        return present or before.low != "her"
    return before.low == "so" or (present and _noun_behind(before, found))


def _noun_behind(before: Token, found: Verb) -> bool:
    """Tell whether a present form is a noun, given the word before it, which is neither article nor preposition."""
    if before.low == "as":
        return _also_noun(found)
    if before.is_a("aux", "adv", "pron", "wh", "sub", "obj") or before.low == "to" or not before.is_word:
        return False
    if before.is_a("det"):
        return found.form == "present" and _also_noun(found)
    if before.is_a("conj"):
        return found.form == "base" or _also_noun(found)
    if before.is_capital:
        return found.form == "present" and before.low.endswith(_DEMONYM) and _also_noun(found)
    adjective = before.low.endswith(("ed", *sorted(wordset("adjective-endings"))))
    noun = found.form == "base" or adjective or _also_noun(found)
    return not phrases.is_role(before) and noun and before.low != "back"


_DEMONYM = ("an", "ese", "ish", "ench", "utch")


def _also_noun(found: Verb) -> bool:
    return found.lemma in forms("said") or found.lemma in lemmas("also-noun")
