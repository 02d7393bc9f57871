"""What a difference asks, in the language of the pages: its own question, or only that of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.words import ENGLISH, N_, _, language
from generator.words.reasons import known_question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import DifferenceKind

PLAIN: Mapping[DifferenceKind, str] = {
    "date": N_("When was this?"),
    "own-date": N_("When was this article written?"),
    "coming": N_("Is this past, or still to come?"),
    "figure": N_("How many, or how much?"),
    "period": N_("For which time?"),
    "denial": N_("Is this so, or not?"),
    "speaker": N_("Who said this?"),
    "quotation": N_("What exactly was said?"),
    "direction": N_("Which way did it go?"),
    "act": N_("What was done?"),
    "order": N_("In which order?"),
    "name": N_("Which name is right?"),
    "claim": N_("What holds?"),
}
"""What each kind asks where a question made of English words can't be put into another language."""


def asked(kind: DifferenceKind, question: str) -> tuple[str, bool]:
    """Return the question, and whether it is only that of its kind, so that words of a source must stand beside it."""
    if language() == ENGLISH:
        return question, False
    whole = known_question(question)
    return (whole, False) if whole else (_(PLAIN[kind]), True)
