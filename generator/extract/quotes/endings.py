"""Where a statement that somebody is said to have made ends."""

from collections.abc import Sequence

from generator.extract.quotes import phrases
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.spoken import fronted
from generator.extract.quotes.subjects import DASHES
from generator.extract.quotes.tokens import Token
from generator.lexicons import wordset

# a statement without a verb in its first words is no clause
VERB_REACH = 14
_NO_SUBJECT = ("verb", "inner", "base", "to", "participle", "wh", "rel", "adv")


def turn(tokens: Sequence[Token], known: Sequence[Cue], cue: Cue, end: int) -> int:
    """Return where a clause begins in which somebody else speaks: ``Lee said it was late[, but Sato said …]``."""
    for other in known:
        if other.subject is None or other.inverted or other.subject.first <= cue.last + 1:
            continue
        k = other.subject.first - 1 - tokens[other.subject.first - 1].is_a("det")
        aside = tokens[k - 1].text == ","
        aside |= other.verb.is_a("denies")
        if tokens[k].low in wordset("quotes-turns") or (aside and tokens[k].low == "and"):
            return min(end, k - (tokens[k - 1].text == ","))
    return end


def clause_end(tokens: Sequence[Token], cue: Cue, start: int, end: int) -> int:
    """Return where a statement ends: with its sentence or clause, or before the subject's next verb of speech."""
    aside = tokens[cue.first - 1].low == "who"
    led = fronted(tokens, cue) not in ("", "that")
    for k in range(start + 1, end - 1):
        token = tokens[k]
        quoted = token.stretch >= 0 and token.text.endswith(",") and tokens[k + 1].low == "according"
        if quoted or (token.text == "(" and all(t.text != ")" for t in tokens[k:end])):
            return k + quoted  # the bracket is closed behind the sentence's last word
        if token.text in (",", ";", *DASHES):
            follows = tokens[k + 1]
            if follows.low == "according" or (follows.speech and follows.is_a("firm") and follows.form == "ing"):
                return k
            left = aside and follows.part == "verb" and follows.form != "base"  # Lee, who said that …, called it fair
            if left or (led and token.text == "," and is_clause(tokens, k + 1, end)):
                return k  # while Lee said that it was safe, Sato left
            beside = token.text == "," and follows.low in ("while", "whereas") and k + 2 < end
            if beside and tokens[k + 2].named and is_clause(tokens, k + 2, end):
                return k  # Acme said it expects a loss, while Bolt will earn more
        if token.text == ";" or (token.low in ("and", "but") and (_coordinated(tokens, cue, k))):
            return k - 1 if tokens[k - 1].text == "," else k
    return end


def _coordinated(tokens: Sequence[Token], cue: Cue, k: int) -> bool:
    """Tell whether ``and`` leads to another verb of speech in the same form, or to the writer: ``… and I left``."""
    j = k + 1
    while j + 1 < len(tokens) and tokens[j].is_a("adv", "not", "aux"):
        j += 1
    if tokens[k].low == "but":
        return j > k + 1 and tokens[j].speech and tokens[j].is_a("declinable")  # but would not say
    spoken = tokens[j].speech and tokens[j].is_a("firm") and cue.verb.form in ("past", "present")
    return (spoken and tokens[j].form == cue.verb.form) or (tokens[j].low == "i" and tokens[j].stretch < 0)


def phrase_end(tokens: Sequence[Token], start: int, end: int, relative: bool) -> int:  # noqa: FBT001 - a fact, no option
    """Return where a noun phrase ends: ``announced [the sale] and left``, ``announced [the sale], while Sato left``."""
    end = next((k for k in range(start + 1, end - 1) if tokens[k].text == "," and tokens[k + 1].is_a("sub")), end)
    for k in range(start + 1, end - 1):
        if tokens[k].part == "verb" or tokens[k].low == "that":
            return k if relative and tokens[k].part == "verb" else end  # those who sought [a sale] left; else a clause
        behind = next((t for t in tokens[k + 1 : end] if not t.is_a("adv", "sub")), None)
        if tokens[k].is_a("conj") and behind is not None and behind.part == "verb":
            return k - (tokens[k - 1].text == ",")
    return end


def news_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where what is announced ends, and how and when begins: ``announced [his leave] in a letter on Monday``."""
    for k in range(start + 1, end - 1):
        behind = tokens[k + 1]
        day = tokens[k].low == "on" and behind.low in wordset("quotes-days")
        told = tokens[k].low in ("in", "at", "through", "during") and tokens[behind.phrase[1] - 1].is_a("source")
        aside = tokens[k].text == "," and (behind.part == "number" or behind.is_a("prep"))  # , one day after
        if day or told or aside:
            return k
    return end


def is_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a subject and a verb follow: ``said [the council had agreed]``."""
    if start >= end:
        return False
    opening = tokens[start]
    timed = not opening.is_word or opening.low in wordset("quotes-days")
    joined = opening.is_a("prep", "sub", "conj") or opening.part in _NO_SUBJECT
    if timed or joined or phrases.begins_with_verb(tokens, start):
        return False
    last = min(end, start + VERB_REACH)
    aside = opening.is_capital and all(t.is_capital for t in tokens[start : start + 2])  # said Ann Lee, 40, had left
    comma = last if aside else next((k for k in range(start, last) if tokens[k].text in (",", ";", *DASHES)), last)
    verbs = (k for k in range(start + 1, comma) if tokens[k].part == "verb")
    return any(tokens[k - 1 - (tokens[k - 1].part == "adv")].part not in ("conj", "rel") for k in verbs)
