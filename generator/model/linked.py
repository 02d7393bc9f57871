"""What is linked: what the articles say together."""

from dataclasses import dataclass, replace
from typing import Literal

from generator.model.editing import Correction
from generator.model.evidence import Evidence
from generator.model.findings import Date, Figure, Name, NameKind, Quote
from generator.model.kinds import Kind, Verdict

Basis = Literal["stated", "supplied", "relative", "computed", "unresolved", "editor"]


@dataclass(frozen=True, slots=True)
class Alias:
    """One form of an entity's name, and why it is taken for that entity."""

    text: str
    because: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A title that a source gives a person, and the date that the text speaks of (EDTF) where known."""

    title: str
    evidence: Evidence
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or other named thing, joined over all articles.

    ``id`` is the slug of its page. ``sure`` is False for a candidate that is too weakly supported to get one, ``page``
    for it and for a name of which nothing is told.
    """

    id: str
    kind: NameKind
    name: str
    aliases: tuple[Alias, ...]
    mentions: tuple[Name, ...]
    roles: tuple[Role, ...] = ()
    sure: bool = True
    page: bool = True
    because: str = ""
    key: str | None = None
    country: str | None = None
    coordinates: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant(Name):
    """A pronoun that means somebody: the id of the person, and the sentence that has ``told`` of them.

    ``owned`` tells that it stands before what somebody has: *his*.
    """

    entity: str
    told: Evidence
    owned: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One of several answers to a question, with the evidence and how it was worked out."""

    value: str
    basis: str
    because: str
    evidence: tuple[Evidence, ...]
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """How one sentence tells an event: as happened, planned, …, with which date (EDTF), if any, and how that is known.

    ``confirms`` is True where it says what the headline says.
    """

    sentence: Evidence
    mode: Literal["happened", "planned", "cancelled", "hypothetical"]
    date: str | None
    basis: Basis
    because: str
    confirms: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening that sentences tell: its headline is a slice of one of them.

    ``date`` is EDTF, or None for something told without a date that can be worked out; ``readings`` holds the
    answers of a disputed one; ``mode`` marks plans, cancellations and hypotheses; ``kind`` is what the timeline can be
    filtered by (``visit``, ``court``, ``disaster``, …; empty where no word tells it). ``accounts`` say how each
    sentence tells it, ``leads`` are the articles of a story whose main happening it is. ``stands`` tells that the
    headline is a line: it can be read alone, and is dated or opens its article; ``background``
    that it was long before, ``twin`` is the id of the event whose line tells it as well.
    """

    id: str
    date: str | None
    basis: Basis
    because: str
    headline: Evidence
    status: Literal["agreed", "single", "disputed"]
    mode: Literal["happened", "planned", "cancelled", "hypothetical"]
    evidence: tuple[Evidence, ...]
    dates: tuple[Date, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    kind: str = ""
    accounts: tuple[Account, ...] = ()
    leads: tuple[str, ...] = ()
    stands: bool = True
    background: bool = False
    twin: str = ""

    @property
    def told(self) -> tuple[Evidence, ...]:
        """The sentences that say what the headline says; the others tell of the event besides."""
        return tuple(dict.fromkeys(a.sentence for a in self.accounts if a.confirms))

    def told_by(self, article: str) -> "Event | None":
        """Return it as an article tells it: one that gives another date, or another side of it, in its own words.

        None where that has no date.
        """
        if any(e.article == article for e in self.told):
            return self
        own = next((a for a in self.accounts if a.sentence.article == article and a.date), None)
        if own is None:
            return None
        return replace(
            self,
            date=own.date,
            basis=own.basis,
            because=own.because,
            mode=own.mode,
            headline=own.sentence,
            accounts=(replace(own, confirms=True),),
        )

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of whom and what it names."""
        return (*self.people, *self.places, *self.organisations)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a reader calls one thing that happened: a visit, a crash with its toll, a trial day.

    ``id`` is that of the first of its ``events``, which begins it and heads it with ``lead``; ``title`` is the most
    telling title of the articles that lead with it, or empty. ``date`` is EDTF: when it was, or where no source tells
    the day, when it was first reported (``2018-02-01~``); ``because`` says which. ``articles`` and ``origins`` tell any
    of its events; ``people``, ``places`` and ``organisations`` are ids, those named most often first.
    """

    id: str
    date: str | None
    because: str
    mode: Literal["happened", "planned", "cancelled", "hypothetical"]
    lead: Evidence
    title: str
    events: tuple[str, ...]
    articles: tuple[str, ...]
    origins: tuple[str, ...]
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody said, in every version that the sources give; ``speaker`` is an entity's id.

    ``contrary`` are the ids of utterances in nearly the same words that can't be right, too: another number, a *not*.
    """

    id: str
    speaker: str | None
    attribution: str
    versions: tuple[Quote, ...]
    contrary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """Figures that measure the same thing."""

    id: str
    label: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """One source's (or the editor's) definition of a term."""

    text: str
    evidence: Evidence | None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A glossary entry; ``entity`` is the id of the page of the same name, if there is one."""

    id: str
    term: str
    kind: str
    definitions: tuple[Definition, ...]
    expansion: Evidence | None
    uses: tuple[Evidence, ...]
    entity: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that several articles speak of, the words that were searched for it, and how often each has them.

    ``counts`` holds pairs of an article's id and a number above 0; ``entity`` and ``event`` are ids. For a happening no
    words are searched: the sentences that tell it are counted.
    """

    label: str
    kind: str
    searched: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    entity: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that the sources answer differently, or that looks so."""

    id: str
    kind: Kind
    question: str
    verdict: Verdict
    because: str
    readings: tuple[Reading, ...]
    event: str | None = None
    decision: Correction | None = None
    """What an editor decided; the difference stays one, for the sources still differ."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of all readings."""
        return tuple(e for reading in self.readings for e in reading.evidence)
