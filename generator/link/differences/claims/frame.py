"""What one clause tells: who did what to whom, as it is compared."""

from __future__ import annotations

from dataclasses import dataclass

from generator import edtf
from generator.link.differences.corpus import Line
from generator.model import Figure, Kind, Span
from generator.text import VerbGroup


@dataclass(frozen=True, slots=True)
class Part:
    """Who takes part in what is told: ids of what is named, and the sense of the noun; both empty for *they*.

    ``bare`` tells that nothing says which one it is: *the schools*.
    """

    ids: frozenset[str] = frozenset()
    head: str = ""
    bare: bool = False

    def __bool__(self) -> bool:
        """Tell whether it is known who it is."""
        return bool(self.ids or self.head)

    def fits(self, other: Part) -> bool:
        """Tell whether both can be the same; whoever isn't known can be anybody."""
        return not self or not other or self.same(other)

    def same(self, other: Part) -> bool:
        """Tell whether both are the same: one name, or where one of them has none, one noun."""
        if self.ids and other.ids:
            return bool(self.ids & other.ids)
        return bool(self.head) and self.head == other.head


@dataclass(frozen=True, slots=True)
class Frame:
    """What a clause tells: ``deed`` (its sense; of two opposites the one), by whom (``agent``) and to whom (``goal``).

    ``holds`` is False where it is ``denied``, or its opposite told; then ``asks`` is the kind of question. ``opener``
    is the clause's, and in a ``plain`` one a *not* would be about the deed, and not about another word of it.
    """

    line: Line
    span: Span
    opener: str
    verb: VerbGroup
    lemma: str
    plain: bool
    deed: str
    agent: Part
    goal: Part
    holds: bool
    senses: frozenset[str]
    to: tuple[str, frozenset[str]] = ("", frozenset())
    asks: Kind = Kind.DENIAL
    denied: bool = False

    @property
    def words(self) -> str:
        """The words of the clause."""
        start = self.line.sentence.span.start
        return self.line.text[self.span.start - start : self.span.end - start].strip(' ,;:.”“"')

    @property
    def is_coming(self) -> bool:
        """Whether it lies ahead: *will open*, but not *will stay open*."""
        return self.verb.tense == "future" and self.lemma not in ("remain", "stay", "keep")

    def measures_as(self, other: Frame) -> bool:
        """Tell whether another clause gives one of its numbers, or the same month, quarter or year."""
        sizes, theirs = ({(g.value, g.unit) for g in f.figures} for f in (self, other))
        times, dated = ({d.value for d in f.line.dates if d.value and f.span.holds(d.span)} for f in (self, other))
        return bool(sizes & theirs) or any(edtf.precision(t) != "day" for t in times & dated)

    def of_day(self, other: Frame) -> bool:
        """Tell whether another clause stands in a sentence that dates it on the same day."""
        days, theirs = ({d.value for d in f.line.dates if d.kind == "date" and d.value} for f in (self, other))
        return bool(days & theirs)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the clause."""
        return tuple(f for f in self.line.figures if self.span.holds(f.span))
