"""The nouns: frozen data that the stages hand to each other; no I/O and no decisions."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Literal, TypedDict, TypeVar

if TYPE_CHECKING:
    from decimal import Decimal

T = TypeVar("T")

# --- where something is read ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of ``Article.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that holds nothing."""
        if not 0 <= self.start < self.end:
            msg = f"empty or negative span {self.start}:{self.end}"
            raise ValueError(msg)

    def holds(self, other: Span) -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Located(TypedDict):
    """The three fields that make any finding evidence; see ``Article.at``."""

    article: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of one article at one place: ``text == article.text[span.start:span.end]``."""

    article: str
    span: Span
    text: str

    def __post_init__(self) -> None:
        """Refuse words that can't be the ones at the span."""
        if len(self.text) != self.span.end - self.span.start:
            msg = f"{self.article}: {len(self.text)} characters at {self.span}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something unusual but usable: a warning, or a failure with ``--strict``."""

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        """Return ``path:line: message``: always one line that can be printed, whatever a file or its name holds."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        message = self.message
        if len(message) > LONGEST_MESSAGE:
            message = f"{message[: LONGEST_MESSAGE // 2]}…{message[-LONGEST_MESSAGE // 2 :]}"  # what to do stands last
        return "".join(c if c.isprintable() else _escaped(c) for c in f"{place}: {message}")


LONGEST_MESSAGE = 600
"""Characters; what is wrong and what to do need 200, and the rest is what stood in the file."""


def _escaped(character: str) -> str:
    return " " if character.isspace() and character not in "\n\r" else ascii(character)[1:-1]


# --- a value and how it is known --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value that the article states in so many words, or its file outside the text: ``place`` says where."""

    value: T
    evidence: tuple[Evidence, ...]
    place: str = ""

    def __post_init__(self) -> None:
        """Refuse what stands nowhere."""
        if not self.evidence and not self.place:
            msg = f"{self.value!r} is stated nowhere"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Inferred(Generic[T]):
    """A value worked out from what the article says, with the reasoning."""

    value: T
    because: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited(Generic[T]):
    """A value that an editor set, with the file (and line) that sets it."""

    value: T
    because: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No value, and why not."""

    because: str


Known = Stated[T] | Inferred[T] | Edited[T]
Field = Stated[T] | Inferred[T] | Edited[T] | Unknown

# --- read: a file -----------------------------------------------------------------------------


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


# --- clean: an article ------------------------------------------------------------------------

BlockKind = Literal["title", "header", "heading", "paragraph", "item", "caption", "definition", "removed"]


BY_EDITOR = "the editor"
"""What the rule of a block says that an editor set."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text with one function; the blocks cover every character but white space.

    ``header`` is a line of the masthead (byline, date, publisher), ``definition`` an entry of the
    article's own glossary. ``sentences`` is empty for removed blocks, ``rule`` says what
    classified the block, ``level`` is 2 to 6 for headings and the depth of list items.
    """

    span: Span
    kind: BlockKind
    rule: str
    level: int = 0
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Article:
    """A cleaned article: the source's own text, and what each part of it is."""

    id: str
    path: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    title: Field[str]
    publisher: Field[str]
    byline: Field[str]
    published: Field[str]
    """An EDTF date."""
    dateline: Field[str]
    """The place and date that open an agency report, as text."""
    language: Field[str]
    """An ISO 639-1 code."""
    kind: Field[str]
    """The genre: news, analysis, report, press release, …"""
    url: Field[str]
    kept: bool = False
    """Whether the text isn't the seed itself, decoded, so that it has to be kept beside the data."""
    unread: str = ""
    """Why no names, dates and figures are read in it (it is in a language without word lists), or empty."""
    short: str = ""
    """The label that the editor gives it on other pages, or empty."""
    note: str = ""
    """What the editor notes about it, or empty."""
    copy_of: str = ""
    """The path of the article that the editor holds it to be a copy of, or empty."""
    problems: tuple[Problem, ...] = ()
    written: Field[str] = Unknown("nothing in the articles tells")
    """When an article without a date of publication was written, as far as the dates in it and in the others tell: an
    EDTF interval, possibly open."""

    def __hash__(self) -> int:
        """Return a hash without a walk over the text; equal articles have equal ids and sources."""
        return hash((self.id, self.sha256))

    def at(self, start: int, end: int) -> Located:
        """Return the fields of a finding at a span: ``Date(**article.at(3, 9), value=…)``."""
        return Located(article=self.id, span=Span(start, end), text=self.text[start:end])

    def cite(self, span: Span) -> Evidence:
        """Return the words at a span as evidence."""
        return Evidence(**self.at(span.start, span.end))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All shown sentences in reading order; the n-th (from 0) has the anchor ``s{n + 1}``."""
        return tuple(s for block in self.blocks for s in block.sentences)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(s.start for s in self.sentences)

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        return (0, *(i + 1 for i, c in enumerate(self.text) if c == "\n"))

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the shown sentence that holds a character, or None."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.sentences[i].end else None

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds a character, or None in white space."""
        return next((b for b in self.blocks if b.span.start <= offset < b.span.end), None)

    def line_at(self, offset: int) -> int:
        """Return the 1-based line of the seed that holds a character."""
        return bisect_right(self._lines, offset)

    @property
    def words(self) -> int:
        """The number of words shown."""
        return sum(len(self.text[b.span.start : b.span.end].split()) for b in self.blocks if b.kind != "removed")

    def known(self, name: str, field: Field[str]) -> Article:
        """Return the same article with another value of one of ``ARTICLE_FIELDS``."""
        return replace(self, **{name: field})  # type: ignore[arg-type]

    def named(self, new_id: str) -> Article:
        """Return the same article under another id; only before anything has been found in it."""

        def moved(known: Field[str]) -> Field[str]:
            if isinstance(known, Unknown | Edited):
                return known
            return replace(known, evidence=tuple(replace(e, article=new_id) for e in known.evidence))

        fields = {name: moved(getattr(self, name)) for name in (*ARTICLE_FIELDS, "written")}
        return replace(self, id=new_id, **fields)  # type: ignore[arg-type]


ARTICLE_FIELDS = ("title", "publisher", "byline", "published", "dateline", "language", "kind", "url")

# --- extract: what one article says -------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Evidence):
    """A temporal expression.

    ``value`` is EDTF (ISO 8601-2), ``duration`` ISO 8601 (``P3M``) for durations and sets; ``anchor`` is
    the EDTF date that it was counted from and ``because`` the reasoning in plain words. A ``vague`` reference
    (``in recent years``, ``now``) has no value. ``offset`` is what a relative expression says by itself, so that it
    can be resolved again from another anchor (see ``generator.edtf``); ``counted_from`` is the place of the date in the
    same article that it is counted from (``the same day``), or None if it is counted from the day of publication.
    """

    kind: Literal["date", "duration", "set"]
    value: str | None
    duration: str | None = None
    basis: Literal["stated", "relative", "computed", "unresolved"]
    offset: str | None = None
    anchor: str | None = None
    counted_from: Span | None = None
    vague: bool = False
    rule: str
    because: str = ""


NameKind = Literal["person", "organisation", "place", "event", "agreement", "work", "product"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Evidence):
    """One mention of a name (without its title and possessive).

    ``norm`` is the form to join by (``Chinese`` → ``China``); ``key`` a gazetteer's identifier such as
    ``country:CN``; ``titles`` the title words beside it; ``support`` runs from 0 (guess) to 1 (sure).
    """

    kind: NameKind
    form: Literal["name", "acronym", "demonym", "description", "pronoun"] = "name"
    norm: str
    key: str | None = None
    titles: tuple[Evidence, ...] = ()
    support: float
    rule: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Evidence):
    """A quotation with its marks, or a reported statement.

    ``words`` is what stands between the marks (or is reported); ``speaker`` the words that name or describe
    who speaks, ``cue`` the reporting words; ``pronoun`` the pronoun that was resolved to ``speaker``.
    ``firmness`` says how firmly it is attributed, derivable from the words cited: ``direct quotation``,
    ``named person``, ``named body``, ``official statement``, ``unnamed source``, ``hedged``, ``article's own voice``;
    ``ground`` holds those words where they are neither speaker nor cue. A quotation split by its attribution
    (``“A,” she said, “B.”``) or going on in the next paragraph is several findings: ``continues`` is the span of the
    one before. ``inside`` is the span of the quotation that a ``nested`` one stands in. ``negative`` marks what
    somebody declined to say.
    """

    words: Evidence
    kind: Literal["quotation", "fragment", "scare", "title", "echo", "nested", "reported"]
    speaker: Evidence | None = None
    pronoun: Evidence | None = None
    cue: Evidence | None = None
    firmness: str = ""
    because: str = ""
    ground: Evidence | None = None
    continues: Span | None = None
    inside: Span | None = None
    negative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Evidence):
    """A number that counts or measures something.

    ``value`` is exact (``high`` is the upper end of a range), in ``unit`` (ISO 4217 for money, ``%``, ``1`` for counts,
    …); ``qualifier`` is one of ``=``, ``<``, ``<=``, ``>``, ``>=``, ``~``; ``measure`` the words that say what is
    counted and ``concerns`` those that say whose; ``period`` the temporal expression that it holds for. ``hedge`` are
    the words behind the qualifier (``more than``), ``per`` those of a rate (``a barrel``). A change has a ``direction``
    and, where the text gives it, the span of the figure it led to (``change_to``). ``because`` tells what was assumed.
    """

    value: Decimal | None
    high: Decimal | None = None
    unit: str
    qualifier: str = "="
    kind: str
    measure: Evidence | None = None
    concerns: tuple[Evidence, ...] = ()
    period: Date | None = None
    change_to: Span | None = None
    rule: str
    hedge: Evidence | None = None
    per: Evidence | None = None
    direction: Literal["", "up", "down"] = ""
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Evidence):
    """A term that an article uses, defines or abbreviates.

    ``source`` is where it comes from: the article's own glossary, a definition in the text, an acronym, or its
    recurrence.
    """

    term: str
    kind: str
    source: Literal["glossary", "definition", "acronym", "recurring"]
    definition: Evidence | None = None
    expansion: Evidence | None = None
    label: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed(Evidence):
    """A sentence that tells that something was agreed; ``cue`` is the word that tells the act (``signed``)."""

    cue: Evidence


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was found in one article, each tuple in text order."""

    article: Article
    dates: tuple[Date, ...] = ()
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()
    agreements: tuple[Agreed, ...] = ()


# --- link: what the articles say together -------------------------------------------------------


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

    ``id`` is the slug of its page; ``page`` is False for a candidate that is too weakly supported to get one.
    """

    id: str
    kind: NameKind
    name: str
    aliases: tuple[Alias, ...]
    mentions: tuple[Name, ...]
    roles: tuple[Role, ...] = ()
    page: bool = True
    because: str = ""
    key: str | None = None
    country: str | None = None
    coordinates: tuple[float, float] | None = None


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
    """How one sentence tells an event: as happened, planned, …, and with which date (EDTF), if any.

    ``coming`` is True where its words announce the event as something that still lies ahead, in the present tense
    (``is due to open``).
    """

    sentence: Evidence
    mode: Literal["happened", "planned", "cancelled", "hypothetical"]
    date: str | None
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening that sentences tell: its headline is a slice of one of them.

    ``date`` is EDTF, or None for something told without a date that can be worked out; ``readings`` holds the
    answers of a disputed one; ``mode`` marks plans, cancellations and hypotheses; ``kind`` is what the timeline can be
    filtered by (``visit``, ``court``, ``disaster``, …; empty where no word tells it). ``accounts`` say how each
    sentence tells it.
    """

    id: str
    date: str | None
    basis: Literal["stated", "relative", "computed", "unresolved"]
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
class Passage:
    """Text that two articles share."""

    kind: Literal["verbatim", "reworded"]
    sides: tuple[Evidence, Evidence]
    shared_words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Evidence):
    """The words in which an article says whose text or report it passes on.

    ``kind`` is ``document`` (a readout, a communiqué, …), ``agency``, ``release`` (a distributor of press releases),
    ``republished``, or ``picture`` where they are about a picture only; ``whose`` is the same for all articles that
    mean the same one; empty where the words don't tell.
    """

    kind: Literal["document", "agency", "release", "republished", "picture"]
    whose: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that share so much text that they count as one confirmation; ``declared`` are their own credits."""

    id: str
    articles: tuple[str, ...]
    because: str
    shared: tuple[Passage, ...] = ()
    declared: tuple[Credit, ...] = ()


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
    kind: str
    question: str
    verdict: Literal["conflict", "grown", "wording", "scope"]
    because: str
    readings: tuple[Reading, ...]
    event: str | None = None
    decision: Decision | None = None
    """What an editor decided; the difference stays one, for the sources still differ."""


@dataclass(frozen=True, slots=True)
class Check:
    """A sum that we did over what the sources say (``2025 − 75 = 1950``), and whether their words agree with it."""

    id: str
    formula: str
    because: str
    holds: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """An act of agreeing with the sentences that tell it, the fullest first.

    ``fullness`` counts what the fullest one names, from 0 to 3: two parties, a figure, a date.
    """

    id: str
    tellings: tuple[Agreed, ...]
    fullness: int


@dataclass(frozen=True, slots=True)
class Relation:
    """Why an article is related to another."""

    article: str
    to: str
    score: float
    reasons: tuple[str, ...]


# --- since the accepted state: what the last change to the articles did ------------------------

ACCEPTED = "briefing-accepted/1"
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


@dataclass(frozen=True, slots=True)
class Accepted:
    """The state of a corpus that was last accepted (``accepted.jsonl``): an input, like the corrections.

    ``articles`` are content hashes with titles; ``editor`` is the hash of what an editor decided, ``corrections`` the
    entries of the corrections that matched something.
    """

    path: str
    generator: str
    editor: str
    articles: tuple[tuple[str, str], ...]
    corrections: tuple[str, ...]
    facts: tuple[Fact, ...]


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
    """What the corpus is beyond the accepted state: articles (ids; titles of those removed), facts, corrections.

    ``because`` tells what, apart from the articles, is not as it was.
    """

    added: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    orphaned: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


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


# --- render and write ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Web:
    """Where the site will stand: its address (empty where that isn't known), and whether each page gets a folder."""

    site: str = ""
    folders: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A generated file: its path below ``docs/`` and its content."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing the pages did, or (with ``--check``) would do; paths below ``docs/``."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
