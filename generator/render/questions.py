"""What differences ask, in the language of the pages; where only their kind is asked, with words of a source."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from generator.words import _
from generator.words.questions import asked

if TYPE_CHECKING:
    from generator.model import Briefing, Difference

LETTERS = 130  # of a source's words beside a question: what is asked about, and no more


class Asked(NamedTuple):
    """A question, and words of an article that say what it is about: empty where the question says so itself."""

    question: str
    words: str
    article: str

    def __str__(self) -> str:
        """Return both on one line."""
        return f"{self.question} {self.words}" if self.words else self.question


def ask(difference: Difference, briefing: Briefing) -> Asked:
    """Return what a difference asks."""
    question, bare = asked(difference.kind, difference.question)
    if not bare:
        return Asked(question, "", "")
    event = next((e for e in briefing.events if e.id == difference.event), None)
    about = event.headline if event else difference.readings[0].evidence[0]
    line = shorten(" ".join(about.text.split()).strip('“”"„'), LETTERS, placeholder=" …")
    return Asked(question, _("“{words}”", words=line), about.article)
