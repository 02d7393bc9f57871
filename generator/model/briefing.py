"""The whole corpus, linked; what the pages are made from."""

from dataclasses import dataclass, field

from generator.model.article import Article
from generator.model.claims import Claim
from generator.model.editing import Aside, Correction, Corrections, Orphan
from generator.model.evidence import Problem
from generator.model.findings import Findings
from generator.model.linked import Difference, Entity, Entry, Event, Meant, Measure, Occasion, Topic, Utterance
from generator.model.origins import Origin, Passage
from generator.model.revision import Accepted, Revision

RELATED = 5
"""The closest articles that are told for each one."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Why an article is related to another, and of how many it is the closest one (``rank``, from 1).

    ``story`` is the id of the story that both tell, if they tell one.
    """

    article: str
    to: str
    rank: int
    score: float
    reasons: tuple[str, ...]
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole corpus, linked; what the pages are made from."""

    findings: tuple[Findings, ...]
    corrections: Corrections = field(default_factory=Corrections)
    entities: tuple[Entity, ...] = ()
    meant: tuple[Meant, ...] = ()
    """Whom pronouns mean, where nobody else is possible, in the order of the articles."""
    events: tuple[Event, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    measures: tuple[Measure, ...] = ()
    entries: tuple[Entry, ...] = ()
    passages: tuple[Passage, ...] = ()
    origins: tuple[Origin, ...] = ()
    claims: tuple[Claim, ...] = ()
    """What two articles or more say of one thing, alike or not."""
    differences: tuple[Difference, ...] = ()
    related: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
    stories: tuple[tuple[str, ...], ...] = ()
    """The ids of the articles that tell one story, for each story that two or more tell."""
    occasions: tuple[Occasion, ...] = ()
    """What happened, the newest first."""
    topics: tuple[Topic, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    """The paths of the articles that the editor leaves out, each with the note beside it."""
    accepted: Accepted | None = None
    revision: Revision | None = None
    """None where no state has been accepted."""
    aside: tuple[Aside, ...] = ()
    applied: frozenset[Correction] = frozenset()
    """The decisions of the editor that have matched something."""
    orphans: tuple[Orphan, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order of their ids."""
        return tuple(f.article for f in self.findings)
