"""A sentence ──▶ its clauses as they are compared: what is done by whom to whom, and what stands beside it."""

from collections.abc import Iterator
from dataclasses import replace

from generator.lexicons import listed
from generator.link.content_words import senses_of, stems_of
from generator.link.differences.asking import PARTICLES, joined
from generator.link.differences.claims.senses import sense_of, synonyms
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.known import Known, phrase_at, sense_at
from generator.link.differences.slots.held import held_by_clauses
from generator.link.differences.slots.parts import (
    antecedent,
    asides,
    end_of,
    governed,
    held_by,
    is_past,
    is_set_apart,
    object_of,
    subject_of,
)
from generator.link.differences.slots.telling import LIGHT, NOBODY, STATES, Role, Worded
from generator.link.differences.weekdays import named_days
from generator.model import Kind
from generator.text import Sentence, VerbGroup
from generator.text.befallen import deeds_counted
from generator.text.clauses import Clause
from generator.text.phrases import NounPhrase

_OBJECTS = tuple((part,) for part in ("det", "poss", "noun", "name", "adj", "number", "date"))
"""Behind a preposition, which is then no particle: *took place on Monday*, and not *turned the offer down*."""
_COMPLEMENT = ("adj", "participle", "inner", "noun")
_PLAIN: tuple[bool, Kind] = (True, Kind.DENIAL)  # of a deed that is no opposite of another one
_ANYBODY = frozenset(("you", "one", "anyone", "anybody", "who", "your"))
_FIRST_PERSON = frozenset(("i", "we"))
_MINE = _FIRST_PERSON | {"my", "our"}
_PRONOUNS = frozenset(("it", "its", "they", "their", "them", "he", "his", "him", "she", "her"))
_DEFINITE = frozenset(("the", "its", "their", "his", "her", "this", "that"))
_JOINED = ("prep", "conj")
"""Before the last noun in front of *that*: it may be told of an earlier one."""
_OFTEN = {"never": "never", "ever": "never", "always": "always"}
_UNTIL = frozenset(("until", "till"))
_VERBAL = ("verb", "inner", "base", "ing")
REACH = 2
"""Tokens between a verb and its object …"""
PARTED = 4
"""… and from a verb to its particle: *turned the first offer* **down**."""


def tellings(corpus: Corpus, line: Line, about: Known) -> Iterator[Worded]:
    """Yield the clauses of a sentence; a participle with what follows it is one: *founded in 1962*."""
    s = joined(corpus, line)
    if s is not None:
        found = tuple(_Reader(corpus, line, s, about).tellings())
        around = frozenset(f for t in found for f in t.features).union(named_days(line.dates))
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
        taken = {k for i in range(len(s)) if s.low(i) == "according" for k in range(i, end_of(s, i))}
        for i, end, noun in asides(s):
            taken |= set(range(i, end))
            yield self._aside(i, end, next((p for p in reversed(s.phrases) if p.end <= noun), None), before)
        if not s.clauses:
            yield self._telling(tuple(range(s.story, len(s))), None, None, before)
        subject: NounPhrase | None = None
        for clause, held in held_by_clauses(s):
            tokens = tuple(i for i in held if i not in taken)
            own = subject_of(s, clause)
            subject = own or (subject if clause.opener in ("conj", "comma", "break") else None)
            if tokens:
                yield self._telling(tokens, clause, subject, before)
            subject = antecedent(self.s, clause) or subject
            if not back and own:
                before = (*before, *self._features(range(own.first, own.end)))

    def _aside(self, i: int, end: int, phrase: NounPhrase | None, before: tuple[str, ...]) -> Worded:
        """Return what is said beside a noun: by a participle, or as *is* would, whatever the sentence says of it."""
        s, tokens = self.s, tuple(range(i, end))
        if is_past(s, i):
            verb = VerbGroup(i, i + 1, i, "past", voice="passive")
            return self._telling(tokens, Clause(i, end, verb, "part"), phrase, before)
        told, goal = self._worded(tokens, phrase, before), self._role(phrase)
        return replace(told, opener="part", deed="be", goal=goal, copula=True)

    def _spoken_of(self, index: int) -> tuple[str, ...]:
        """Return the features of what the sentence before speaks of."""
        line = self.corpus.line(self.line.article, index) if index >= 0 else None
        s = joined(self.corpus, line) if line else None
        if line is None or s is None or not s.clauses:
            return ()
        reader = _Reader(self.corpus, line, s, self.about)
        phrase = subject_of(s, s.clauses[0])
        return reader._features(range(phrase.first, phrase.end)) if phrase and phrase.kind != "pronoun" else ()

    def _features(self, tokens: range) -> tuple[str, ...]:
        return tuple(f for _, f in self._placed(tuple(tokens)))

    def _telling(
        self, tokens: tuple[int, ...], clause: Clause | None, subject: NounPhrase | None, before: tuple[str, ...]
    ) -> Worded:
        told = self._worded(tokens, (antecedent(self.s, clause) if clause else None) or subject, before)
        if clause is None:
            return told
        s, end = self.s, tokens[-1] + 1
        verb = governed(s, clause.verb)
        behind = object_of(s, verb, end)
        (deed, straight, asks), inside = self._deed(verb, end)
        acts, object_ = self._acts(clause, subject, told.carried), self._role(behind)
        agent, goal = (self._by(verb, end), acts) if verb.voice == "passive" else (acts, object_)
        first = antecedent(s, clause) if goal is NOBODY else None
        if first and subject and first != subject and verb.voice == "active":
            goal = self._role(first)  # the complaint that they filed
        elif goal is NOBODY and s.words[verb.head].lemma in STATES:
            agent, goal = NOBODY, acts  # the pass stays open
        held = held_by(s, verb, subject, behind)
        if held:
            deed, straight, asks = f"occur {sense_at(s, held.head)}", *_PLAIN
            does = goal.first == held.first and (agent.first < verb.first or verb.voice == "passive")
            agent, goal = agent if does else NOBODY, self._role(held)
        begins = verb.denied and not _UNTIL.isdisjoint(s.low(i) for i in tokens if i >= verb.end)
        verb = verb._replace(denied=verb.denied and not begins)  # was not issued until ten
        denied = verb.denied != inside
        head = s.words[clause.verb.head]
        tells = held or (s.words[verb.head].lemma not in STATES and deed not in ("", *LIGHT) and " " not in deed)
        return replace(
            told,
            placed=(
                *((i, f) for i, f in told.placed if i != verb.head or not tells),
                *([(verb.head, deed)] if tells else []),
            ),
            verb=verb if begins or verb.modality == "planned" else clause.verb,
            plain=told.plain and (bool(acts.ids) or _MINE.isdisjoint(s.low(i) for i in tokens)),
            opener=clause.opener,
            deed=deed,
            holds=straight != denied,
            asks=Kind.DENIAL if denied else asks,
            agent=agent,
            goal=goal,
            beside=self._beside(goal.end if held or goal.first >= verb.end else verb.end, end),
            lemma=head.lemma,
            copula="be" in head.kinds,
        )

    def _worded(self, tokens: tuple[int, ...], subject: NounPhrase | None, before: tuple[str, ...]) -> Worded:
        """Return the words of a clause, before anybody asks what they tell."""
        low = {self.s.low(i) for i in tokens if self.s.low(i - 1) not in ("no", "not") or self.s.low(i) != "one"}
        inside = tuple(range(subject.first, subject.end)) if subject and subject.first not in tokens else ()
        partly = {w for w in low if w in listed("deeds-partly") or w.endswith("ly") or w in _ANYBODY}
        return Worded(
            self.line.article,
            self.line.index,
            plain=partly <= {"always"},
            often=next((told for w, told in _OFTEN.items() if w in low), ""),
            carried=frozenset(before) if self._points_back(tokens) else frozenset(),
            line=self.line,
            s=self.s,
            tokens=tokens,
            placed=self._placed((*inside, *tokens)),
        )

    def _points_back(self, tokens: tuple[int, ...]) -> bool:
        """Tell whether a pronoun stands for what was spoken of before, and not for somebody whom its clause names."""
        first = next((n for n, i in enumerate(tokens) if self.s.low(i) in _PRONOUNS), len(tokens))
        return first < len(tokens) and not any(i in self.named or self.s.parts[i] == "name" for i in tokens[:first])

    def _acts(self, clause: Clause, subject: NounPhrase | None, carried: frozenset[str]) -> Role:
        """Return whom a verb is told of: for *I* and *we* who speaks, for *he* whom the sentence spoke of before."""
        s = self.s
        if subject is None or (clause.opener == "rel" and s.parts[subject.first - 1] in _JOINED):
            return NOBODY
        if s.low(subject.first) in _FIRST_PERSON:
            return Role(subject.first, subject.end, self._spoken_by(clause))
        if subject.kind == "pronoun" and carried:
            return Role(subject.first, subject.end, carried & self.about.ids)
        return self._role(subject)

    def _spoken_by(self, clause: Clause) -> frozenset[str]:
        """Return who says *I* in a quotation, if its speaker is known."""
        quotes, s = self.corpus.quotes_in(self.line), self.s
        first = next((i for i in range(clause.start, clause.verb.first) if s.low(i) in _FIRST_PERSON), clause.start)
        quote = next((q for q in quotes if q.span.start <= s.starts[first] < q.span.end), None)
        entity = self.corpus.index.named(quote.speaker) if quote and quote.speaker else None
        return frozenset((self.corpus.one_named(entity).id,)) if entity else frozenset()

    def _deed(self, verb: VerbGroup, end: int) -> tuple[tuple[str, bool, Kind], bool]:
        """Return what is done, and whether a *not* stands inside: *pleaded not guilty*.

        It is the sense of the verb, with what stands right behind one that says little.
        """
        s, lemma = self.s, self.s.words[verb.head].lemma
        near = range(verb.end, min(end, verb.end + PARTED))
        parted = (i for i in near if i == verb.end or s.parts[i + 1 : i + 2] not in _OBJECTS)
        phrasal = next((p for i in parted if (p := f"{lemma} {s.low(i)}") in synonyms()), "")
        if phrasal:
            return sense_of(phrasal), "not" in s.parts[verb.end : verb.end + PARTED] and " " in phrasal
        at = next((i for i in range(verb.end, min(end, verb.end + REACH)) if s.parts[i] not in ("adv", "not")), end)
        joins = at < end and (s.parts[at] in _COMPLEMENT or s.low(at) in PARTICLES) and s.low(at) != "of"
        behind = s.low(at) if joins and lemma in LIGHT else ""
        denied = bool(behind) and "not" in s.parts[verb.end : at]
        if behind and lemma in STATES:
            return sense_of(deeds_counted().get(behind, behind)), denied
        if behind:
            return (f"{lemma} {behind}", *_PLAIN), denied
        return sense_of(deeds_counted().get(s.low(verb.head), lemma)), False

    def _role(self, phrase: NounPhrase | None) -> Role:
        if phrase is None or phrase.kind == "pronoun":
            return Role(phrase.first, phrase.end) if phrase else NOBODY
        found = self._placed(tuple(range(phrase.first, phrase.end)))
        ids = frozenset(f for i, f in found if i in self.named or f in self.called or self.s.parts[i] == "name")
        at_head = [(i, f) for i, f in found if i == phrase.head]
        whole = self.s.low(phrase.end) != "-"  # SeaMicro - branded servers
        named, whose = frozenset(f for i, f in at_head if i in self.named and whole), ids - {f for _, f in at_head}
        joined = next((p for p in self.s.phrases if p.first == phrase.end + 1), None)
        if (
            joined
            and not named
            and at_head
            and joined.head in self.named
            and is_set_apart(self.s, phrase.end, joined.end)
        ):
            called = self._role(joined)  # his accomplice, Ivo Stamm, was acquitted
            return called._replace(first=phrase.first, end=called.end)
        if joined and self.s.low(phrase.end) == "and" and {joined.head, phrase.head} <= self.named.keys():
            ids |= self._role(joined).ids  # Ana Vula and Tom Rui
        return Role(phrase.first, phrase.end, ids, at_head[0][1] if at_head else "", named, whose)

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
            elif s.parts[i] == "name" and i != s.story and "noun" not in s.words[i].kinds:
                found.append((i, "-".join(s.low(i).split())))
            elif s.parts[i] not in ("number", "date") and not (s.low(i) in PARTICLES and s.parts[i - 1] in _VERBAL):
                deed = deeds_counted().get(s.low(i))
                senses = (deed,) if deed else senses_of(stems_of(s.words[i].lemma or s.low(i)))
                found += [(i, f) for f in senses]
                one = s.parts[i] == "noun" and "plural" not in s.words[i].kinds
                phrase = phrase_at(s, i) if one and senses and senses[-1] in self.nouns else None
                if phrase and s.low(phrase.first) in _DEFINITE:
                    found.append((i, self.nouns[senses[-1]]))
        return tuple(found)
