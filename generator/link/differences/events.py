"""Happenings that sources date differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.link.differences.asking import beside, happening
from generator.link.differences.card import Parts, Question, card
from generator.model import Inferred, Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus
    from generator.model import Difference

_TOLD = "The sources tell one happening in like words, with the same people and places, and date it differently."


def disputed_events(corpus: Corpus) -> Iterator[Difference]:
    """Make a card of every event whose dates can't all be right."""
    for event in corpus.briefing.events:
        if (
            event.status == "disputed"
            and len(event.readings) > 1
            and not any(
                r.basis == "relative"
                and all(isinstance(corpus.article(e.article).published, Inferred) for e in r.evidence)
                for r in event.readings
            )
        ):  # a day counted from a day of publication that is itself worked out
            parts = Parts(clause=happening(corpus, event), beside=beside(corpus, event))
            yield card(Question(Kind.DATE, parts, Verdict.CONFLICT, _TOLD, event.id), event.readings)
