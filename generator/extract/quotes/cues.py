"""Where a sentence says that somebody speaks, and who."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.quotes import phrases
from generator.extract.quotes.phrases import Phrase
from generator.extract.quotes.subjects import DASHES, beside, subject
from generator.extract.quotes.tokens import Token
from generator.lexicons import wordset

# how far behind a passive its agent may stand, in tokens
AGENT_REACH = 12


class Cue(NamedTuple):
    """A verb of speech in a sentence, as a token range, with its subject.

    The subject of a ``passive`` one stands behind ``by``.
    """

    first: int
    last: int  # exclusive
    verb: Token
    subject: Phrase | None
    passive: bool = False

    @property
    def inverted(self) -> bool:
        """Whether the subject stands behind an active verb."""
        return self.subject is not None and self.subject.first > self.first and not self.passive


def find_cues(tokens: Sequence[Token], first: int, end: int) -> list[Cue]:
    """Return the verbs of speech in a sentence with their subjects, in text order."""
    found: list[Cue] = []
    for i in range(first, end):
        if "speech" in tokens[i].word.kinds:
            earlier = [c.subject for c in found[-1:] if c.subject and c.inverted]
            if cue := _cue(tokens, i, (first, end), earlier):
                found.append(cue)
    return found


def _cue(tokens: Sequence[Token], i: int, sentence: tuple[int, int], earlier: Sequence[Phrase]) -> Cue | None:
    found, (first, end) = tokens[i], sentence
    before = tokens[max(i - 1, first)]
    asked = before.low == "worth" or (before.low == "try" and tokens[i - 2].is_a("conj"))  # it is worth noting
    bare = before.low == "of" or before.part == "det"  # the good of maintaining, any warning signs
    asked = asked or (found.low.endswith("ing") and bare)
    passed = found.word.lemma in wordset("quotes-passing-on") and "saying" in [t.low for t in tokens[i:end]]
    if not found.speech or asked or passed or _goes_on_doing(tokens, i, end):
        return None
    if found.word.lemma in wordset("quotes-telling") and (i + 1 == end or tokens[i + 1].text in ".!?"):
        return None  # "asleep at the wheel", court told
    if found.part == "participle" or (found.group and found.group.voice == "passive"):
        agent = _agent(tokens, i, end)
        if agent is None or found.group or tokens[i - 1].text != "," or phrases.can_speak(tokens, agent):
            return Cue(i, i + 1, found, agent, passive=True) if agent else None  # but Lee, 40, said by telephone
    if found.form != "ing" and found.is_a("says", "tells") and _behind_quotation(tokens, i, first):
        return Cue(i, i + 1, found, inverted(tokens, i, end))
    return Cue(i, i + 1, found, _trailing(tokens, i, end) or subject(tokens, i, first, earlier))


def _goes_on_doing(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Tell whether somebody only goes on with what he does: ``continued to be``."""
    behind = tokens[min(i + 1, end - 1)]
    if tokens[i].word.lemma == "point":
        return behind.low != "out"  # he pointed a gun at them
    return tokens[i].word.lemma in ("continue", "begin") and (behind.part == "to" or behind.stretch >= 0)


def _behind_quotation(tokens: Sequence[Token], i: int, first: int) -> bool:
    j = i - 1
    j -= j > first and tokens[j].text in (",", *DASHES)
    return j >= first and tokens[j].stretch >= 0


def inverted(tokens: Sequence[Token], i: int, end: int) -> Phrase | None:
    """Return the subject behind a verb: ``said [the mayor]``."""
    j = i + 1
    while j < end and tokens[j].part == "adv" and not tokens[j].is_capital:
        j += 1
    if j + 1 < end and tokens[j].low.endswith("ing") and any(t.role for t in tokens[j + 1 : min(end, j + 3)]):
        j += 1  # said managing director Ann Lee, said acting fire chief Bo Reed
    found = phrases.forward(tokens, j, end)
    if found is None or phrases.is_time(tokens[found.first]) or phrases.is_time(tokens[found.head]):
        return None
    mute = found.kind == "pronoun" and tokens[found.first].low not in wordset("quotes-speaking-pronouns")
    return None if mute else beside(tokens, found, end) or found


def _trailing(tokens: Sequence[Token], i: int, end: int) -> Phrase | None:
    """Return the subject behind a verb that closes a sentence: ``The dam is safe, said [the mayor], who built it.``."""
    verb = tokens[i]
    if not verb.is_a("says-bare") or verb.form not in ("past", "present") or i == 0 or tokens[i - 1].text != ",":
        return None
    if verb.word.lemma in wordset("quotes-telling"):
        return None  # told the paper: what follows is the hearer
    found = inverted(tokens, i, end)
    behind = tokens[found.last] if found and found.last < end else None
    closes = behind is None or (behind.stretch < 0 and (not behind.is_word or behind.is_a("prep", "wh")))
    return found if found and closes and phrases.can_speak(tokens, found) else None


def _agent(tokens: Sequence[Token], i: int, end: int) -> Phrase | None:
    """Return who does what a passive says: ``was called “weak” by [the mayor]``."""
    for j in range(i + 1, min(end - 1, i + AGENT_REACH)):
        if tokens[j].low == "by":
            return phrases.forward(tokens, j + 1, end)
    return None
