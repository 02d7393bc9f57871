"""What one article denies and another one tells as done, with another verb, or its noun: *no warning*, *was warned*."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from generator import edtf
from generator.lexicons import numerals, wordset
from generator.link.content_words import senses, senses_of, stems_of
from generator.link.differences.claims.senses import acts
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import AHEAD, Match, match
from generator.link.differences.slots.gates import ROLES, WEEK, is_one, may_follow, of_one_mode
from generator.link.differences.slots.places import of_one_place
from generator.link.differences.slots.same import FEW
from generator.link.differences.slots.telling import LIGHT, Slot
from generator.link.differences.slots.times import PARAGRAPH, of_one_time
from generator.link.differences.weekdays import weekday, weekday_of
from generator.link.events.words import acts as verbs
from generator.link.events.words import nouns
from generator.link.likeness import Weights
from generator.text import stem

OCCUR = "occur "
_SWEEPS = senses("nothing anything never")
_ANY = senses("name") | _SWEEPS  # never put its name to anything
_NAMES = re.compile(r"(?<=\s)[A-Z][\w-]+")
_THE = re.compile(r"\bon the (?:(twenty|thirty)-)?([a-z]{3,12})\b")
_KINDS = frozenset(("meeting", "agreement", "office", "business"))
"""Kinds of acts that sources tell with several verbs and nouns: *reached a deal*, *nothing was agreed*."""
_REACHED = wordset("denials-reached")
LETTERS = 6
"""Letters of a word of which others are made."""
MEANT = 2
"""Words besides the deed that tell that two clauses are of one."""


def denied(corpus: Corpus, mine: Sequence[Slot], theirs: Sequence[Slot], weights: Weights) -> Iterator[Match]:
    """Yield what is denied here and told as done there, where each is by far the likest to the other one."""
    found = [
        m
        for one, other in product(filter(_is_told, mine), filter(_is_told, theirs))
        if one.telling.holds != other.telling.holds and _on_one_deed(one, other)
        for m in (match(one, other, weights),)
        if _is_anchored(corpus, m)
    ]
    for best in found:
        rivals = (m for m in found if m is not best and (m.one is best.one or m.other is best.other))
        if all(m.weight < AHEAD * best.weight for m in rivals):
            yield best


def swept(corpus: Corpus, mine: Sequence[Slot], theirs: Sequence[Slot], weights: Weights) -> Iterator[Match]:
    """Yield what one article says there never was any of, and the likest clause of another that tells it as done.

    Both are of one day, or whom it is told of by name is spoken of where it is denied, or just before.
    """
    for own, others in ((mine, theirs), (theirs, mine)):
        for no in filter(_sweeps, own):
            told = (yes for yes in others if _is_told(yes) and yes.telling.holds)
            pairs = ((yes, match(*((no, yes) if own is mine else (yes, no)), weights)) for yes in told)
            found = [m for yes, m in pairs if _is_denied(corpus, yes, no, m.shared)]
            yield from sorted(found, key=lambda m: -m.weight)[:1]


def _sweeps(slot: Slot) -> bool:
    """Tell whether a clause says that something never was, in no way: *nothing was signed*, *there was no meeting*."""
    t = slot.telling
    swept_ = t.often == "never" or OCCUR in t.deed or not _SWEEPS.isdisjoint(slot.features)
    return swept_ and t.plain and not t.holds and _is_told(slot)


def _is_denied(corpus: Corpus, yes: Slot, no: Slot, shared: frozenset[str]) -> bool:
    a, b = yes.telling, no.telling
    deeds = {a.deed, b.deed, b.deed.removeprefix(OCCUR)}
    named, beside = a.agent.named | a.goal.named, shared - LIGHT - deeds
    rest = no.features - LIGHT - deeds - b.agent.whom - _ANY
    one_day, known = _of_one_day(corpus, yes, no), not named.isdisjoint(_spoken(corpus, no))
    kin, ever = _begin_alike(a.beside.head, b.beside.head), bool(b.often) and not no.dates
    one_deed, one_act = a.deed == b.deed and a.deed not in LIGHT | acts("say tell"), bool(_acts(yes) & _acts(no))
    return (
        (one_deed or one_act)
        and (one_day or known or len(beside) >= MEANT)
        and (known or one_day or not named)
        and (one_day or kin or not rest or not rest.isdisjoint(_spoken(corpus, yes)))
        and (one_day or all(name in _paragraph(corpus, yes) for name in _NAMES.findall(no.text)))
        and is_one(yes, no, "agent")
        and (kin or is_one(yes, no, "beside"))
        and (one_act or is_one(yes, no, "goal") or b.goal.head in _ANY or len(beside) >= MEANT)
        and (ever or one_day or of_one_time(corpus, yes, no))
        and (ever or (one_day and not no.places) or of_one_place(corpus, yes, no))
        and not may_follow(corpus, yes, no)
        and all(day <= (corpus.published(no.article) or day) for day in yes.dates)  # "nothing had been signed"
    )


def _spoken(corpus: Corpus, slot: Slot) -> frozenset[str]:
    """Return the words and names of a clause, its sentence and the one before."""
    t = slot.telling
    before = corpus.line(t.article, t.index - 1) if t.index else None
    told = {corpus.one_named(e).id for _, e in before.names}.union(senses_of(stems_of(before.text))) if before else ()
    return slot.features.union(t.carried, t.around, t.parties, told)


def _paragraph(corpus: Corpus, slot: Slot) -> str:
    """Return the text of a clause's sentence and of those before."""
    t = slot.telling
    return " ".join(corpus.line(t.article, n).text for n in range(max(0, t.index - PARAGRAPH), t.index + 1))


def _begin_alike(*words: str) -> bool:
    """Tell whether one of two words is made of the other: *prosecution*, *prosecutor*."""
    less, more = sorted(words, key=len)
    return len(less) >= LETTERS and more.startswith(less)


def _of_one_day(corpus: Corpus, yes: Slot, no: Slot) -> bool:
    """Tell whether an act is told of the day on which it is denied: by its date, or as *last Friday* within a week."""
    days, told = set(no.dates), corpus.published(yes.article)
    named = {weekday(d) for d in corpus.line(yes.article, yes.telling.index).dates} - {""}
    spoken = [m for m in _THE.finditer(corpus.line(no.article, no.telling.index).text) if m[2] in numerals("ordinal")]
    tens = {"twenty": 20, "thirty": 30}
    day = {tens.get(m[1], 0) + int(numerals("ordinal")[m[2]]) for m in spoken}  # not on the twenty-first
    if not days and day:
        return any(edtf.precision(d) == "day" and int(d[-2:]) in day for d in yes.dates)
    near = all(told and 0 <= (edtf.days_between(d, told) or -1) <= WEEK for d in days)
    return bool(days) and (set(yes.dates) == days or (not yes.dates and near and named == {*map(weekday_of, days)}))


def _acts(slot: Slot) -> frozenset[str]:
    """Return the acts that a clause tells with its verb, or with the noun of what is reached, made or held."""
    t = slot.telling
    told = [act for act in (verbs().get(t.lemma),) if act and act.kind in _KINDS]
    reached = OCCUR in t.deed or t.lemma in _REACHED
    known = [act for noun, act in nouns().items() if reached and stem(noun) == t.goal.head and act.kind in _KINDS]
    return frozenset(act.name for act in (*told, *known))


def _is_told(slot: Slot) -> bool:
    """Tell whether a clause tells of a fact of the past, or that something was not."""
    verb = slot.telling.verb
    aside = slot.telling.opener == "sub" or (slot.telling.opener == "rel" and not slot.dates)
    if slot.kind != "truth" or verb is None or aside:
        return False
    past = verb.tense == "past" or verb.aspect == "perfect" or (verb.denied and OCCUR in slot.deed)  # there is no deal
    return not verb.modality and past and slot.telling.holds != verb.denied


def _on_one_deed(one: Slot, other: Slot) -> bool:
    """Tell whether the deed that is told, or what takes part in it, is what is denied."""
    yes, no = (one, other) if one.telling.holds else (other, one)
    if yes.deed == no.deed:
        return yes.deed not in LIGHT | acts("say tell") and set(yes.dates) == set(no.dates) != set()
    goal = no.telling.goal.head or no.telling.agent.head
    occurs, had, has = OCCUR in no.deed, acts(_set("held")), goal in (yes.telling.goal.head, yes.deed.split()[-1])
    if has and goal and yes.deed.split()[0] in had:
        fits = one.telling.agent.fits(other.telling.agent)
        return occurs or (fits and no.deed in had | LIGHT)  # had no permit, held a permit
    if yes.deed in LIGHT | acts("say tell"):
        return False
    if no.deed in acts(_set("empty")) | {"take place"}:
        return yes.deed in no.features or (no.deed == "use" and has and yes.deed not in acts(_set("kept")))
    return yes.deed in ({goal, no.deed.removeprefix(OCCUR)} if occurs or no.deed in LIGHT else ())  # there was no offer


def _set(name: str) -> str:
    return " ".join(wordset(f"denials-{name}"))


def _is_anchored(corpus: Corpus, found: Match) -> bool:
    """Tell whether two clauses share what takes part besides the deed, and can be of one time and place.

    Whom the deed is told of by name is spoken of where it is denied, too.
    """
    one, other = found.one, found.other
    yes, no = (one, other) if one.telling.holds else (other, one)
    deeds = {one.deed, other.deed, one.deed.removeprefix(OCCUR), other.deed.removeprefix(OCCUR)}
    beside = found.shared - deeds - LIGHT
    named = yes.telling.agent.named | yes.telling.goal.named
    spoken = no.features | no.telling.carried | no.telling.around | no.telling.parties
    return (
        bool(beside)
        and (found.cover >= FEW or not beside.isdisjoint(yes.telling.parties | no.telling.parties))
        and (not named or not named.isdisjoint(spoken))
        and of_one_mode(one, other)
        and ((no.telling.often == "never" and not no.dates) or of_one_time(corpus, one, other))
        and of_one_place(corpus, one, other)
        and (one.deed != other.deed or all(is_one(one, other, role) for role in ROLES))
    )
