"""Which articles and sentences stand by themselves: what others only copy, retell or contradict confirms nothing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from typing import TypeVar

from generator.model import Article, Briefing, Evidence, Name, Quote, Span, Unknown, value_of

Place = tuple[str, int]
"""An article and the number of one of its sentences, from 0."""
Group = tuple[Evidence, ...]
E = TypeVar("E", bound=Evidence)

AGREEING = ("wording", "grown", "compatible", "denied")
"""Verdicts on what is no contradiction: other words, a toll that rose while it was told, a hedge that allows both."""
CREDITED = ("agency", "source", "document")
"""Kinds of credits of which the words come from: what a sentence takes from another house is that one's word."""
RELEASE = "press release"
_ISSUED = re.compile(r"(?i)\b(?:statement|press release|news release|communiqu[ée])\b")
"""What a sentence names that tells what somebody has issued: it is no other voice than a release that says so."""
FEWEST_BESIDE = 5
"""Words beside what is quoted from which the same sentence is copied: *she said* comes to anybody who heard it."""
ALIKE = 0.6
"""Share of the shorter sentence's words that the other one has, too: the differences between others are about one thing
that they tell, and what else they tell may agree."""


class Independence:
    """What of a briefing is independent: origins, houses, passages, and sentences that contradict each other."""

    def __init__(self, briefing: Briefing) -> None:
        """Look up the origins and passages of a briefing, and its differences as far as they are known."""
        self._articles: Mapping[str, Article] = {a.id: a for a in briefing.articles}
        self._origins = {a: o.id for o in briefing.origins for a in o.articles}
        self._copied = {a: n for o in briefing.origins for n, a in enumerate(o.articles)}
        self._beside = {o.id: o.beside for o in briefing.origins}
        self._every = briefing.passages
        self._releases = tuple(f"release {a.id}" for a in briefing.articles if value_of(a.kind) == RELEASE)
        self._credited: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for credit in (c for o in briefing.origins for c in o.declared if c.whose and c.kind in CREDITED):
            named = credit.kind == "document" and credit.whose
            self._credited[credit.article].append((credit.span.start, named or f"house {credit.whose.casefold()}"))
        heard: defaultdict[str, set[str]] = defaultdict(set)
        for e in briefing.entities if self._releases else ():
            for who in (e.id, *(e.name.casefold().rsplit(" ", 1)[-1:] if e.kind == "organisation" else ())):
                heard[who] |= {f"release {m.article}" for m in e.mentions} & {*self._releases}
        for u in briefing.utterances if heard else ():  # what others report of whom a release tells of is its word
            said = heard[u.speaker or ""] | heard[u.attribution.casefold().rsplit(" ", 1)[-1]]
            for q in u.versions:
                self._credited[q.article] += ((q.span.start, key) for key in sorted(said))
        self._shared = cache(self._by_place)
        self._owned = cache(self._owners)
        self._told = cache(self._tokens)
        self._rank = cache(self._ranked)
        self._against: defaultdict[Place, set[Place]] = defaultdict(set)
        for difference in briefing.differences:
            sides = [r.evidence for r in difference.readings if difference.verdict not in AGREEING]
            pairs = (pair for two in combinations(sides, 2) for pair in product(*two))
            for one, other in ((a, b) for a, b in pairs if _alike(a.text, b.text)):
                for mine, theirs in product(self._places([one]), self._places([other])):
                    self._against[mine].add(theirs)
                    self._against[theirs].add(mine)
        self._known = frozenset(article for article, _ in self._against)

    def origin(self, article: str) -> str:
        """Return the id of the origin of an article; one in no group is an origin of its own."""
        return self._origins.get(article, article)

    def copied(self, article: str) -> int:
        """Return the place of an article among the copies of its text, 0 for the original."""
        return self._copied.get(article, 0)

    def articles(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Return as many of some articles as are independent of each other: of other origins and other houses.

        None of them shares text with another one or retells it.
        """
        taken: dict[str, str] = {}
        for article in sorted(set(articles), key=self._rank):
            if not any(key in taken for key in (*self._owned(article), *self._besides(article))):
                taken.update(dict.fromkeys(self._owned(article), article))
        return tuple(sorted(set(taken.values())))

    def voices(self, evidence: Iterable[E], *, quoted: bool = False) -> tuple[tuple[E, ...], ...]:
        """Return where something is read, by independent voice: first a place that is independent of the other voices.

        Articles of one origin or house are one voice, and so are those that share text or retell one. What stands in a
        passage that two share is told once, unless its words are ``quoted``: two that heard them agree on most of it;
        of names the place alone counts that an article shares least with others.
        What a release quotes, or was said to one house alone, all others have from there.
        """
        places = {(e.article, e.span): e for e in evidence}
        given = any(self._is_given(e) for e in places.values() if quoted or isinstance(e, Quote))
        if len(places) == 1:
            return (tuple(places.values()),)
        groups: list[list[E]] = []
        taken: dict[object, int] = {}

        def place(e: E) -> tuple[tuple[int, str], int, Span]:
            return self._rank(e.article), len(self._own(e, quoted=quoted)) if isinstance(e, Name) else 0, e.span

        for e in sorted(places.values(), key=place):
            own = (*self._own(e, quoted=quoted), *(("given",) if given else ()))
            home = next((taken[key] for key in (*own, *self._besides(e.article)) if key in taken), None)
            if home is None:
                taken.update(dict.fromkeys(own, len(groups)))
                groups.append([])
                home = len(groups) - 1
            elif groups[home][0].article == e.article and not isinstance(e, Name):
                taken.update({key: home for key in own if key not in taken})
            groups[home].append(e)
        ordered = ((first, *sorted(rest, key=lambda e: (e.article, e.span))) for first, *rest in groups)
        return tuple(sorted(ordered, key=lambda g: (g[0].article, g[0].span)))

    def origins(self, evidence: Iterable[Evidence]) -> tuple[str, ...]:
        """Return the origin of one article of each voice that tells something and contradicts no other."""
        return tuple(self.origin(group[0].article) for group in self.agreeing(self.voices(evidence)))

    def agreeing(self, groups: Sequence[Group]) -> tuple[Group, ...]:
        """Return the groups of evidence without those that contradict others: what contradicts most goes first.

        A name is the same name whatever else its sentence tells.
        """
        telling = [[e for e in group if e.article in self._known and not isinstance(e, Name)] for group in groups]
        if not any(telling):
            return tuple(groups)
        places = [self._places(found) for found in telling]
        against = [frozenset().union(*(self._against.get(p, ()) for p in held)) for held in places]
        foes = {n: {m for m, held in enumerate(places) if m != n and held & against[n]} for n in range(len(groups))}
        while worst := max((n for n in foes if foes[n]), key=lambda n: (len(foes[n]), n), default=None):
            foes = {n: found - {worst} for n, found in foes.items() if n != worst}
        return tuple(groups[n] for n in foes)

    def told_of(self, words: Evidence) -> str:
        """Return what stands for all that tells whether the sentence in which words begin confirms others."""
        article = self._articles[words.article]
        at, whole = article.sentence_at(words.span.start), article.whole(words.span)
        sides = (s for n in self._shared().get((article.id, at), ()) for s in self._every[n].sides)
        shared = [(s.article, self._articles[s.article].sentence_at(s.span.start)) for s in sides]
        against = sorted(self._against.get((article.id, at), ())) if at is not None else []
        credited = [key for start, key in self._credited.get(article.id, ()) if whole.start <= start < whole.end]
        own = *self._owned(article.id), *self._besides(article.id), value_of(article.kind), self._releases
        return repr((own, at, whole, article.text[whole.start : whole.end], shared, against, credited))

    def _ranked(self, article: str) -> tuple[int, str]:
        """Take first what shares text with the fewest: so most voices are found."""
        return len(self._beside.get(self.origin(article), ())), article

    def _owners(self, article: str) -> tuple[str, ...]:
        house = self._articles[article].house
        named = () if isinstance(house, Unknown) else (f"house {house.value.casefold()}",)
        return f"origin {self.origin(article)}", f"release {article}", *named

    def _besides(self, article: str) -> Iterator[str]:
        return (f"origin {other}" for other in self._beside.get(self.origin(article), ()))

    def _own(self, evidence: Evidence, *, quoted: bool) -> tuple[object, ...]:
        """Return what makes some words one voice with others: origin, house, what their sentence shares with copies."""
        quoted = quoted or (isinstance(evidence, Quote) and evidence.kind != "reported")
        article = self._articles[evidence.article]
        at = article.sentence_at(evidence.span.start)
        if at is None or isinstance(evidence, Name):
            return (*self._owned(article.id), *self._shared().get((article.id, at), ()))
        whole = article.sentences[at]
        before = article.text[whole.start : max(whole.start, evidence.span.start)]
        behind = article.text[evidence.span.end : max(whole.end, evidence.span.end)]
        heard = quoted and len(f"{before} {behind}".split()) < FEWEST_BESIDE
        return self._told(article.id, at, quoted, heard)

    def _tokens(self, article: str, at: int, quoted: bool, heard: bool) -> tuple[object, ...]:  # noqa: FBT001 - a key
        span = self._articles[article].sentences[at]
        words = () if heard else (" ".join(self._articles[article].text[span.start : span.end].casefold().split()),)
        credited = [key for start, key in self._credited.get(article, ()) if span.start <= start < span.end]
        if self._releases and _ISSUED.search(self._articles[article].text, span.start, span.end):
            credited += self._releases
        return *self._owned(article), *words, *credited, *(() if quoted else self._shared().get((article, at), ()))

    def _is_given(self, words: Evidence) -> bool:
        """Tell whether words are quoted in a release, or in a sentence that names the house that quotes them."""
        article = self._articles[words.article]
        if value_of(article.kind) == RELEASE:
            return True
        house, sentence = value_of(article.house), article.cite(article.whole(words.span)).text
        return house is not None and house.casefold() in sentence.casefold()

    def _by_place(self) -> Mapping[tuple[str, int | None], Sequence[int]]:
        """Return by article and sentence the numbers of the passages there."""
        found: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
        for n, side in ((n, side) for n, passage in enumerate(self._every) for side in passage.sides):
            found[side.article, self._articles[side.article].sentence_at(side.span.start)].append(n)
        return found

    def _places(self, evidence: Iterable[Evidence]) -> frozenset[Place]:
        found = ((e.article, self._articles[e.article].sentence_at(e.span.start)) for e in evidence)
        return frozenset((article, at) for article, at in found if at is not None)


def _alike(one: str, other: str) -> bool:
    a, b = (Counter(text.casefold().split()) for text in (one, other))
    return (a & b).total() >= ALIKE * min(a.total(), b.total())
