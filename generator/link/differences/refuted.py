"""What one article says there never was, and what another one tells of it: *no letter reached us*, *wrote to them*."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from generator import edtf
from generator.lexicons import compiled, numerals, wordset
from generator.link.content_words import senses_of, stems_of
from generator.link.differences.asking import UNSURE, joined
from generator.link.differences.asking import told as clause_of
from generator.link.differences.card import Parts, Question, card, reading, short
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.slots.align import AHEAD, weights_of
from generator.link.differences.slots.asked import of_any
from generator.link.differences.slots.gates import WEEK
from generator.link.differences.slots.given import every
from generator.link.differences.slots.pairs import pairs
from generator.link.likeness import Weights, weight_of
from generator.link.sets import gathered
from generator.model import Date, Difference, Kind, Span, Verdict
from generator.text import Sentence, stem
from generator.text.clauses import Clause
from generator.text.words import forms

LEAST, FEWEST = 5.0, 2
"""What two sentences on one letter or agreement share at least: what it weighs, and how many words."""
NEAR = 0.5
"""What a word tells of it that stands in the sentence before."""
RARE = 4.0
"""What a number, a day or a part of a name tells, which no clause is known by: *signal 114*."""
_BECAUSE = "One article says that there never was any, and another one tells of one."
_MAY_SWEEP, _MAY_TELL = compiled("may-sweep"), compiled("may-tell")
"""What a sentence must hold, so that few are read."""
_SORTS = ("messages", "signed")
_LEADS = frozenset(("conj", "that", "comma", "break", "quote", "open"))
_ENDS = frozenset(("comma", "break", "quote"))
_BEHIND = frozenset(("det", "poss", "number", "noun", "adj"))  # reported a crack, but not: the agency reported
_ADDRESSED = _BEHIND | {"name", "pron", "prep", "to"}  # wrote to her, but not: "…", she wrote
_WITH = frozenset(("with", "between"))


class _Act(NamedTuple):
    """A clause that tells of a message or an agreement, or that there was none; ``sort`` is what it tells of."""

    line: Line
    s: Sentence
    clause: Clause
    sort: str

    @property
    def text(self) -> str:
        """Its words, and those of the clause that goes on with its object, up to a comma or a quotation mark."""
        s, (first, end, verb, _) = self.s, self.clause
        end = next((c.end for c in s.clauses if c.start == end and c.opener == "said"), end)
        end = next((i for i in range(verb.end, end) if s.parts[i] in _ENDS), end)
        first = next(i for i in range(max(first, s.story), end) if s.parts[i] not in _LEADS)
        start = self.line.sentence.span.start
        return self.line.text[s.starts[first] - start : s.ends[end - 1] - start].strip(' ,;:.”“"')

    @property
    def at(self) -> Span:
        """The place of its verb."""
        return Span(self.s.starts[self.clause.verb.head], self.s.ends[self.clause.verb.head])

    @property
    def days(self) -> frozenset[str]:
        """The days that it names."""
        at = range(self.s.starts[self.clause.start], self.s.ends[self.clause.end - 1])
        return _days(d for d in self.line.dates if d.span.start in at)


def refuted(corpus: Corpus) -> Iterator[Difference]:
    """Yield what is told of a message or an agreement of which another article says that there was none."""
    weights = Weights(weights_of(g.words for g in corpus.once(every)), RARE)
    found = [
        (no, yes, weight)
        for pair in pairs(corpus)
        for one, other in (pair, pair[::-1])
        for no in corpus.once(_denied, one)
        for yes in corpus.once(_told, other)
        if no.sort == yes.sort and _is_of_time(corpus, no, yes)
        for weight in (_alike(corpus, no, yes, weights),)
        if weight >= LEAST
    ]
    for of_one in gathered((no.line.sentence, (no, yes, w)) for no, yes, w in found).values():
        no, best, most = max(of_one, key=lambda m: m[2])
        same = [yes for _, yes, _ in of_one if yes.text == best.text]
        if all(w <= AHEAD * most for _, yes, w in of_one if yes not in same):
            yield _card(corpus, no, same)


def _card(corpus: Corpus, no: _Act, told: list[_Act]) -> Difference:
    asked = (
        clause_of(corpus, a.line.sentence, a.at, wide=wide, denied=a is no)
        for a in (told[0], no)
        for wide in (False, True)
    )
    parts = Parts(clause=of_any(next((found.clause() for found in asked if found), "")))
    answers = (reading(corpus, short(a.text), (t.line.sentence for t in of)) for a, of in ((no, [no]), (told[0], told)))
    return card(Question(Kind.DENIAL, parts, Verdict.CONFLICT, _BECAUSE), answers)


def _denied(corpus: Corpus, article: str) -> Iterator[_Act]:
    lines = (line for line in corpus.lines(article) if _MAY_SWEEP.search(line.text))
    return (act for line in lines for act in _acts(corpus, line) if _sweeps(act))


def _told(corpus: Corpus, article: str) -> Iterator[_Act]:
    return (act for line in corpus.lines(article) for act in _acts(corpus, line) if _is_told(act))


def _acts(corpus: Corpus, line: Line) -> Iterator[_Act]:
    plain = _MAY_TELL.search(line.text) and corpus.is_story(line, long=True) and not line.text.rstrip().endswith("?")
    s = joined(corpus, line) if plain else None
    for clause in s.clauses if s and s.kind != "title" else ():
        told = not clause.verb.modality and clause.verb.tense != "future" and s and s.low(clause.start) not in UNSURE
        sort = _sort(s, clause) if s and told else ""
        if s and sort:
            yield _Act(line, s, clause, sort)


def _sort(s: Sentence, clause: Clause) -> str:
    """Return what a clause tells of: *messages* that were sent, or what was *signed*; empty for anything else."""
    verb, inside = clause.verb, range(clause.verb.end, clause.end)
    lemma, nouns = s.words[verb.head].lemma, {s.words[i].lemma for i in range(clause.start, clause.end)}
    if lemma == "have":  # has to this day signed nothing
        lemma = next((s.words[i].lemma for i in inside if s.parts[i] in ("verb", "inner", "participle")), lemma)
    behind = s.parts[verb.end] if verb.end < len(s) else ""
    whom = behind in (_BEHIND if lemma == "report" else _ADDRESSED)
    whom = whom or (verb.voice == "passive" and lemma != "report")
    for sort in _SORTS:
        by, done = (wordset(f"denials-{sort}-{of}") for of in ("by", "verbs"))
        if (lemma in done and whom) or (lemma in by and nouns & wordset(f"denials-{sort}")):
            return sort
    return ""


def _is_told(act: _Act) -> bool:
    """Tell whether a clause tells a fact, in a sentence that calls nothing a claim."""
    s, clause = act.s, act.clause
    claimed = {w.lemma for w in s.words} & (wordset("denials-verbs") | {"claim", "rumour", "rumor"})
    swept = {s.low(i) for i in range(clause.start, clause.end)} & (wordset("denials-sweeps") | {"not"})
    return clause.verb.happened and not (claimed or swept or UNSURE & {w.low for w in s.words})


def _sweeps(act: _Act) -> bool:
    """Tell whether a clause says that in no way there was any: *no letter came*, *signed nothing*, *never told us*."""
    s, (first, end, verb, _) = act.s, act.clause
    past = verb.tense == "past" or verb.aspect == "perfect" or s.words[verb.head].lemma in ("be", "have")
    return past and any(
        s.low(i) in ("never", "neither", "nothing", "none")
        or (s.low(i) in ("no", "any") and _is_any(act, i))
        or (s.low(i) == "not" and s.low(i + 1) in ("a", "one") and _is_any(act, i + 1))  # not a line was signed
        for i in range(first, end)
        if verb.denied or s.low(i) != "any"
    )


def _is_any(act: _Act, i: int) -> bool:
    """Tell whether behind a *no* stands a message or an agreement, or what can be any: *no sum was agreed*."""
    phrase = next((p for p in act.s.phrases if p.first <= i < p.end or p.first == i + 1), None)
    heads = wordset(f"denials-{act.sort}") | wordset("denials-any")
    return phrase is not None and act.s.words[phrase.head].lemma in heads


def _is_of_time(corpus: Corpus, no: _Act, yes: _Act) -> bool:
    """Tell whether what is told was done when it was denied: a message before, an agreement on that day, or lately."""
    denied, told = (corpus.published(a.line.article) for a in (no, yes))
    done = min(yes.days, default=told)
    if not _days(no.line.dates).isdisjoint(yes.days):
        return True
    if no.sort == "signed":
        near = corpus.of_one_news(no.line.article, yes.line.article, WEEK)
        return near and not (no.days and yes.days) and bool(denied and done) and str(done) <= str(denied)
    return yes.clause.verb.aspect == "perfect" or not (denied and done) or done <= denied


def _days(dates: Iterable[Date]) -> frozenset[str]:
    return frozenset(d.value for d in dates if d.value and edtf.precision(d.value) == "day")


def _alike(corpus: Corpus, no: _Act, yes: _Act, weights: Weights) -> float:
    """Return how much two clauses share; who agreed is named before the verb, or behind *with*."""
    (mine, before), (theirs, earlier) = (
        [words - _unmeant(no.sort) for words in corpus.once(_words, a.line.article, a.line.index)] for a in (no, yes)
    )
    shared = mine & theirs
    beside = ((mine & earlier) | (before & theirs)) - shared
    verb, low = yes.clause.verb, [w.low for w in yes.s.words]
    first = next((i for i in range(verb.end, yes.clause.end) if low[i] in _WITH), len(low))
    who = frozenset(senses_of(stems_of(" ".join((*low[: verb.first], *low[first:])))))
    if len(shared | beside) < FEWEST or (no.sort == "signed" and shared.isdisjoint(who)):
        return 0.0
    return weight_of(shared, weights) + NEAR * weight_of(beside, weights)


def _words(corpus: Corpus, article: str, index: int) -> Iterator[frozenset[str]]:
    """Yield the senses of the words of a sentence, and of those of the one before, each with the days it names."""
    for n in (index, index - 1):
        line = corpus.line(article, n) if n >= 0 else None
        told = line.text[line.told.start - line.sentence.span.start :] if line else ""
        yield frozenset(senses_of(stems_of(told))) | (_days(line.dates) if line else frozenset())


@cache
def _unmeant(sort: str) -> frozenset[str]:
    """Return what says nothing of which one it was: words of messages or agreements, of numbers, days and months."""
    names = ("sweeps", sort, f"{sort}-by", f"{sort}-verbs")
    told = (w for name in names for w in wordset(f"denials-{name}"))
    return frozenset(senses_of(tuple(map(stem, (*told, *numerals(), *forms("weekday"), *forms("month"))))))
