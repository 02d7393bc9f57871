"""How a vote went, in the ways that sentences count one."""

from typing import NamedTuple

from generator.link.content_words import senses
from generator.link.differences.claims.senses import acts
from generator.link.differences.slots.telling import Worded
from generator.link.differences.slots.wholes import share_at
from generator.text import Sentence
from generator.text.numbers import value_of

_AGAINST = frozenset(("against", "another", "otherwise"))
_BACKS = frozenset(("for", "favour", "favor", "back", "support", "vote", "approve", "want"))
_OPPOSES = frozenset(("against", "oppose", "reject", "otherwise"))
_DECIDES = "vote approve reject pass adopt uphold decide rule elect confirm suspend ban"
"""What is done by so many to so many: two numbers elsewhere are a score."""
VOTED = 12
"""Tokens between those in favour, and those against."""


class Vote(NamedTuple):
    """Where a vote ends, how many are against what most want, and how many voted, if that is told."""

    end: int
    against: float
    all: float = 0


def vote_at(t: Worded, i: int) -> Vote | None:
    """Return the vote that begins at a token.

    *by seven votes to two*, *voted 5-4*, *unanimously*, *two of the nine judges dissented*.
    """
    if not senses("amendment").isdisjoint(t.features):
        return None  # of which is voted besides
    low, behind = t.s.low, i + 2 if t.s.low(i + 1) in ("vote", "votes") else i + 1
    if low(i) in ("unanimous", "unanimously"):
        return Vote(i + 1, 0)
    yes, no = value_of(low(i)), value_of(low(behind + 1)) if low(behind) in ("to", "against", "-", "–") else None
    decided = t.deed in acts(_DECIDES) or not senses("vote ballot decision").isdisjoint(t.features)
    if yes is not None and no is not None and (behind == i + 2 or decided):
        return Vote(behind + 2, min(yes, no), yes + no)
    if counted := _for_and_against(t.s, i):
        return counted
    share = share_at(t, i)
    against = t.deed == "dissent" or (t.deed == "vote" and not _AGAINST.isdisjoint(low(k) for k in t.tokens))
    return Vote(share.noun + 1, share.number, share.whole) if share and against else None


def _for_and_against(s: Sentence, i: int) -> Vote | None:
    """Return the vote that begins at a token, if both sides are counted.

    *21 in favour and 11 against*, *eight voted to refuse it and three to grant it*, *ten backed it and one opposed it*.
    """
    yes = value_of(s.low(i))
    if yes is None:
        return None
    no = next((k for k in range(i + 1, min(i + VOTED, len(s) - 1)) if s.parts[k] == "number"), 0)
    between = {w.lemma for w in s.words[i + 1 : no]}
    opposed = s.words[no + 1].lemma in _OPPOSES or ("vote" in between and s.low(no + 1) == "to") if no else False
    if not opposed or between.isdisjoint(_BACKS):
        return None
    against = value_of(s.low(no))
    return None if against is None else Vote(no + 2, min(yes, against), yes + against)
