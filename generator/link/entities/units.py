"""Names ──▶ units (mentions of one article that are written alike and of one kind), and groups of these that grow."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from generator.lexicons import wordset
from generator.link.entities.forms import Form, form_of
from generator.link.entities.owners import context_owner, firm_of, generic, office, owners_among, split_owner
from generator.link.entities.people import sex_of
from generator.link.entities.whereabouts import country_names
from generator.link.sets import DisjointSets
from generator.model import Findings, Name, NameKind

PLACE_SURE = 0.9  # a town of whose name a firm is, too: Cuenca, where there is a Cuenca Capital
KIND_SURE = 0.8  # a kind that one mention supports this well stands beside another; below it, the votes decide
LONGEST_ACRONYM = 8  # longer words in capitals are shouting or product names
KINDS: tuple[NameKind, ...] = get_args(NameKind)
Words = tuple[str, ...]
_WITHIN = re.compile(r"“(?:in|at|from|near)” stands before it$")  # a hospital may be meant as well


@dataclass(frozen=True, slots=True)
class Unit:
    """The mentions of one article with the same form, kind and owner.

    ``body`` is the name of a body of which every country has one (``communist party``), ``owner`` whose it is, and
    ``whole`` the words of both, where the owner stands beside the name.
    """

    article: str
    kind: NameKind
    text: str
    form: Form
    body: Words
    owner: str
    whole: str
    mentions: tuple[Name, ...]

    @property
    def support(self) -> float:
        """The support of the best mention."""
        return max(m.support for m in self.mentions)

    @property
    def key(self) -> str | None:
        """The gazetteer's identifier, where a mention has one; a name that many bodies bear identifies none."""
        if self.body and self.body == office(self.form.words):
            return None
        return next((m.key for m in self.mentions if m.key), None)

    @property
    def demonym(self) -> bool:
        """Whether all mentions are adjectives or inhabitants (``Chinese``)."""
        return all(m.form == "demonym" for m in self.mentions)

    @property
    def acronym(self) -> str:
        """The letters, if this looks like an acronym."""
        letters = self.text.replace(".", "").replace("&", "").replace(" ", "" if self.text.isupper() else " ")
        short = 1 < len(letters) <= LONGEST_ACRONYM and letters.isalnum()
        return letters.lower() if short and sum(c.isupper() for c in letters) * 2 > len(letters) else ""

    @property
    def sexes(self) -> frozenset[str]:
        """What the forms of address say: ``m``, ``f``, both or nothing."""
        return frozenset(s for m in self.mentions for t in m.titles for s in sex_of(t.text))


def plain(name: Name) -> str:
    """Return the words of a mention to compare: of a demonym its country's."""
    return name.norm or name.text


def units_of(findings: Sequence[Findings], kinds: Mapping[Words, NameKind | None]) -> tuple[Unit, ...]:
    """Return the units of all articles, in the order of articles and text.

    ``kinds`` is what an editor decided, by the words of a name; None leaves the name out.
    """
    settled = _settled(findings, kinds)
    places = dict(country_names())
    for found in findings:
        places.update(owners_among(found.names))
    return tuple(unit for found in findings for unit in _of_article(found, settled, places))


def _of_article(
    found: Findings, settled: Mapping[tuple[Words, NameKind], NameKind | None], places: Mapping[Words, str]
) -> tuple[Unit, ...]:
    groups: dict[tuple[NameKind, Form, Words, str], list[Name]] = defaultdict(list)
    wholes: dict[tuple[Form, str], str] = {}
    for i, name in enumerate(found.names):
        form = form_of(plain(name))
        kind = settled[form.words, name.kind]
        body: Words = ()
        owner = whole = ""
        if kind == "organisation" and name.form == "name":
            body, owner, whole = _owned(found, i, form.words, places)
        if kind:
            groups[kind, form, body, owner].append(name)
            wholes.setdefault((form, owner), whole)
    return tuple(
        Unit(found.article.id, kind, plain(names[0]), form, body, owner, wholes[form, owner], tuple(names))
        for (kind, form, body, owner), names in groups.items()
    )


def _owned(found: Findings, index: int, name: Words, places: Mapping[Words, str]) -> tuple[Words, str, str]:
    body, owner = split_owner(name, places)
    if owner:
        return body, owner, ""
    return (office(name), *context_owner(found, index)) if generic(name) else ((), "", "")


def _settled(
    findings: Sequence[Findings], kinds: Mapping[Words, NameKind | None]
) -> dict[tuple[Words, NameKind], NameKind | None]:
    """Return the kind that each name is taken for, by its words and the kind it was found as."""
    shown: set[Words] = set()
    votes: dict[Words, dict[NameKind, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))
    for found in findings:
        for name in found.names:
            vote = votes[form_of(plain(name)).words][name.kind]
            vote[0] = max(vote[0], 1.0 if name.key and name.kind != "place" else name.support)
            vote[1] += name.support
            if name.key or name.rule == "dateline" or not all(map(_WITHIN.match, name.because.split("; ")[1:])):
                shown.add(form_of(plain(name)).words)
    bodies = [w for w, found_as in votes.items() if "organisation" in found_as]
    firms = {firm_of(w) for w in bodies if firm_of(w) != w}
    saints = {w[k:] for w in bodies for k in range(1, len(w) - 1) if w[k] in wordset("entities-saints")} - shown
    settled: dict[tuple[Words, NameKind], NameKind | None] = {}
    for name_words, found_as in votes.items():
        first = max(found_as, key=lambda k: (round(found_as[k][1], 6), -KINDS.index(k)))
        for kind, (best, _) in found_as.items():
            sure = best >= (PLACE_SURE if kind == "place" and name_words in firms else KIND_SURE)
            held = (kind == "place" and name_words in saints) or (name_words in firms and not sure)
            chosen = "organisation" if held else kind if sure else first
            settled[name_words, kind] = kinds.get(name_words, chosen)
    return settled


class Forest:
    """Disjoint sets of units that keep the reason of every join.

    Two groups with facts that exclude each other (``sex``, ``suffix``, an editor's ``apart``) are never joined. A
    fact is a (name, value) pair; one name with two values is a contradiction.
    """

    def __init__(self, units: Sequence[Unit], facts: Sequence[frozenset[tuple[str, str]]]) -> None:
        """Start with every unit by itself."""
        self._sets = DisjointSets(len(units))
        self.root = self._sets.root
        self.groups = self._sets.groups
        self.units = units
        self.because: list[str] = [""] * len(units)
        self.lesser: list[bool] = [False] * len(units)
        # short forms that fit the name they were joined with, but aren't explained by it
        self.guessed: set[int] = set()
        self._into = list(range(len(units)))
        self._facts = [dict(f) for f in facts]

    def fits(self, i: int, j: int) -> bool:
        """Tell whether nothing contradicts that two units are the same."""
        one, other = self._facts[self.root(i)], self._facts[self.root(j)]
        few, many = sorted((one, other), key=len)
        return all(many.get(name, value) == value for name, value in few.items())

    def whole(self, i: int) -> int:
        """Return the unit that a short form was joined with; a unit that is no short form is its own."""
        while self._into[i] != i:
            i = self._into[i]
        return i

    def fact(self, i: int, name: str) -> str:
        """Return what is known of a group, or nothing."""
        return self._facts[self.root(i)].get(name, "")

    def join(self, i: int, j: int, because: str, *, lesser: bool = False) -> bool:
        """Put two units in one group, unless they contradict each other; ``i`` keeps the reason.

        ``lesser``: ``i`` is a short form, which says nothing by itself in other articles and is joined only once.
        """
        a, b = self.root(i), self.root(j)
        if a != b and (self.lesser[i] or not self.fits(a, b)):
            return False
        if not self.because[i]:
            self.because[i] = because
        if lesser and a != b:
            self.lesser[i] = True
            self._into[i] = j
        if a != b:
            self._sets.join(a, b)
            self._facts[min(a, b)].update(self._facts[max(a, b)])
        return True
