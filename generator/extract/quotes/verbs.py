"""Which words are forms of a verb of speech, and which only look like one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.extract.quotes import phrases
from generator.extract.quotes.wordsets import wordlist, wordset
from generator.lexicons import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.quotes.tokens import Token


class Verb(NamedTuple):
    """A form of a verb of speech; see ``quotes-verbs.txt`` for what it takes and when it is firm."""

    lemma: str
    form: str  # base | s | past | participle | ing
    takes: frozenset[str]
    firm: bool


@cache
def _verbs() -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for base, s, past, participle, ing, takes, firm in table("quotes-verbs"):
        forms = {"base": base, "s": s, "participle": participle, "past": past, "ing": ing}
        for name, form in forms.items():
            if name == "past" or form not in found:
                found[form] = Verb(base, name, frozenset(takes.split()), firm == "firm")
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
    present = found.form in ("base", "s")
    if before is None:
        return found.form == "s"
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
        return found.form == "s" and _also_noun(found)
    if before.is_a("conj"):
        return found.form == "base" or _also_noun(found)
    if before.is_capital:
        return found.form == "s" and before.low.endswith(_DEMONYM) and _also_noun(found)
    adjective = before.low.endswith(("ed", *sorted(wordset("adjective-endings"))))
    noun = found.form == "base" or adjective or _also_noun(found)
    return not phrases.is_role(before) and noun and before.low != "back"


_DEMONYM = ("an", "ese", "ish", "ench", "utch")


def _also_noun(found: Verb) -> bool:
    return found.lemma in wordlist("quotes-nouns") or found.lemma in wordlist("quotes-verbs-or-nouns")
