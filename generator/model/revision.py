"""What changed since the accepted state: facts, and what became of each."""

from dataclasses import dataclass
from typing import Literal

from generator.model.evidence import Evidence

ACCEPTED = "briefing-accepted/2"
"""The form of the file of the accepted state; a number higher means that older programs can't read it."""

FactKind = Literal["event", "figure", "statement", "definition", "entity", "difference"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the sources tell: a group of claims, named by what they say and not by where they stand.

    ``claims`` are hashes of content (of the kind, the value and the whole sentence, normalised), ``articles`` those of
    the articles that make them, both sorted; ``origins`` counts the independent ones. ``value`` is what may change
    while the fact stays the same: an event's date (EDTF), who speaks, the verdict on a difference. ``text`` is to show;
    ``key`` is the id of the event, utterance, measure, entry, entity or difference, and ``sides`` is where the claims
    are read, by origin: both are empty for a fact of the accepted state.
    """

    id: str
    kind: FactKind
    text: str
    value: str
    claims: tuple[str, ...]
    origins: int
    articles: tuple[str, ...]
    key: str = ""
    sides: tuple[tuple[Evidence, ...], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A page that readers may know: of an article or of something named (its kind), its id, and what stands there.

    ``about`` is the content hash of the article, or the id of the fact that something is named.
    """

    kind: str
    id: str
    about: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """The state of a corpus that was last accepted (``accepted.jsonl``): an input, like the corrections.

    ``articles`` are content hashes with titles, ``addresses`` those of all pages that ever stood in it.
    """

    path: str
    generator: str
    articles: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    addresses: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one fact since the accepted state.

    ``fact`` is the fact as it is now, or, where it is told no more, as it was accepted; ``before`` is the accepted one.
    ``read`` marks what changed although its articles did not: the program, a correction or the context did it.
    ``cited`` are some places to show, one for each origin; of a confirmation the new one comes last.
    """

    what: Literal["added", "confirmed", "unconfirmed", "opened", "widened", "closed", "redated", "reattributed", "gone"]
    fact: Fact
    before: Fact | None = None
    read: bool = False
    cited: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """What the corpus is beyond the accepted state: articles (ids; titles of those removed), facts.

    ``orphaned`` are the corrections that match nothing; ``because`` tells what else is not as it was.
    """

    added: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    orphaned: tuple[str, ...] = ()
    moved: tuple[tuple[Address, Address], ...] = ()
    """Addresses that lead nowhere now, each with that of the same page."""
    because: tuple[str, ...] = ()
