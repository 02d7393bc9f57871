"""The whole corpus, linked; what the pages are made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model.source import Corrections

if TYPE_CHECKING:
    from generator.model.article import Article
    from generator.model.evidence import Problem
    from generator.model.findings import Findings
    from generator.model.linked import (
        Agreement,
        Check,
        Difference,
        Entity,
        Entry,
        Event,
        Measure,
        Origin,
        Passage,
        Relation,
        Topic,
        Utterance,
    )
    from generator.model.revision import Accepted, Revision


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole corpus, linked; what the pages are made from."""

    findings: tuple[Findings, ...]
    corrections: Corrections = field(default_factory=Corrections)
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    measures: tuple[Measure, ...] = ()
    entries: tuple[Entry, ...] = ()
    passages: tuple[Passage, ...] = ()
    origins: tuple[Origin, ...] = ()
    differences: tuple[Difference, ...] = ()
    related: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
    checks: tuple[Check, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    stories: tuple[tuple[str, ...], ...] = ()
    """The ids of the articles that tell one story, for each story that two or more tell."""
    topics: tuple[Topic, ...] = ()
    accepted: Accepted | None = None
    revision: Revision | None = None
    """None where no state has been accepted."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order of their ids."""
        return tuple(f.article for f in self.findings)
