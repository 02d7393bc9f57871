"""What is read: the articles as received, and what an editor decided."""

from dataclasses import dataclass, field
from typing import Literal

from generator.model.evidence import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """What a file states of itself outside the text of the article: a field of ``Article``, its value, and the place.

    ``place`` is for people (``line 12, og:title``). A date that is given as an ``instant`` of universal time may have
    been the day before or after where it was published; what was ``guessed`` from markup or address yields to the text.
    """

    field: str
    value: str
    place: str
    how: Literal["stated", "instant", "guessed"] = "stated"


@dataclass(frozen=True, slots=True)
class Supplied:
    """A finding that comes from elsewhere: ``exact`` words of an article, who found what in them, and what they say.

    The words stand right behind ``prefix`` and right before ``suffix``, where these are given. ``says`` are the fields
    of its ``kind`` and their values; ``path`` and ``line`` (1-based) are where the finding stands.
    """

    kind: str
    by: str
    exact: str
    prefix: str
    suffix: str
    says: tuple[tuple[str, str], ...]
    path: str
    line: int

    def get(self, name: str) -> str:
        """Return what a field says, empty where it isn't given."""
        return dict(self.says).get(name, "")


@dataclass(frozen=True, slots=True)
class Layout:
    """What a text has in common with others of its house: the places of the ``shared`` lines, its name and its day.

    ``day`` stands at the like place in each of them; name and day are None where none is shared.
    """

    shared: tuple[Span, ...] = ()
    name: Span | None = None
    day: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One article as received: its decoded text, never changed.

    ``path`` is relative to the project, with forward slashes; of several articles in one file it ends in ``#`` and the
    article's own name. ``format`` is ``txt`` or ``md``, as the text is to be read, or ``page`` where its marks are the
    reader's own. ``states`` is what the file says of itself, ``story`` the part of the text that its markup sets apart
    as the article (all of it if None); ``kept`` tells that the text isn't the file itself, decoded, and has to be kept
    beside the data. ``sidecar`` holds what ``<name>.yml`` states, as (field, value, line), ``supplied`` what
    ``<name>.findings.jsonl`` brings in, ``layout`` what its text has in common with others.
    """

    path: str
    sha256: str
    text: str
    format: str
    sidecar: tuple[tuple[str, str, int], ...] = ()
    sidecar_path: str = ""
    states: tuple[Statement, ...] = ()
    story: Span | None = None
    kept: bool = False
    supplied: tuple[Supplied, ...] = ()
    layout: Layout = field(default_factory=Layout)

    @property
    def status(self) -> str:
        """What the editor does with it: ``skip``, ``cite-only``, or empty."""
        return self.stated("status")

    @property
    def note(self) -> str:
        """What the editor notes about it, or empty."""
        return self.stated("note")

    def stated(self, field: str) -> str:
        """Return what the editor states in a field, or an empty string."""
        return next((value for name, value, _ in self.sidecar if name == field), "")
