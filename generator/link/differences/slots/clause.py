"""A sentence ──▶ its clauses as they are compared: what is done by whom to whom, and what stands beside it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.lexicons import listed
from generator.link.content_words import senses_of, stems_of
from generator.link.differences.asking import joined
from generator.link.differences.claims.frames import governed, spoken_by
from generator.link.differences.claims.senses import sense_of
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.slots.telling import NOBODY, Role, Worded
from generator.link.measures import deeds_counted
from generator.model import Kind, Span
from generator.text import Sentence, VerbGroup
from generator.text.clauses import Clause
from generator.text.phrases import NounPhrase

LIGHT = frozenset(("be", "have", "do", "get", "go", "come", "take", "make", "give", "put", "set", "keep", "become"))
"""Lemmas that say little by themselves: what stands behind them says what is done."""
_COMPLEMENT = ("adj", "participle", "inner", "noun")
_PARTICLES = frozenset(("off", "out", "up", "down", "on", "away", "back", "over"))
_PLAIN: tuple[bool, Kind] = (True, Kind.DENIAL)  # of a deed that is no opposite of another one
_ANYBODY = frozenset(("you", "one", "anyone", "anybody", "who", "your"))
_MINE = frozenset(("i", "my", "we", "our"))
_PRONOUNS = frozenset(("it", "its", "they", "their", "them", "he", "his", "him", "she", "her"))
_PARTICIPLE_ENDS = ("comma", "break", "open", "close", "quote", "stop", "verb", "rel", "sub", "conj")
_DEFINITE = frozenset(("the", "its", "their", "his", "her", "this", "that"))
_JOINED = ("prep", "conj")
"""Before the last noun in front of *that*: it may be told of an earlier one."""
REACH = 2
"""Tokens between a verb and its object."""


class Known(NamedTuple):
    """Whom or what the nouns of an article stand for, and all that it names, by id."""

    nouns: Mapping[str, str]
    ids: frozenset[str]


def known(corpus: Corpus, article: str) -> Known:
    """Return what is known of an article; of nouns, where it calls but one so: *the ferry*."""
    within = corpus.index.within(article, Span(0, len(corpus.article(article).text)))
    named = frozenset(corpus.one_named(e).id for _, e in within)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in (line for line in corpus.lines(article) if line.names):
        s = joined(corpus, line)
        for name, entity in line.names if s else ():
            at = s.token_at(name.span.start) if s and name.form in ("name", "acronym") else None
            if s is not None and at is not None:
                person = entity.kind == "person"
                nouns = {_sense(s, i) for i in _called(s, at) if not person or "person" in s.words[i].kinds}
                nouns |= {senses[-1] for t in name.titles if (senses := senses_of(stems_of(t.text)))}
                for noun in nouns:
                    found[noun].add(corpus.one_named(entity).id)
    return Known({noun: next(iter(ids)) for noun, ids in found.items() if len(ids) == 1 and noun}, named)


def _called(s: Sentence, at: int) -> Iterator[int]:
    """Yield the nouns that call what is named: *the ferry Aurora*, *the Aurora ferry*, *Kornhaus, a chain*."""
    if at and s.parts[at - 1] == "noun":
        yield at - 1
    inside = phrase_at(s, at)
    if inside and inside.head > at and s.parts[inside.head] == "noun" and s.parts[inside.first] == "det":
        yield inside.head
    behind = next((p for p in s.phrases if p.first == at + 2), None) if s.low(at + 1) == "," else None
    if behind and s.parts[behind.first] == "det" and s.parts[behind.head] == "noun":
        yield behind.head
    before = next((p for p in s.phrases if p.end == at - 1), None) if s.low(at - 1) == "," else None
    if before and s.parts[before.first] in ("det", "poss") and s.parts[before.head] == "noun":
        yield before.head


def _sense(s: Sentence, i: int) -> str:
    return next(iter(senses_of(stems_of(s.words[i].lemma or s.low(i)))), "")


def tellings(corpus: Corpus, line: Line, about: Known) -> Iterator[Worded]:
    """Yield the clauses of a sentence; a participle with what follows it is one: *founded in 1962*."""
    s = joined(corpus, line)
    if s is not None:
        found = tuple(_Reader(corpus, line, s, about).tellings())
        around = frozenset(f for t in found for f in t.features)
        yield from (replace(t, around=around) for t in found)


class _Reader:
    """Reads the clauses of one sentence."""

    def __init__(self, corpus: Corpus, line: Line, s: Sentence, about: Known) -> None:
        self.corpus, self.line, self.s, self.about = corpus, line, s, about
        self.nouns, self.called = about.nouns, frozenset(about.nouns.values())
        self.named = {s.token_at(n.span.start): corpus.one_named(e).id for n, e in line.names if n.form != "pronoun"}

    def tellings(self) -> Iterator[Worded]:
        """Yield the clauses in text order, those of participles first."""
        s = self.s
        back = _PRONOUNS.isdisjoint(w.low for w in s.words)
        before = () if back else self._spoken_of(self.line.index - 1)
        taken: set[int] = set()
        for i, end in self._participles():
            verb = VerbGroup(i, i + 1, i, "past", voice="passive")
            phrase = next((p for p in reversed(s.phrases) if p.end <= i), None)
            taken |= set(range(i, end))
            yield self._telling(tuple(range(i, end)), Clause(i, end, verb, "part"), phrase, before)
        if not s.clauses:
            yield self._telling(tuple(range(s.story, len(s))), None, None, before)
        subject: NounPhrase | None = None
        for clause in s.clauses:
            tokens = tuple(i for i in range(max(clause.start, s.story), clause.end) if i not in taken)
            own = self._subject(clause)
            subject = own or (subject if clause.opener in ("conj", "comma", "break") else None)
            if tokens:
                yield self._telling(tokens, clause, subject, before)
            if not back and own:
                before = (*before, *self._features(range(own.first, own.end)))

    def _participles(self) -> Iterator[tuple[int, int]]:
        s = self.s
        for i in range(max(1, s.story + 1), len(s) - 1):
            if s.parts[i] == "participle" and s.parts[i + 1] == "prep" and s.parts[i - 1] in ("comma", "noun", "name"):
                yield i, next((k for k in range(i + 1, len(s)) if s.parts[k] in _PARTICIPLE_ENDS), len(s))

    def _subject(self, clause: Clause) -> NounPhrase | None:
        """Return the noun phrase that a verb is told of: for a relative clause the one before it."""
        s, first = self.s, max(clause.start, self.s.story)
        if clause.opener == "rel":
            before = next((p for p in reversed(s.phrases) if p.end <= clause.start), None)
            return before if before is not None and clause.start - before.end <= 1 else None
        found = [p for p in s.phrases if p.first >= first and p.end <= clause.verb.first and s.parts[p.head] != "date"]
        return next((p for p in found if s.parts[p.first - 1] not in ("prep", "sub") or p.first == 0), None)

    def _spoken_of(self, index: int) -> tuple[str, ...]:
        """Return the features of what the sentence before speaks of."""
        line = self.corpus.line(self.line.article, index) if index >= 0 else None
        s = joined(self.corpus, line) if line else None
        if line is None or s is None or not s.clauses:
            return ()
        reader = _Reader(self.corpus, line, s, self.about)
        phrase = reader._subject(s.clauses[0])
        return reader._features(range(phrase.first, phrase.end)) if phrase and phrase.kind != "pronoun" else ()

    def _features(self, tokens: range) -> tuple[str, ...]:
        return tuple(f for _, f in self._placed(tuple(tokens)))

    def _telling(
        self, tokens: tuple[int, ...], clause: Clause | None, subject: NounPhrase | None, before: tuple[str, ...]
    ) -> Worded:
        s = self.s
        pronoun = not _PRONOUNS.isdisjoint(s.low(i) for i in tokens)
        inside = tuple(range(subject.first, subject.end)) if subject and subject.first not in tokens else ()
        placed = self._placed((*inside, *tokens))
        carried = frozenset(before) if pronoun else frozenset()
        low = {s.low(i) for i in tokens}
        often = next((w for w in ("never", "always") if w in low), "")
        partly = (w for w in low if w in listed("deeds-partly") or w.endswith("ly") or w in _ANYBODY)
        plain = {*partly} <= {"always"}
        where = self.line.article, self.line.index
        told = Worded(
            *where, plain=plain, often=often, carried=carried, line=self.line, s=s, tokens=tokens, placed=placed
        )
        if clause is None:
            return told
        verb = governed(s, clause.verb)
        deed, straight, asks = self._deed(verb, tokens[-1] + 1)
        unsure = clause.opener == "rel" and subject and s.parts[subject.first - 1] in _JOINED
        acts = NOBODY if unsure else self._role(subject)
        if subject and subject.kind == "pronoun" and carried:
            ids = carried & self.about.ids
            acts = Role(subject.first, subject.end, ids)
        behind = self._object(verb, tokens[-1] + 1)
        if subject and s.low(subject.first) in ("i", "we"):
            acts = Role(subject.first, subject.end, spoken_by(self.corpus, self.line, s, clause).ids)
        mine = not low.isdisjoint(_MINE) and not acts.ids
        agent, goal = (self._by(verb, tokens[-1] + 1), acts) if verb.voice == "passive" else (acts, self._role(behind))
        denied = verb.denied or clause.verb.denied
        beside = self._beside(verb.end if goal.first < verb.end else goal.end, tokens[-1] + 1)
        head = s.words[clause.verb.head]
        return replace(
            told,
            verb=clause.verb,
            plain=plain and not mine,
            opener=clause.opener,
            deed=deed,
            holds=straight != denied,
            asks=Kind.DENIAL if denied else asks,
            agent=agent,
            goal=goal,
            beside=beside,
            lemma=head.lemma,
            copula="be" in head.kinds,
        )

    def _deed(self, verb: VerbGroup, end: int) -> tuple[str, bool, Kind]:
        """Return what is done: the sense of the verb, with what stands right behind one that says little."""
        s, lemma = self.s, self.s.words[verb.head].lemma
        joins = verb.end < end and (s.parts[verb.end] in _COMPLEMENT or s.low(verb.end) in _PARTICLES)
        behind = s.low(verb.end) if joins else ""
        if lemma not in LIGHT or behind in ("", "not", "of"):
            told = deeds_counted().get(s.low(verb.head), lemma)
            return sense_of(told)
        if lemma == "be":
            return sense_of(deeds_counted().get(behind, behind))
        return (f"{lemma} {behind}", *_PLAIN)

    def _role(self, phrase: NounPhrase | None) -> Role:
        if phrase is None or phrase.kind == "pronoun":
            return Role(phrase.first, phrase.end) if phrase else NOBODY
        found = self._placed(tuple(range(phrase.first, phrase.end)))
        ids = frozenset(f for i, f in found if i in self.named or f in self.called)
        head = next((f for i, f in found if i == phrase.head), "")
        named = frozenset(f for i, f in found if i in self.named and i == phrase.head)
        joined = next((p for p in self.s.phrases if p.first == phrase.end + 1), None)
        if joined and self.s.low(phrase.end) == "and" and {joined.head, phrase.head} <= self.named.keys():
            ids |= self._role(joined).ids  # Ana Vula and Tom Rui
        return Role(phrase.first, phrase.end, ids, head, named)

    def _object(self, verb: VerbGroup, end: int) -> NounPhrase | None:
        s = self.s
        phrase = next((p for p in s.phrases if p.first >= verb.end and p.end <= end), None)
        if phrase is None or phrase.first - verb.end > REACH or s.parts[phrase.head] == "date":
            return None
        return phrase if all(s.parts[i] in ("adv", "not") for i in range(verb.end, phrase.first)) else None

    def _beside(self, i: int, end: int) -> Role:
        """Return what stands behind *into*, *from*, … right behind a verb and its object: *checked into the clinic*."""
        s = self.s
        if i >= end or s.parts[i] != "prep" or s.low(i) in ("by", "in", "at", "on"):
            return NOBODY
        return self._role(next((p for p in s.phrases if p.first == i + 1 and s.parts[p.head] == "noun"), None))

    def _by(self, verb: VerbGroup, end: int) -> Role:
        i = next((i for i in range(verb.end, end) if self.s.low(i) == "by"), None)
        return self._role(next((p for p in self.s.phrases if p.first == i + 1), None)) if i is not None else NOBODY

    def _placed(self, tokens: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
        s = self.s
        found: list[tuple[int, str]] = []
        for i in tokens:
            if i in self.named:
                found.append((i, self.named[i]))
            elif s.parts[i] == "name":
                found.append((i, "-".join(s.low(i).split())))
            elif s.parts[i] not in ("number", "date"):
                deed = deeds_counted().get(s.low(i))
                senses = (deed,) if deed else senses_of(stems_of(s.words[i].lemma or s.low(i)))
                found += [(i, f) for f in senses]
                phrase = phrase_at(s, i) if s.parts[i] == "noun" and senses and senses[-1] in self.nouns else None
                if phrase and s.low(phrase.first) in _DEFINITE:
                    found.append((i, self.nouns[senses[-1]]))
        return tuple(found)


def phrase_at(s: Sentence, i: int) -> NounPhrase | None:
    """Return the noun phrase that a token stands in."""
    return next((p for p in s.phrases if p.first <= i < p.end), None)
