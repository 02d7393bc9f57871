"""What is extracted: what one article says."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.article import Article
from generator.model.evidence import Evidence, Problem, Span


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
    basis: Literal["stated", "supplied", "relative", "computed", "unresolved"]
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
    A quotation split by its attribution
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
    continues: Span | None = None
    inside: Span | None = None
    negative: bool = False

    @property
    def states(self) -> bool:
        """Whether it says something: three words quoted in part are a term, a title or a word of praise."""
        return self.kind != "fragment" or bool(self.words.text.split()[3:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Evidence):
    """A number that counts or measures something.

    ``value`` is exact (``high`` is the upper end of a range), in ``unit`` (ISO 4217 for money, ``%``, ``1`` for counts,
    …); ``qualifier`` is one of ``=``, ``<``, ``<=``, ``>``, ``>=``, ``~``; ``measure`` the words that say what is
    counted and ``concerns`` those that say whose; ``period`` the temporal expression that it holds for. ``hedge`` are
    the words behind the qualifier (``more than``), ``per`` those of a rate (``a barrel``). A change has a
    ``direction``. ``because`` tells what was assumed.
    """

    value: Decimal | None
    high: Decimal | None = None
    unit: str
    qualifier: str = "="
    kind: str
    measure: Evidence | None = None
    concerns: tuple[Evidence, ...] = ()
    period: Date | None = None
    rule: str
    hedge: Evidence | None = None
    per: Evidence | None = None
    direction: Literal["", "up", "down"] = ""
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Evidence):
    """A term that an article uses, defines or abbreviates.

    ``source`` is where it comes from: elsewhere, the article's own glossary, a definition in the text, an acronym, or
    its recurrence.
    """

    term: str
    kind: str
    source: Literal["supplied", "glossary", "definition", "acronym"]
    definition: Evidence | None = None
    expansion: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Evidence):
    """Words that somebody else reads as the answer ``value`` to a question (``asked``)."""

    asked: str
    value: str


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
    claims: tuple[Answer, ...] = ()
