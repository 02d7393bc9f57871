"""Which words say that somebody speaks, and who."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.extract.quotes import phrases
from generator.extract.quotes.wordsets import wordlist, wordset
from generator.lexicons import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.quotes.phrases import Phrase
    from generator.extract.quotes.tokens import Token

# how far an apposition between a subject and its verb may reach
WIDEST = 45


class Verb(NamedTuple):
    """A form of a verb of speech."""

    lemma: str
    form: str  # base | s | past | participle | ing
    takes: frozenset[str]
    firm: bool


class Cue(NamedTuple):
    """A verb of speech in a sentence, as a token range, with its subject.

    The subject of a ``passive`` one stands behind ``by``.
    """

    first: int
    last: int  # exclusive
    verb: Verb
    subject: Phrase | None
    passive: bool = False


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
    """Return the verb of speech that a word is a form of."""
    return _verbs().get(token.low) if token.stretch < 0 and not (token.is_capital and token.text.isupper()) else None


def find_cues(tokens: Sequence[Token], first: int, end: int) -> list[Cue]:
    """Return the verbs of speech in a sentence with their subjects, in text order."""
    return [cue for i in range(first, end) if (cue := _cue(tokens, i, first, end))]


def _cue(tokens: Sequence[Token], i: int, first: int, end: int) -> Cue | None:
    found = verb(tokens[i])
    if not found or _is_noun(tokens, i, first, found):
        return None
    if found.form in ("past", "participle") and (_passive(tokens, i, first) or _reduced(tokens, i, first, found)):
        agent = _agent(tokens, i, end)
        return Cue(i, i + 1, found, agent, passive=True) if agent else None
    if found.form != "ing" and _behind_quotation(tokens, i, first):
        return Cue(i, i + 1, found, inverted(tokens, i, end))
    return Cue(i, i + 1, found, subject(tokens, i, first))


def _behind_quotation(tokens: Sequence[Token], i: int, first: int) -> bool:
    j = i - 1
    if j > first and tokens[j].text in (",", "–", "—", "-") and tokens[j].stretch < 0:
        j -= 1
    return j >= first and tokens[j].stretch >= 0


def inverted(tokens: Sequence[Token], i: int, end: int) -> Phrase | None:
    """Return the subject behind a verb: ``said [the mayor]``."""
    j = i + 1
    while j < end and _adverb(tokens[j]):
        j += 1
    found = phrases.forward(tokens, j, end)
    if found and found.kind == "pronoun" and tokens[found.first].low not in wordset("speaking-pronouns"):
        return None
    return found if found and tokens[found.first].low not in wordset("days") else None


def _is_noun(tokens: Sequence[Token], i: int, first: int, found: Verb) -> bool:
    """Tell whether a form stands where only a noun or an adjective can (``his call``, ``the reported plan``)."""
    before = tokens[i - 1] if i > first else None
    present = found.form in ("base", "s")
    if before is None:
        return found.form == "s"
    if before.low in ("'s", "’s") or (before.is_a("prep") and before.low != "to" and not before.is_a("sub", "adv")):
        return present or (before.is_a("prep") and found.form != "ing")
    if before.is_a("poss") or (before.is_a("det") and before.low not in wordset("also-subject")):
        return present or before.low != "her"
    return present and _noun_behind(before, found)


def _noun_behind(before: Token, found: Verb) -> bool:
    """Tell whether a present form is a noun, given the word before it, which is neither article nor preposition."""
    if before.is_a("aux", "adv", "pron", "wh", "sub", "obj") or before.low == "to" or before.stretch >= 0:
        return False
    if before.is_a("conj") or not before.is_word:
        return found.form == "base" or _also_noun(found)
    if found.form == "base":
        return not before.low.endswith("s") and not phrases.is_role(before)
    return _also_noun(found) and not (before.is_capital or phrases.is_role(before))


def _also_noun(found: Verb) -> bool:
    return found.lemma in wordlist("quotes-nouns")


def _reduced(tokens: Sequence[Token], i: int, first: int, found: Verb) -> bool:
    """Tell whether a participle belongs to the noun before it: ``a film called “…”``."""
    before = tokens[i - 1] if i > first else None
    if before is None:
        return False
    if before.text == ",":
        return found.lemma in wordset("naming")
    if before.is_a("adv") and i - 2 >= first and tokens[i - 2].text == ",":
        return found.lemma in wordset("naming")
    return (
        found.lemma in wordset("naming")
        and before.is_word
        and phrases.content(before)
        and not before.is_capital
        and not phrases.is_role(before)
    )


def _passive(tokens: Sequence[Token], i: int, first: int) -> bool:
    if i + 1 < len(tokens) and tokens[i + 1].low == "by" and not tokens[i - 1].is_a("pron"):
        return True
    j = i - 1
    while j >= first and (tokens[j].is_a("adv", "aux") or _adverb(tokens[j])) and tokens[j].low not in wordset("be"):
        j -= 1
    if j < first or tokens[j].low not in wordset("be"):
        return False
    return tokens[j].low not in ("'s", "’s") or (j > first and tokens[j - 1].is_a("wh", "pron", "det"))


def _agent(tokens: Sequence[Token], i: int, end: int) -> Phrase | None:
    """Return who does what a passive says: ``was called “weak” by [the mayor]``."""
    for j in range(i + 1, min(end - 1, i + 12)):
        if tokens[j].low == "by":
            return phrases.forward(tokens, j + 1, end)
        if verb(tokens[j]):
            return None
    return None


def subject(tokens: Sequence[Token], i: int, first: int) -> Phrase | None:
    """Return the subject of the verb at a token, looking left."""
    j = _before_auxiliaries(tokens, i, first)
    if j < first:
        return None
    token = tokens[j]
    if token.text in (",", "–", "—", "-", ";") or token.is_a("conj"):
        return _over_comma(tokens, i, j, first)
    if token.low == "to":
        return main_subject(tokens, first, j)
    if token.is_a("prep") or (tokens[i].low.endswith("ing") and not token.is_a("aux", "pron", "wh")):
        return main_subject(tokens, first, j)
    found = phrases.backward(tokens, first, j + 1)
    if found is None:
        return main_subject(tokens, first, j) if tokens[j].text != ":" else None
    return climb(tokens, found, first)


def _before_auxiliaries(tokens: Sequence[Token], i: int, first: int) -> int:
    """Return the token before a verb's auxiliaries and adverbs."""
    j = i - 1
    while j >= first and (
        tokens[j].is_a("aux", "adv")
        or tokens[j].low in wordset("be")
        or _adverb(tokens[j])
        or tokens[j].low in wordset("self")
    ):
        j -= 1
    if (
        j > first
        and tokens[j].low == "to"
        and tokens[j - 1].low in ("on", "continued", "continues", "sought", "tried", "wants", "wanted")
    ):
        return _before_auxiliaries(tokens, j - 1 - (tokens[j - 1].low == "on"), first)
    return j


def _adverb(token: Token) -> bool:
    return (
        token.is_word
        and not token.is_capital
        and token.low.endswith("ly")
        and token.low not in wordlist("quotes-not-adverbs")
    )


def _over_comma(tokens: Sequence[Token], i: int, j: int, first: int) -> Phrase | None:
    """Return the subject where a comma or a conjunction stands before the verb."""
    if tokens[j].is_a("conj"):
        return _shared(tokens, j, first)
    if tokens[i].low.endswith("ing"):
        return main_subject(tokens, first, j)
    if found := _before_apposition(tokens, j, first):
        return found
    return main_subject(tokens, first, j)


def _shared(tokens: Sequence[Token], j: int, first: int) -> Phrase | None:
    """Return the subject of the verb of speech before a conjunction, or else the sentence's."""
    for k in range(j - 1, max(first, j - WIDEST) - 1, -1):
        found = verb(tokens[k])
        if found and found.firm and not _is_noun(tokens, k, first, found) and (before := subject(tokens, k, first)):
            return before
    return main_subject(tokens, first, j)


def _before_apposition(tokens: Sequence[Token], j: int, first: int) -> Phrase | None:
    """Return the phrase that an apposition or a relative clause before the verb belongs to."""
    tried = 0
    for k in range(j - 1, max(first, j - WIDEST) - 1, -1):
        if tokens[k].text not in (",", "–", "—", "-"):
            continue
        tried += 1
        found = phrases.backward(tokens, first, k)
        if (
            found
            and found.kind in ("name", "description")
            and _begins_clause(tokens, climb(tokens, found, first).first, first)
        ):
            return climb(tokens, found, first)
        if tried == phrases.MOST_COMMAS:
            return None
    return None


def _begins_clause(tokens: Sequence[Token], k: int, first: int) -> bool:
    if k == first:
        return True
    before = tokens[k - 1]
    return before.stretch >= 0 or before.text in ",;:–—-(" or before.is_a("conj", "sub", "adv") or before.low == "that"


def climb(tokens: Sequence[Token], found: Phrase, first: int) -> Phrase:
    """Return the phrase that a prepositional one before the verb belongs to: ``[an aide] of the mayor said``."""
    for _ in range(4):
        k = found.first - 1
        if k <= first or not tokens[k].is_a("prep") or tokens[k].low in wordset("time-prepositions"):
            return found
        above = phrases.backward(tokens, first, k)
        if above is None or above.kind in ("pronoun", "relative"):
            return found
        found = above
    return found


def main_subject(tokens: Sequence[Token], first: int, end: int) -> Phrase | None:
    """Return the first noun phrase of a sentence that no preposition governs."""
    i = first
    for _ in range(3):
        while i < end and (
            tokens[i].is_a("conj")
            or (tokens[i].text in "([)],;:–—-•*" and tokens[i].stretch < 0)
            or tokens[i].stretch >= 0
        ):
            i += 1
        if i >= end:
            return None
        if _fronted(tokens, i):
            comma = next((k for k in range(i, end) if tokens[k].text == ","), None)
            if comma is None:
                return None
            i = comma + 1
            continue
        if not verb(tokens[i]) and (found := phrases.forward(tokens, i, end)):
            return found
        i += 1
    return None


def _fronted(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.is_a("prep", "sub") and token.low != "that":
        return True
    return (
        token.low.endswith("ly")
        or token.is_a("adv")
        or token.low.endswith("ing")
        or (token.low.endswith("ed") and not token.low.endswith("eed"))
        or token.is_a("wh")
    )
