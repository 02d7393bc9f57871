"""Changes: in which direction a figure moves, and the figure that it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.extract.figures.sentence import changes, verbs
from generator.extract.figures.tokens import HYPHENS, at
from generator.extract.figures.wordsets import wordset

if TYPE_CHECKING:
    from generator.extract.figures.phrases import Quantity
    from generator.extract.figures.sentence import Sentence

_BACK = 5
"""Tokens before a figure among which the verb of its change stands: ``rose by more than``."""
_AHEAD = 5
"""Tokens behind it: ``a 21% year-on-year increase``."""
_LINK = 9
"""Tokens between a change and the value that it led to."""
_TO = wordset("change-to")


def direction(s: Sentence, q: Quantity) -> Literal["", "up", "down"]:
    """Return ``up`` or ``down`` for a change (``rose 21%``, ``a drop of 300``), else nothing."""
    tokens = s.tokens
    for k in range(q.first - 1, max(-1, q.first - 1 - _BACK), -1):
        token = tokens[k]
        if (
            token.low in ("to", "at", "from")
            or (token.kind == "sign" and token.text not in HYPHENS)
            or token.kind == "num"
        ):
            break
        kind = verbs().get(token.low) if k < q.first else None
        noun = changes().get(token.low) if at(tokens, k + 1).low in ("of", "by") else None
        if (kind or noun) in ("up", "down"):
            return "up" if (kind or noun) == "up" else "down"
        if kind == "level":
            break
    for k in range(q.after, q.after + _AHEAD):
        token = at(tokens, k)
        if token.kind != "word" and token.text not in HYPHENS:
            break
        if token.low in ("of", "in", "and", "to", "from", "a", "the"):
            break
        if token.low in changes() and (q.kind in ("percent", "points") or token.low not in ("more", "less", "lower")):
            return "up" if changes()[token.low] == "up" else "down"
    return ""


def led_to(s: Sentence, q: Quantity, following: Quantity | None) -> Quantity | None:
    """Return the value that a change led to: ``rose 21% [to USD 145 billion]``."""
    if following is None or following.first - q.after > _LINK or following.kind in ("ordinal", "duration", "age"):
        return None
    between = [t.low for t in s.tokens[q.after : following.first]]
    if not _TO & set(between) or ";" in between:
        return None
    first = next(k for k, w in enumerate(between) if w in _TO)
    return following if len(between) - first <= _BACK + 1 else None
