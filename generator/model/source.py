"""What is read: the articles as received, and what an editor decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
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
class Source:
    """One article as received: its decoded text, never changed.

    ``path`` is relative to the project, with forward slashes; of several articles in one file it ends in ``#`` and the
    article's own name. ``format`` is ``txt`` or ``md``, as the text is to be read, or ``page`` where its marks are the
    reader's own. ``states`` is what the file says of itself, ``story`` the part of the text that its markup sets apart
    as the article (all of it if None); ``kept`` tells that the text isn't the file itself, decoded, and has to be kept
    beside the data. ``sidecar`` holds what ``<name>.yml`` states, as (field, value, line).
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


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor holds to be true where sources differ: the difference's id, what holds, why, who says so, when.

    ``on`` is a day (``2025-05-02``); ``line`` is the 1-based line of corrections.yml, 0 where there is none.
    """

    difference: str
    holds: str
    because: str
    by: str
    on: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Corrections:
    """What an editor decided in corrections.yml; it wins over everything that is extracted.

    ``same`` maps an alias to the name it stands for, ``apart`` lists pairs never to be joined,
    ``kinds`` maps a name to its kind (``none``: not a name), ``definitions`` a term to its
    definition, ``slugs`` a seed's path to its page's address; ``verdicts`` decide differences.
    """

    path: str = "corrections.yml"
    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
    slugs: tuple[tuple[str, str], ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    verdicts: tuple[Decision, ...] = ()
