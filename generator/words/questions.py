"""What a difference asks, in the language of the pages: its own question, or only that of its kind."""

from __future__ import annotations

from generator.model import Kind
from generator.words import ENGLISH, language
from generator.words.reasons import known_question, told


def asked(kind: str, question: str) -> tuple[str, bool]:
    """Return the question, and whether it is only that of its kind, so that words of a source must stand beside it."""
    if language() == ENGLISH:
        return question, False
    whole = known_question(question)
    return (whole, False) if whole else (told(Kind[kind.upper()].row.plain), True)
