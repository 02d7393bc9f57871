"""A sentence ──▶ the numbers in it that count something whole, and what happens to so many: *46 people drowned*."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.lexicons import listed, table, wordset
from generator.link.differences.claims.claim import words_of
from generator.link.differences.corpus import Line
from generator.link.differences.uncounted import uncounted
from generator.model import Figure
from generator.text import Sentence, VerbGroup
from generator.text.numbers import value_of
from generator.text.reading import NOTHING
from generator.text.synonyms import kind_of
from generator.text.words import Word, stem

REACH = 8
"""Tokens between what is counted and its verb, and behind a verb among which its complement stands."""

_BETWEEN = frozenset(("adv", "prep", "det", "to", "adj", "number", "symbol", "least"))
"""Between a verb and the people that it is done to: ``killed at least four``, ``killing as many as ten``."""
_ELSEWHERE = frozenset(("in", "of", "by", "with", "for", "from", "on"))
"""… and what makes it a number of something else: ``injured in two crashes``."""
_BEHIND = frozenset(("prep", "name", "noun", "det", "adj", "adv", "poss", "genitive", "number", "conj"))
_OTHERS = frozenset(("other", "others", "another", "more", "least", "total"))
"""What stands beside a number of people without making it one of a part: *two others*, *at least*."""
_OBJECT = frozenset(("det", "poss", "number", "noun", "name"))
_OWN = frozenset(("her", "his", "my", "our", "your", "them", "those", "these", "whom", "which"))
_FORCED = frozenset(("have", "force", "oblige", "begin", "believe", "fear", "think", "say", "report", "find"))
_SORTS = {"people": ("people", "person", "child"), "home": ("home",), "job": ("job",), "*": ("home", "thing")}
_STAYS = frozenset(("remain", "stay", "lie", "find", "fear", "report", "confirm", "declare", "leave"))


class Counted(NamedTuple):
    """A number with its noun phrase: its first token and the one behind it, the head or -1, and what it says.

    It is of ``some`` where those of whom it counts them are known: *four of them*, *two of those on board*; of a
    ``people`` where the head names one: *600 Palestinians*.
    """

    start: int
    stop: int
    head: int
    first: int
    text: str
    number: float
    figure: Figure | None = None
    some: bool = False
    people: bool = False

    def sort(self, s: Sentence, outcome: str) -> str:
        """Return what is counted, where an outcome is told: see ``called_so``."""
        return "person" if self.people else called_so(s.word(self.head), outcome) if self.head >= 0 else "people"


class _Row(NamedTuple):
    beside: str
    counted: str
    outcome: str


@cache
def _rows(how: str) -> Mapping[str, tuple[_Row, ...]]:
    found: defaultdict[str, list[_Row]] = defaultdict(list)
    for outcome, counted, told, words in table("outcomes"):
        for lemma, _, beside in (w.partition("+") for w in words.split() if told == how):
            for form in {lemma, stem(lemma)}:
                found[form].append(_Row(beside, counted, outcome))
    return {form: tuple(sorted(rows, key=lambda r: not r.beside)) for form, rows in found.items()}


def rows_of(how: str, word: Word) -> tuple[_Row, ...]:
    """Return what a word can tell in one of the ways of the table, whichever of its forms stands there."""
    return next((rows for form in _forms(word) if (rows := _rows(how).get(form))), ())


def _forms(word: Word) -> tuple[str, str, str]:
    return word.lemma, word.low, word.stem


def numbers_of(line: Line, s: Sentence, figures: tuple[Figure, ...]) -> Iterator[Counted]:
    """Yield the numbers of a sentence that count something whole, with the noun phrases they stand in."""
    nations = {s.within(n.span)[1] - 1 for n, _ in line.names if n.form == "demonym"}
    return (c._replace(people=c.head in nations) for c in _numbers(line, s, figures))


def _numbers(line: Line, s: Sentence, figures: tuple[Figure, ...]) -> Iterator[Counted]:
    taken = {i for d in line.dates for i in range(*s.within(d.span))} | uncounted(s, range(len(s)))
    for figure in figures:
        first, end = s.within(figure.span)
        if first in taken:
            continue
        low = {s.low(i) for i in range(first, end)}
        exact = any(c.isdigit() for c in figure.text) or any(value_of(w) or w == "dozen" for w in low)
        if figure.kind == "count" and figure.value is not None and exact and "several" not in low:  # but not scores
            yield from _whole(s, first, end, words_of(figure), (float(figure.value), figure))
        taken |= {*range(first, end)}
    for i in range(s.story, len(s)):
        one = s.low(i) == "one" and called_so(s.word(i + 1)) == "people"  # killed one person
        number = value_of(s.low(i)) if i not in taken and (one or s.parts[i] == "number") else None
        if number is not None:
            yield from _whole(s, i, i + 1, s.words[i].text, (number, None))


def _whole(s: Sentence, first: int, end: int, text: str, value: tuple[float, Figure | None]) -> Iterator[Counted]:
    phrase = next((p for p in s.phrases if p.first <= first < p.end), None)
    start, stop, head = (phrase.first, phrase.end, phrase.head) if phrase else (first, end, end - 1)
    opened = next((i + 1 for i in range(start - 1, max(0, start - 3) - 1, -1) if s.low(i) == ":"), max(0, start - 3))
    near = range(opened, stop)  # not everyone was so peaceful: eleven were arrested
    partial = any(s.low(i) in listed("figures-partial") - _OTHERS for i in near)
    of = s.low(start - 1) == "of" and s.parts[start - 2 : start - 1] == ("number",)  # two of the 61
    ratio = s.low(first - 1) == "in" and head == first  # three in four
    some = s.low(stop) == "of"
    if some:  # nine of the passengers
        owner = next((p for p in s.phrases if p.first == stop + 1), None)
        pronoun = s.low(stop + 1) in ("them", "those")
        of_some = owner is not None and "number" in s.parts[owner.first : owner.head]  # three of the four soldiers
        partial = partial or of_some or (not pronoun and (owner is None or s.low(stop + 1) in _OWN))
        if pronoun:
            stop, head = stop + 2, -1
        elif owner and stop == end:
            joined = s.parts[owner.end : owner.end + 2] == ("conj", "noun")  # its workers and visitors
            stop, head = (owner.end + 2, -1) if joined else (owner.end, owner.head)
    kin = s.low(start - 1) == "of" and s.words[start - 2].lemma in wordset("kin")  # families of three who died
    if not (kin or partial or of or ratio or _shares(s, stop)):
        yield Counted(start, stop, head if head >= end else -1, first, text, *value, some=some)


def _shares(s: Sentence, stop: int) -> bool:
    """Tell whether another part of one sum follows: ``nine people in Arua and six in Gulu``."""
    behind = range(stop, min(stop + REACH, len(s) - 2))
    return any(s.parts[i] == "conj" and s.parts[i + 1] == "number" and s.parts[i + 2] == "prep" for i in behind)


def noun_of(s: Sentence, counted: Counted, outcome: str) -> str | None:
    """Return the noun of what is counted as it is asked for, or None where the outcome isn't told of such things."""
    word = s.word(counted.head) if counted.head >= 0 else NOTHING
    sort = counted.sort(s, outcome)
    if outcome in ("destroyed", "damaged"):
        return {"home": "homes", "thing": word.low}.get(sort)
    if outcome == "jobs":
        return "jobs"
    if sort == "people" or rows_of("noun", word):
        return "people"
    return {"person": word.text if counted.people else word.low, "child": "children"}.get(sort)


@cache
def _called(outcome: str) -> Mapping[str, str]:
    rows = (row for row in table("outcomes") if row[2] == "called" and row[0] in ("*", outcome))
    return {w: counted for _, counted, _, words in rows for w in words.split()}


def called_so(word: Word, outcome: str = "*") -> str:
    """Return what a counted noun is, where an outcome is told: one of people, a home, somebody else, or a thing."""
    forms = word.lemma, word.low, word.low.removesuffix("s")
    known = next((found for form in forms if (found := _called(outcome).get(form))), "")
    if known or "person" in word.kinds:
        return known or "person"
    return "person" if kind_of(word.stem) == "person" else "thing"


def outcome_of(s: Sentence, c: Counted) -> str:
    """Return what happens to those that are counted, or nothing."""
    return (
        _aboard(s, c)
        or _dead(s, c)
        or _by_verb_before(s, c)
        or _carried(s, c)
        or _by_verb(s, c)
        or _by_state(s, c.stop, c)
        or _by_noun(s, c)
    )


def _aboard(s: Sentence, c: Counted) -> str:
    """Read ``86 people on board``, ``92 passengers aboard``, and not ``two of those on board``."""
    behind = [s.low(i) for i in range(c.stop, min(c.stop + 2, len(s)))]
    return "aboard" if not c.some and (behind[:1] == ["aboard"] or behind == ["on", "board"]) else ""


def _dead(s: Sentence, c: Counted) -> str:
    """Read ``24 dead and over 200 injured``."""
    joined = s.parts[c.stop + 1 : c.stop + 2] == ("conj",)
    return next((r.outcome for r in rows_of("state", s.word(c.stop)) if joined), "")


def _carried(s: Sentence, c: Counted) -> str:
    """Read ``a ferry carrying 86 people``, of which nothing else says where they were brought."""
    verb = next((v for v in s.verbs if v.end == c.start), None)
    return "aboard" if verb and s.words[verb.head].lemma == "carry" and _is_fact(s, verb) and not c.some else ""


def _by_noun(s: Sentence, c: Counted) -> str:
    """Read ``four dead bodies``, ``two fatalities``, ``120 wounded``, ``the rescue of 14 people``."""
    inside = [i for i in (*range(c.stop - 1, c.start - 1, -1), c.stop) if i < len(s) and s.parts[i] != "verb"]
    verb = next((clause.verb for clause in s.clauses if clause.start <= c.first < clause.end), None)
    of = next((i for i in range(c.first, max(0, c.start - 2), -1) if s.low(i) == "of"), -1)
    if verb is not None and not _is_fact(s, verb):
        return ""
    if s.low(of - 1) == "lives":  # claimed the lives of 14 people
        lives = c._replace(start=of - 1 - (s.low(of - 2) == "the"), stop=of, head=of - 1)
        return _by_verb_before(s, lives)
    found = (r for i in inside for r in (*rows_of("noun", s.words[i]), *_suffered(s, i)))
    owned = (r for r in (rows_of("noun", s.words[of - 1]) if of > 0 else ()) if _is_of(s, c, r))
    return next((r.outcome for r in (*found, *owned) if r.counted != "job" or _is_of(s, c, r)), "")


def _by_verb_before(s: Sentence, c: Counted) -> str:
    """Read ``killing at least four civilians``, ``took 14 people to hospital``, ``was attended by 400 people``."""
    verb = next((v for v in reversed(s.verbs) if v.end <= c.start), None)
    if verb is None or not _is_fact(s, verb):
        return ""
    between = range(verb.end, c.start)
    if verb.voice == "passive":
        return _told(s, "subject", verb, c, c.stop) if [s.low(i) for i in between][:1] == ["by"] else ""
    exists = "be" in s.words[verb.head].kinds and s.low(verb.first - 1) == "there" and not between
    if exists and (rows := _rows("exist").get(s.low(c.stop))):  # there were 600 people in the hall
        return next((r.outcome for r in rows if _is_of(s, c, r)), "")
    if len(between) > REACH or any(
        _BETWEEN.isdisjoint((s.parts[i], s.low(i))) or s.low(i) in _ELSEWHERE for i in between
    ):
        return ""
    return _told(s, "object", verb, c, c.stop) or _by_state(s, c.stop, c) or _by_state(s, c.stop + 1, c)


def _by_verb(s: Sentence, c: Counted) -> str:
    """Read ``four people in Kunduz were killed``, ``84 people have been taken to hospital``, ``two died``."""
    verb = next((v for v in s.verbs if v.first >= c.stop), None)
    if verb is None or not _is_fact(s, verb) or verb.first - c.stop > REACH:
        return ""
    if s.parts[c.stop] == "rel" and c.some:
        return ""  # 12 of the houses that burned down were insured
    if s.parts[c.stop] == "rel" and verb.first == c.stop + 1:  # the 35 who were arrested, three who kept it were held
        behind = next((v for v in s.verbs if v.first >= verb.end), None)
        main = behind and _is_fact(s, behind) and all(s.parts[i] in _OBJECT for i in range(verb.end, behind.first))
        return _told_of(s, verb, c) or (_told_of(s, behind, c) if main and behind else "")
    if any(s.parts[i] not in _BEHIND for i in range(c.stop, verb.first)) or s.parts[verb.first - 1] == "conj":
        return ""
    return _told_of(s, verb, c)


def _told_of(s: Sentence, verb: VerbGroup, c: Counted) -> str:
    """Return what a verb says of those who are counted before it."""
    forced = next((v for v in s.verbs if v.first == verb.end and s.low(v.first) == "to"), None)
    if forced and s.words[verb.head].lemma in _FORCED:
        return _told(s, "object" if forced.voice == "passive" else "subject", forced, c, forced.end)
    behind = next((i for i in range(verb.end, len(s)) if s.parts[i] != "adv"), len(s))
    stays = "be" in s.words[verb.head].kinds or s.words[verb.head].lemma in _STAYS
    state = (_by_state(s, behind, c) if stays else "") or (
        _by_state(s, verb.head, c) if verb.end - verb.first > 1 else ""
    )
    suffers = verb.voice == "passive" or s.parts[min(verb.end, len(s) - 1)] not in _OBJECT
    return (
        state
        or (_told(s, "object", verb, c, verb.end) if suffers else "")
        or (_told(s, "subject", verb, c, verb.end) if verb.voice == "active" else "")
    )


def _told(s: Sentence, how: str, verb: VerbGroup, c: Counted, behind: int) -> str:
    """Return the outcome of a verb with what stands behind it, for what is counted."""
    near = range(behind, min(len(s), behind + REACH))
    before = range(max(0, verb.first - 2), verb.first if how == "object" and verb.voice == "active" else 0)
    beside = {w for i in (*near, *before) for w in _forms(s.words[i])} | {s.low(i) for i in range(verb.end, c.start)}
    rows = rows_of(how, s.words[verb.head])
    return next((r.outcome for r in rows if (not r.beside or r.beside in beside) and _is_of(s, c, r)), "")


def _is_of(s: Sentence, c: Counted, row: _Row) -> bool:
    """Tell whether what is counted is what a row is about."""
    word = s.word(c.head) if c.head >= 0 else NOTHING
    if row.counted not in _SORTS:
        return row.counted in _forms(word)
    return c.sort(s, row.outcome) in _SORTS[row.counted] and word.low != "lives"


def _suffered(s: Sentence, i: int) -> tuple[_Row, ...]:
    """Return what a participle without its verb says was done to those beside it: *36 people injured*."""
    alone = i < len(s) and s.parts[i] not in ("verb", "inner") and "participle" in s.words[i].kinds
    return tuple(r for r in rows_of("object", s.words[i]) if not r.beside) if alone else ()


def _by_state(s: Sentence, i: int, c: Counted) -> str:
    """Read what stands at a token, such as *dead* or *missing*, behind words like *feared* too."""
    word = s.word(i)
    rows = (*rows_of("state", word), *_suffered(s, i))
    return next((r.outcome for r in rows if not r.beside and _is_of(s, c, r)), "")


def _is_fact(s: Sentence, verb: VerbGroup) -> bool:
    """Tell whether something is told as done; jobs are lost once it is said that they will be."""
    jobs = any(r.outcome == "jobs" for how in ("object", "subject") for r in rows_of(how, s.words[verb.head]))
    ahead = verb.tense == "future" or verb.modality == "planned" or s.low(verb.first) == "to"
    return not verb.denied and (not verb.modality or verb.modality == "planned") and (jobs or not ahead)
