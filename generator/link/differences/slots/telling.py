"""What a clause tells, and who takes part: what its values are compared by."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.link.differences.corpus import Line
from generator.model import Date, Figure, Kind
from generator.text import Sentence, VerbGroup


class Role(NamedTuple):
    """Who takes part: its tokens, the ids of what it is, the sense of the noun, and the ids of what is named in it.

    ``whose`` are those of the ids that only say whose it is: *the Rovers' captain*, *Rovers fans*.
    """

    first: int = -1
    end: int = -1
    ids: frozenset[str] = frozenset()
    head: str = ""
    named: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()

    @property
    def whom(self) -> frozenset[str]:
        """The ids, or the sense of the noun."""
        return self.ids or frozenset((self.head,)) - {""}

    def fits(self, other: "Role") -> bool:
        """Tell whether both can be the same; whoever isn't known can be anybody."""
        if self.ids and other.ids:
            shared = self.ids & other.ids
            return bool(shared - self.whose - other.whose) or (bool(shared) and self.head == other.head)
        known = (self.ids - self.whose) | (other.ids - other.whose)
        return bool(known) or not (self.head and other.head) or self.head == other.head


STATES = frozenset(("be", "remain", "stay"))
"""Lemmas of which only what stands behind them says what is told …"""
LIGHT = STATES | {"have", "do", "get", "go", "come", "take", "make", "give", "put", "set", "keep", "become", "plead"}
"""… and of which it says so with them."""
NOBODY = Role()


@dataclass(frozen=True, slots=True)
class Telling:
    """What a clause tells: what is done, whether it holds, by whom to whom; ``index`` is that of its sentence.

    ``verb`` is None where no verb was read, ``lemma`` that of its head, which is a form of *be* in a ``copula``.
    ``plain`` tells that a *not* would be about the deed, and that nobody is *you*; ``often`` is *always* or *never*
    where the clause has it. ``carried`` are the features (see ``Worded``) of whom a pronoun stands for, ``around``
    those of the sentence, ``numbers`` those of the clause by sort.
    """

    article: str
    index: int
    verb: VerbGroup | None = None
    opener: str = ""
    deed: str = ""
    holds: bool = True
    asks: Kind = Kind.DENIAL
    agent: Role = NOBODY
    goal: Role = NOBODY
    beside: Role = NOBODY
    lemma: str = ""
    copula: bool = False
    plain: bool = True
    often: str = ""
    carried: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    numbers: tuple[tuple[str, float], ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """Who or what takes part."""
        return self.agent.whom | self.goal.whom


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded(Telling):
    """A clause with its words, as long as it is read; ``placed`` has for its tokens the features of each.

    Features are the ids of names and the senses of words.
    """

    line: Line
    s: Sentence
    tokens: tuple[int, ...]
    placed: tuple[tuple[int, str], ...]

    @property
    def features(self) -> frozenset[str]:
        """All that the clause has in words and names, what is done included."""
        return frozenset(f for _, f in self.placed)

    def outside(self, first: int, end: int) -> frozenset[str]:
        """Return the features that stand outside of some tokens."""
        return frozenset(f for i, f in self.placed if not first <= i < end)

    def text(self, first: int, end: int) -> str:
        """Return some tokens as the sentence has them."""
        start = self.line.sentence.span.start
        return self.line.text[self.s.starts[first] - start : self.s.ends[end - 1] - start].strip(' ,;:.”“"')


class Slot(NamedTuple):
    """A value at its place in a clause.

    ``sort`` is what has to be alike so that two are compared (*count shop*), ``value`` what they are compared by,
    ``text`` the words of the source; ``head`` is the noun that a number belongs to, ``part`` what makes it one of a
    part. ``first`` and ``end`` are tokens of the sentence, ``joined``; ``deed`` is the sense of the verb that governs
    it, or of its clause; ``bound`` what a date only bounds, or how many voted; ``features`` are the words and names
    beside it, with the years and months there, ``dates`` all dates there (EDTF), ``places`` the ids of the places.
    ``people`` tells whether people are counted: anybody (*people*), or those whom a noun tells from others (*person*);
    ``holder`` is what the things that are counted are in: *a crate with*, *aboard the ferry*.
    """

    sort: str
    telling: Telling
    first: int
    end: int
    text: str
    number: float = 0.0
    value: str = ""
    head: str = ""
    figure: Figure | None = None
    bound: str = ""
    date: Date | None = None
    part: frozenset[str] = frozenset()
    deed: str = ""
    features: frozenset[str] = frozenset()
    dates: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    measure: str = ""
    people: str = ""
    holder: str = ""

    @property
    def kind(self) -> str:
        """The sort of its value: ``count``, ``money``, ``date``."""
        return self.sort.partition(" ")[0]

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.telling.article

    @property
    def topics(self) -> frozenset[str]:
        """What the value is a value of: what is done, by whom or what, to what."""
        t = self.telling
        told = {self.deed, self.head, t.agent.head, t.goal.head} - t.agent.ids - t.goal.ids
        return frozenset(told) - LIGHT - {""}
