"""A sentence ──▶ frames: who did what to whom, in each of its clauses, whatever words the source puts it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from generator.lexicons import listed
from generator.link.content_words import senses, senses_of, stems_of
from generator.link.differences.asking import joined
from generator.link.differences.claims.frame import Frame, Part
from generator.link.differences.claims.senses import sense_of
from generator.link.differences.corpus import Corpus, Line
from generator.model import Name, Span
from generator.text import Sentence, VerbGroup
from generator.text.clauses import Clause
from generator.text.phrases import NounPhrase

Whole = Callable[[int], "Sentence | None"]
"""Gives a sentence of an article by its number; None for a headline in capitals."""

REACH = 2
"""Tokens between a verb and its object: ``had called [on Friday] them``, ``sent off the captain``."""
_EMPTY = frozenset(
    ("be", "have", "do", "remain", "stay", "become", "seem", "get", "go", "stand", "feel", "look", "keep")
)
"""Lemmas that say little: what their complement says is done."""
_LIGHT = frozenset(("take", "make", "give", "hold", "put", "set", "bring", "come", "win", "lose", "reach", "plead"))
"""… and those that say something only with their object: *take office*, *make a decision*."""
_ANSWERS = frozenset(("claim", "admit", "accept", "deny", "disclaim", "reject"))
_DISOWNS = frozenset(("deny", "disclaim", "reject"))
_ANSWERED = "responsibility involvement"
"""Who claims or denies responsibility says whether they did it."""
_COMPLEMENT = ("adj", "participle", "inner", "verb")
_NEVER_PASSIVE = ("plead",)
_STOPS = ("comma", "break", "open", "close", "quote", "stop", "verb", "rel", "sub", "conj")
_FIRST_PERSON = frozenset(("i", "we"))
_BACK = frozenset(("it", "they", "them"))
_THIRD_PERSON = frozenset(("he", "she", "it", "they", "him", "her", "them", "who", "which", "that"))


def named(corpus: Corpus, line: Line) -> Line:
    """Return a sentence in which each name stands for whom it is known to."""
    return replace(line, names=tuple((n, corpus.one_named(e)) for n, e in line.names))


def joined_of(corpus: Corpus, article: str) -> Whole:
    """Return what gives each sentence of an article by its number, with its names and dates ``joined``."""
    return cache(lambda index: joined(corpus, corpus.line(article, index)))


def frames(corpus: Corpus, line: Line, whole: Whole) -> Iterator[Frame]:
    """Yield what the clauses of a sentence tell."""
    s, line = whole(line.index), named(corpus, line)
    if s is None:
        return
    yield from _reduced(line, s)
    before, back, said = None, None, ""
    for told in s.clauses:
        clause = told
        if before is None and back is None and _points_back(s, clause):
            back = _told_of(corpus, line, whole)
        if clause.opener == "that" and said in _DISOWNS:
            clause = clause._replace(verb=clause.verb._replace(denied=not clause.verb.denied))
        said = s.words[clause.verb.head].lemma
        agent = spoken_by(corpus, line, s, clause) or _subject(line, s, clause, before or back or Part())
        made = _frame(line, s, clause, agent, before or back or Part())
        if clause.opener not in ("rel", "sub"):
            before = agent or before or Part()
        if made:
            yield made


def _points_back(s: Sentence, clause: Clause) -> bool:
    """Tell whether *it*, *they* or *them* stands in a clause: what was spoken of before."""
    return any(s.low(i) in _BACK for i in range(clause.start, clause.end))


def _told_of(corpus: Corpus, line: Line, whole: Whole) -> Part:
    """Return what the sentence before speaks of: the subject of its first clause."""
    s = whole(line.index - 1) if line.index > 0 else None
    if s is None or not s.clauses or s.kind != "paragraph":
        return Part()
    return _subject(corpus.line(line.article, line.index - 1), s, s.clauses[0], Part())


def _reduced(line: Line, s: Sentence) -> Iterator[Frame]:
    """Yield what participles tell of the noun before them: *Nordhavn Lines, founded in 1954 with one ship*."""
    told = (i for i, part in enumerate(s.parts[:-1]) if part == "participle" or s.words[i].low == "born")
    for i in (i for i in told if i > max(0, s.story)):
        end = next((k for k in range(i + 1, len(s)) if s.parts[k] in _STOPS), len(s))
        if s.parts[i] == "participle" and s.words[i].lemma in _NEVER_PASSIVE:
            phrase = next((p for p in s.phrases if p.end < i and s.parts[p.head] == "name"), None)
            clause = Clause(i, end, VerbGroup(i, i + 1, i, "past"), "")
            made = _frame(line, s, clause, _part(line, s, phrase), Part()) if phrase else None
            if made:
                yield made
        elif s.parts[i + 1] == "prep" and "participle" in s.words[i].kinds:
            at = i - 1 if s.parts[i - 1] == "comma" else i
            phrase = next((p for p in s.phrases if p.end == at), None)
            if phrase:
                verb = VerbGroup(i, i + 1, i, "past", voice="passive")
                made = _frame(line, s, Clause(phrase.first, end, verb, ""), _part(line, s, phrase), Part())
                if made:
                    yield made


def _frame(line: Line, s: Sentence, clause: Clause, subject: Part, before: Part) -> Frame | None:
    verb = governed(s, clause.verb)
    head = s.words[verb.head]
    if (
        "takes-clause" in head.kinds
        and clause.end <= verb.end < len(s)
        and s.parts[verb.end] in ("det", "pron", "poss")
    ):
        return None  # "had warned | them", whom the next clause seems to begin with
    goal_phrase = _object(s, verb, clause.end)
    goal = _goal(line, s, goal_phrase, before if before != subject else Part()) if goal_phrase else Part()
    deed = head.lemma
    agent = subject
    at = verb.head
    if verb.voice == "passive":
        agent, goal = _by(line, s, verb, clause.end), subject
    elif deed in _EMPTY:
        i = next((i for i in range(verb.end, min(clause.end, verb.end + 3)) if s.parts[i] in _COMPLEMENT), None)
        if i is None or any(s.parts[k] not in ("adv", "not", "adj") for k in range(verb.end, i)):
            return None
        deed, agent, goal, at = s.low(i), Part(), subject, i
    elif deed in _ANSWERS and goal.head in senses(_ANSWERED):
        said = VerbGroup(*verb[:7], verb.denied != (deed in _DISOWNS), verb.finite)
        clause, verb, deed, agent, goal = clause._replace(verb=said), said, "claim responsibility", Part(), subject
    elif deed in _LIGHT:
        i = next((i for i in range(verb.end, min(clause.end, verb.end + 3)) if s.parts[i] in ("noun", "adj")), None)
        if i is None:
            return None
        deed = f"{deed} {s.low(i)}"
        agent, goal, at = Part(), subject, i
    elif goal_phrase is None or s.parts[goal_phrase.head] != "pron":
        agent, goal = (agent, goal) if goal else (Part(), subject)  # the dam broke
    sense, straight, asks = sense_of(deed)
    denied = verb.denied or any(s.parts[k] == "not" for k in range(verb.end, at))
    span = Span(s.starts[clause.start], s.ends[clause.end - 1])
    told = frozenset(senses_of(stems_of(line.text[span.start - s.span.start : span.end - s.span.start])))
    partly, words = listed("deeds-partly"), s.words[clause.start : clause.end]
    plain = not any(w.low in partly or w.low.endswith("ly") for w in words)
    which = line, span, clause.opener, verb, s.words[verb.head].lemma, plain
    to = _to(s, at + 1, clause.end)
    return Frame(*which, sense, agent, goal, straight != denied, told, to, asks, denied)


def _to(s: Sentence, first: int, end: int) -> tuple[str, frozenset[str]]:
    """Return the preposition behind a deed, and what is named behind it: *checked into* the clinic."""
    i = next((i for i in range(first, min(first + 2, end)) if s.parts[i] == "prep"), None)
    phrase = next((p for p in s.phrases if p.first == i + 1), None) if i is not None else None
    if i is None or phrase is None or s.parts[phrase.head] == "date":
        return "", frozenset()
    found = stems_of(" ".join(s.low(k) for k in range(phrase.first, phrase.end)))
    return s.low(i), frozenset(found)


def governed(s: Sentence, verb: VerbGroup) -> VerbGroup:
    """Return the infinitive that a verb governs directly, such as *refused to sign*, or the verb itself."""
    behind = next((v for v in s.verbs if v.first >= verb.end), None)
    if behind is None or behind.finite or behind.first != verb.end or s.parts[behind.first] != "to":
        return verb
    return behind


def spoken_by(corpus: Corpus, line: Line, s: Sentence, clause: Clause) -> Part:
    """Return who says *I* in a quotation, if it is the subject of a clause and its speaker is known."""
    first = next((i for i in range(clause.start, clause.verb.first) if s.low(i) in _FIRST_PERSON), None)
    if first is None:
        return Part()
    quote = next((q for q in corpus.quotes_in(line) if q.span.start <= s.starts[first] < q.span.end), None)
    entity = corpus.index.named(quote.speaker) if quote and quote.speaker else None
    return Part(frozenset((corpus.one_named(entity).id,))) if entity else Part()


def _subject(line: Line, s: Sentence, clause: Clause, before: Part) -> Part:
    """Return who acts or is spoken of; in a clause without a subject that of the one before."""
    first = max(clause.start, s.story)
    first = next((i + 1 for i in range(clause.verb.first, first, -1) if s.low(i) == ":"), first)
    if clause.opener == "rel":
        phrase = next((p for p in reversed(s.phrases) if p.end <= clause.start), None)
        return _part(line, s, phrase) if phrase and clause.start - phrase.end <= 1 else Part()
    found = [p for p in s.phrases if p.first >= first and p.end <= clause.verb.first and s.parts[p.head] != "date"]
    if not found:
        return before if clause.opener in ("conj", "comma") else Part()
    last = clause.verb.first - 1
    if s.parts[last] == "name" and s.parts[found[-1].first - 1] == "prep" and found[-1].first < last:
        found = [found[-1]._replace(first=last, core=last)]  # "on Monday Minister Tom Rui"
    phrase = next((p for p in found if p.first == first or s.parts[p.first - 1] != "prep" or p.first == last), None)
    if phrase is None:
        return Part()
    if s.low(phrase.first) in _BACK and clause.opener in ("", "break"):
        return _part(line, s, phrase) or before
    if phrase.kind == "pronoun" and clause.opener in ("that", "said"):
        return _part(line, s, phrase) or (before if len(before.ids) == 1 else Part())  # "Lim said that he would appeal"
    part = _part(line, s, phrase)
    joined = frozenset(
        e.id
        for n, e in line.names
        if s.starts[phrase.first] <= n.span.start < s.starts[clause.verb.first] and s.parts[_at(s, n) - 1] != "prep"
    )  # "Ana Lee and Bo Reed", "the mayor, Ana Lee"
    return Part(part.ids | joined, "", bare=False) if joined else part


def _at(s: Sentence, name: Name) -> int:
    return s.token_at(name.span.start) or 0


def _object(s: Sentence, verb: VerbGroup, end: int) -> NounPhrase | None:
    """Return the noun phrase right behind a verb."""
    phrase = next((p for p in s.phrases if p.first >= verb.end and p.end <= end), None)
    if phrase is None or phrase.first - verb.end > REACH:
        return None
    if any(
        s.parts[i] in ("prep", "comma", "to", "conj", "quote", "sub", "that", "rel")
        for i in range(verb.end, phrase.first)
    ):
        return None
    return None if s.parts[phrase.head] == "date" else phrase


def _goal(line: Line, s: Sentence, phrase: NounPhrase, before: Part) -> Part:
    """Return to whom something is done: a name behind a comma counts, and *them* is who was spoken of before."""
    if s.low(phrase.first) in _BACK:
        return _part(line, s, phrase) or before
    part = _part(line, s, phrase)
    behind = next((p for p in s.phrases if p.first == phrase.end + 1), None)
    if part.ids or behind is None or s.low(phrase.end) != "," or "person" not in s.words[phrase.head].kinds:
        return part
    named = _part(line, s, behind)  # "the new mayor, Ana Lee"
    return named if named.ids else part


def _by(line: Line, s: Sentence, verb: VerbGroup, end: int) -> Part:
    i = next((i for i in range(verb.end, end) if s.low(i) == "by"), None)
    phrase = next((p for p in s.phrases if p.first == i + 1), None) if i is not None else None
    return _part(line, s, phrase) if phrase and s.parts[phrase.head] not in ("date", "number") else Part()


def _part(line: Line, s: Sentence, phrase: NounPhrase) -> Part:
    if phrase.kind == "pronoun" or s.low(phrase.first) in _THIRD_PERSON:
        return Part(frozenset(e.id for n, e in line.names if n.span.start == s.starts[phrase.first]))
    start, end = s.starts[phrase.first], s.ends[phrase.end - 1]
    named = [(n, e) for n, e in line.names if start <= n.span.start < end]
    last = [e.id for n, e in named if n.span.end == s.ends[phrase.head]]
    head = next(iter(senses_of(stems_of(s.words[phrase.head].lemma or s.low(phrase.head)))), "")
    return Part(frozenset(last), "" if last else head, bare=not last and phrase.end - phrase.core == 1)
