"""Two slots that match ──▶ whether their clauses say the same of both values, by the sort of the value."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from generator.edtf import days_between, precision
from generator.lexicons import listed
from generator.link.content_words import senses
from generator.link.differences.corpus import STORY_DAYS, Corpus
from generator.link.differences.slots.align import Match
from generator.link.differences.slots.clock import HOUR, apart, clocks
from generator.link.differences.slots.gates import SMALL, of_one_offer
from generator.link.differences.slots.news import says_how_long
from generator.link.differences.slots.parts import things
from generator.link.differences.slots.slot import ANYBODY, LASTS
from generator.link.differences.slots.telling import LIGHT, Slot
from generator.model import Kind
from generator.text.synonyms import are_near

ALL, MOST, HALF, SOME, FEW = 0.75, 0.6, 0.5, 0.4, 0.25
"""Shares of the weight of the clause that tells less, from which two say the same, by what else speaks for it."""
RICH = 3
"""Words and names besides the value's own that tell the same where the verbs don't."""
RARE = 9.0
"""What the words weigh that two sentences share, from which none of 90 folders has two values of two things in them."""
MANY = 100
"""The least number whose digits don't stand in another number in another order by chance."""


EMPTY = "run operate hold include consist amount receive total count see contain comprise employ own reach stand number"
"""Verbs that join a number to a thing, whichever of them a source takes."""
ANSWERING = "say tell comment answer speak talk mention ask add write update publish post print"
"""What one does here and not there: who answers one paper may leave another without an answer."""
_STAYS = "be spend stay remain wait"
"""Verbs of being somewhere for a time."""
_YEAR = re.compile(r"\b\d{4}\b")
_MATCHES = frozenset(("play", "win", "lose", "beat", "score"))
"""Lemmas of what goes on from day to day."""
_LONG = "season league career tournament"
"""What the points of many matches are counted over."""
_BODIES = "jury panel council court parliament board senate committee assembly chamber cabinet congress commission"
_LINE = "yard touchdown inning wicket rebound"
"""What stands in the line of a player, of whose day every other number beside it is, too."""
_SCORED = "out inning lead quarter touchdown yard run wicket assist point goal rebound game time year season set minute"
"""What a player or a team has of its own in every match."""


@cache
def senses_in(told: str) -> frozenset[str]:
    """Return the senses of some words, and the words."""
    return senses(told) | frozenset(told.split())


def says_same(found: Match) -> bool:
    """Tell whether the clauses of two slots say the same of them."""
    return _SAYS.get(found.one.kind, _size)(found) and not two_reports(found.one, found.other)


def is_close(corpus: Corpus, found: Match) -> bool:
    """Tell whether two values are surely of one thing: where no day of both is known, nearly all must be the same."""
    one, other = found.one, found.other
    if one.kind == "truth":
        return True
    if _is_reckoned(corpus, one, other) or not _of_one_subject(corpus, one, other):
        return False
    if one.kind in ("percent", "points") and one.figure and one.figure.direction:
        told = one.deed == other.deed  # closed down 3 percent, had plunged 5 percent
    else:
        told = one.kind != "length" or says_how_long(corpus, one) == says_how_long(corpus, other)  # nine days after it
    if not told or (one.kind == "length" and any(_is_counted_up(corpus, s) for s in (one, other))):
        return False
    if corpus.days_apart(one.article, other.article) is None and _are_of_two_hours(corpus, one, other):
        return False
    if corpus.days_apart(one.article, other.article) is not None or corpus.of_one_news(one.article, other.article):
        return True
    return found.cover >= ALL and len(found.shared) > 1


def _is_reckoned(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether a date is no more than *this year*, or is counted from a day that isn't stated.

    Of two reports that lie weeks apart each may tell of its own days.
    """
    if one.kind != "date":
        return False
    if (
        min(corpus.days_apart(one.article, other.article) or 0, abs(days_between(one.value, other.value) or 0))
        > STORY_DAYS
    ):
        return True
    if all(_YEAR.search(s.text) or (s.date and s.date.rule == "day-of-year") for s in (one, other)):
        return False
    return precision(one.value) == "year" or None in map(corpus.published, (one.article, other.article))


def _are_of_two_hours(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether the sentences of two values that are no times of day name two of them: each is of its own."""
    mine, theirs = ([*clocks(corpus.line(s.article, s.telling.index).text)] for s in (one, other))
    return one.kind != "clock" and len(mine) == len(theirs) == 1 and apart(mine[0], theirs[0]) >= HOUR


def _is_counted_up(corpus: Corpus, slot: Slot) -> bool:
    """Tell whether a length goes up to a day that isn't known: *after eight days of unrest*."""
    before = corpus.line(slot.article, slot.telling.index).text.partition(slot.text)[0]
    return corpus.published(slot.article) is None and before.endswith("after ")


def _of_one_subject(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether two clauses may be of one subject: not where each names people or bodies of its own."""
    told = [_named(corpus, s.features | s.telling.parties | s.telling.carried) - {s.value} for s in (one, other)]
    shared = told[0] & told[1]
    person, body = (
        all(any(corpus.index.entity(i).kind == kind for i in t - shared) for t in told)
        for kind in ("person", "organisation")
    )
    return not person and not (body and of_one_offer(one, other))


def _named(corpus: Corpus, features: Iterable[str]) -> frozenset[str]:
    return frozenset(i for i in features if i in corpus.ids and corpus.index.entity(i).kind != "place")


def two_reports(one: Slot, other: Slot) -> bool:
    """Tell whether another number of the clauses differs, too: two matches, two years, two parts."""
    mine, theirs = (dict(s.telling.numbers) for s in (one, other))
    units = mine.keys() & theirs.keys() - {one.sort, other.sort}
    return any(mine[unit] != theirs[unit] for unit in units)


def may_be_one_deed(one: Slot, other: Slot) -> bool:
    """Tell whether two times can be of one deed, by what the verbs mean."""
    return one.kind not in ("date", "clock") or one.telling.deed == other.telling.deed or _mean_one(one, other)


def _mean_one(one: Slot, other: Slot) -> bool:
    """Tell whether two verbs mean the same, or one says nothing without its nouns; what is opened may be reopened."""
    if _is_bare(one, other):
        return one.telling.deed != other.telling.deed and (one.kind == "clock" or precision(one.value) == "day")
    renewed = f"re{one.telling.deed}" == other.telling.deed or f"re{other.telling.deed}" == one.telling.deed
    return are_near(one.telling.deed, other.telling.deed) and not renewed


def _is_bare(one: Slot, other: Slot) -> bool:
    return not {one.telling.deed, other.telling.deed}.isdisjoint(LIGHT)


def _verbs(found: Match) -> tuple[bool, bool]:
    """Tell whether the same is done in both clauses, and whether the verb of neither says what is."""
    a, b = found.one.deed, found.other.deed
    same = a == b or a in found.other.features or b in found.one.features
    return same and not {a, b} <= LIGHT | {""}, {a, b} <= senses_in(EMPTY) | LIGHT | {""}


def does_same(found: Match) -> bool:
    """Tell whether one thing is done in both clauses, and who does it or what it is done to is one, too."""
    one, other = found.one, found.other
    told = bool(found.shared - {one.deed, one.head, other.head})
    return one.deed == other.deed not in LIGHT and (told or are_near(one.telling.goal.head, other.telling.goal.head))


def is_rich(found: Match) -> bool:
    """Tell whether two sentences share so many rare words that their values, no small counts, are of one thing."""
    one, other = found.one, found.other
    if one.kind == "date":
        whom = one.telling.goal.named & other.telling.goal.named  # was arrested, by name
        beside = (one.features & other.features) - {one.deed}
        return does_same(found) and found.cover >= (HALF if whom else ALL) and len(beside) > (not whom)
    many = one.kind != "count" or min(one.number, other.number) > SMALL
    return many and one.kind != "truth" and len(found.shared | found.around) >= RICH and found.weight >= RARE


def _beside(found: Match) -> frozenset[str]:
    """Return what both clauses have besides the verb."""
    return found.shared - {found.one.deed} if found.one.deed == found.other.deed else found.shared


def _parties(one: Slot, other: Slot) -> frozenset[str]:
    """Return who takes part in both clauses, by name, noun, or a pronoun for them."""
    a, b = one.telling, other.telling
    return (a.parties & b.parties) | (a.parties & b.carried) | (a.carried & b.parties)


def _truth(found: Match) -> bool:
    one, other = found.one, found.other
    told = not any(s.telling.opener in ("rel", "sub") for s in (one, other))
    a, b = one.telling, other.telling
    whom = a.goal.ids & b.goal.ids or (_parties(one, other) and a.goal.whom == b.goal.whom)
    beside = _beside(found)
    governed = a.lemma == b.lemma not in LIGHT  # asked to go
    plain = one.deed not in senses_in(ANSWERING) and (one.deed not in LIGHT or (governed and found.cover >= ALL))
    named = a.goal.head == b.goal.head != "" and found.cover >= HALF
    denied = any(t.asks is Kind.DENIAL and not t.holds for t in (a, b))
    other_goal = a.goal.head != b.goal.head and a.goal.head and b.goal.head and not a.goal.named & b.goal.named
    lone_goal = any(
        s.telling.goal.head not in ("", *o.features, *o.telling.carried) and not o.telling.goal.head
        for s, o in ((one, other), (other, one))
    )
    if lone_goal or (other_goal and not denied):
        return False  # sells Norvik ferries, bought Norvik; closed in, opened fire
    return told and plain and bool(beside) and (found.cover >= MOST or named or bool(whom))


def _date(found: Match) -> bool:
    one, other = found.one, found.other
    parties = _parties(one, other)
    lemma = one.telling.lemma
    apart = abs(days_between(one.value, other.value) or 0) if one.kind == "date" else 0
    if lemma in listed("deeds-repeated") and (
        one.kind != "date" or (precision(one.value) == "day" and (lemma in _MATCHES or apart > 1))
    ):
        return False
    if one.deed in senses_in(ANSWERING) or not (_verbs(found)[0] or _mean_one(one, other)):
        return False
    return len(_beside(found)) > _is_bare(one, other) and bool(parties) and found.cover >= HALF


def bodies(slot: Slot) -> frozenset[str]:
    """Return the bodies of whose vote a sentence tells."""
    return frozenset() if slot.kind != "vote" else (slot.features | slot.telling.around) & senses_in(_BODIES)


def is_scored(slot: Slot) -> bool:
    """Tell whether a value is one of those that everybody has in every match."""
    head = slot.head if slot.kind in ("count", "points") else ""
    beside = {word for sort, _ in slot.telling.numbers for word in sort.split()[1:]}
    return not (senses_in(_SCORED).isdisjoint((head, *slot.sort.split()[1:])) and senses_in(_LINE).isdisjoint(beside))


def _over_many(found: Match) -> bool:
    """Tell whether what is scored is counted over many matches in both clauses."""
    return found.cover >= ALL and not found.shared.isdisjoint(senses_in(_LONG))


def _count(found: Match) -> bool:
    (same, empty), beside, one, other = _verbs(found), _beside(found), found.one, found.other
    if (is_scored(one) and not _over_many(found)) or (one.head in senses_in(ANYBODY) and not (same or empty)):
        return False
    if found.slip and one.head not in senses_in(ANYBODY) and min(one.number, other.number) >= MANY:
        return True
    large = min(one.number, other.number) > SMALL
    objects = one.head == one.telling.goal.head == other.telling.goal.head
    if large and objects and one.deed == other.deed and one.telling.agent.head and other.telling.agent.head:
        return True  # the men took 900 phones
    if not one.features | other.features:
        return one.head not in senses_in(ANYBODY)
    if not same and not {one.deed, other.deed} & (senses_in(EMPTY) | LIGHT):
        told = found.cover >= FEW and bool(beside)
        return (found.cover >= MOST and len(beside) >= RICH) or (large and told)
    return found.cover >= FEW and bool(beside or same)


def _size(found: Match) -> bool:
    measured = found.one.measure == found.other.measure != "" and bool(things(found.one, found.other))
    return measured or _sized(found)


def _sized(found: Match) -> bool:
    (same, _), beside, one, other = _verbs(found), _beside(found), found.one, found.other
    of_another = one.kind == "length" and bool(one.head) != bool(other.head)  # a long review, with us for 20 years
    if of_another or (is_scored(one) and not _over_many(found)):
        return False
    if one.head and other.head:
        lasts = one.kind == "length" and {one.deed, other.deed} <= senses_in(LASTS)
        beyond = one.head not in senses_in(ANYBODY) and len(found.around | found.shared) > 1
        told = lasts or found.cover >= FEW or (one.kind == "quantity" and bool(found.shared)) or beyond
        return one.head == other.head and told
    if one.kind == "length" and (one.deed == other.deed or {one.deed, other.deed} <= senses_in(_STAYS)):
        return found.cover >= SOME and bool(beside)
    parties = one.telling.parties & other.telling.parties
    enough = found.cover >= MOST and len(beside) > (1 if parties or found.cover >= ALL else RICH - 1)
    if enough or (found.slip and found.shared):
        return True
    words = (found.shared | found.around) - {*one.sort.split()}
    if one.kind == "money" and found.cover >= FEW and len(words) >= RICH:
        return True
    return bool(same or one.topics & other.topics) and found.cover >= (FEW if same else SOME)


_SAYS: Mapping[str, Callable[[Match], bool]] = {
    "truth": _truth,
    **dict.fromkeys(("date", "clock"), _date),
    "vote": lambda _: False,  # see ``lone``
    "count": _count,
}
"""How the values of a sort are told of the same; all others are sizes with a unit."""
