"""What is next: what the articles announce, with its day where they give one, and what is not past."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator import edtf
from generator.lexicons import wordset
from generator.model import Date, Event, Evidence, value_of
from generator.render.home.centre import CONCERNS, Passage
from generator.render.home.focus import RECENT, Focus
from generator.render.home.lines import Line, sentence_line
from generator.render.home.occasion import AROUND, NEWS
from generator.render.home.weights import Weights
from generator.render.lookup import Lookup
from generator.text import Sentence, VerbGroup, stem
from generator.text.standing import meant
from generator.text.synonyms import alike

_UNSURE = re.compile(  # not in May
    r"\b(?:[Ii]f|(?:un)?likely|may|might|could|[Pp]erhaps|[Pp]ossibly|[Hh]opefully|remains?)\b"
)
_NEXT = re.compile(
    r"""
      \bnext\ (?:stops?|steps?|rounds?|hearings?|meetings?|sessions?|stages?|legs?|talks|games?|match(?:es)?)\b
    | \bha(?:s|ve)\ until\b  # the commission has until 4 November
    """,
    re.VERBOSE,
)
"""His next stops are Oslo and Rome; the next hearing is on 3 May."""
_NO_DATE = "9999"
_BEFORE = 3
"""Tokens before a verb among which its subject ends."""
_THEMSELVES = ("it", "they", "he", "she")


def plans(weights: Weights, focus: Focus) -> list[Line]:
    """Return what is to come by its date, then what the articles on the occasion announce without one.

    What is dated before the newest article, or what another source contradicts, is no plan any more.
    """
    ranked = sorted(_announced(weights, focus), key=lambda found: edtf.sort_key(found[0] or _NO_DATE))
    return [line for _, line in ranked]


def _is_open(event: Event, weights: Weights) -> bool:
    """Tell whether what is announced may still come, and no source tells it otherwise."""
    lookup = weights.lookup
    over = event.date and edtf.is_before(event.date, weights.today)
    disputed = event.status == "disputed" or lookup.disputes.events.get(event.id)
    return not (over or disputed or any(_is_disputed(e, lookup) for e in event.evidence))


def _is_disputed(words: Evidence, lookup: Lookup) -> bool:
    """Tell whether words stand in a sentence that another source contradicts."""
    return any(d.verdict == "conflict" for d in lookup.disputed(words))


def age(article: str, newest: str, lookup: Lookup) -> int | None:
    """Return how many days before a day an article was published; None where that isn't known."""
    day = value_of(lookup.articles[article].published)
    return edtf.days_between(day, newest) or 0 if day and newest else None


def _announced(weights: Weights, focus: Focus) -> Iterator[tuple[str, Line]]:
    """Yield, with the day, what somebody is to do: on a day ahead, or if it concerns the news, without one."""
    lookup = weights.lookup
    events = [e for e in lookup.briefing.events if e.mode == "planned"]
    closed = {focus.centre.place(e) for event in events if not _is_open(event, weights) for e in event.evidence}
    for passage in focus.all_passages:
        sentence, text = lookup.grammar(passage.sentence), passage.sentence.text
        old = age(passage.sentence.article, weights.today, lookup)
        if sentence is None or old is None or old > NEWS or _UNSURE.search(text) or text[0] in '“"‘':
            continue  # of an article without a date nobody knows what is past
        if _is_disputed(passage.sentence, lookup):
            continue  # it stands among the differences
        own = (d for d in lookup.findings[passage.sentence.article].dates if passage.sentence.span.holds(d.span))
        dates = [d for d in own if d.kind == "date" or sentence.low(sentence.within(d.span)[0] - 1) == "within"]
        if not _is_ahead(sentence, passage, dates) or (dates and focus.centre.place(passage.sentence) in closed):
            continue
        days = [d.value for d in dates if d.value]
        if _is_done(passage, sentence, focus, dated=bool(days)):
            continue
        ahead = [d for d in days if weights.today and d != weights.today and not edtf.is_before(d, weights.today)]
        if old > (RECENT if days else AROUND) and not any(edtf.precision(d) == "day" for d in ahead):
            continue  # "by May", "within days": it may have happened since
        concerns = focus.closeness(passage) >= CONCERNS or focus.people & lookup.named_in(passage.sentence)
        if ahead or (not days and concerns):
            line = sentence_line(passage, lookup, undated=True)
            if line and focus.theme.union(focus.known).issuperset(meant(sentence, line.words.span)):
                yield next(iter(ahead), ""), line


def _is_done(plan: Passage, sentence: Sentence, focus: Focus, *, dated: bool) -> bool:
    """Tell whether another article, of no earlier day, tells as done what one announces without a day: ``have voted``.

    Or as what had been due, which alone takes back one with a day. It has the deed and a thing that the deed hits: what
    stands behind the verb, or before one of the passive; or two things of the sentence.
    """
    lookup = focus.centre.lookup
    day = value_of(lookup.articles[plan.sentence.article].published)
    ahead = [v for v in sentence.verbs if v.modality == "planned" or v.tense == "future"]
    for other in (p for p in focus.all_passages if p.sentence.article != plan.sentence.article):
        dates = (d.value for d in lookup.findings[other.sentence.article].dates if other.sentence.span.holds(d.span))
        written = value_of(lookup.articles[other.sentence.article].published)
        told = None if any(edtf.is_before(d, day) for d in (written, *dates)) else lookup.grammar(other.sentence)
        if told and any(_same_deed(sentence, verb, told, dated=dated) for verb in ahead):
            return True
    return False


def _same_deed(plan: Sentence, verb: VerbGroup, told: Sentence, *, dated: bool) -> bool:
    head = plan.words[verb.head]
    hit = plan.words[: verb.first] if verb.voice == "passive" else plan.words[verb.end :]
    known = {w.stem for w in told.words if "noun" in w.kinds} - {head.stem}
    things, few = ({w.stem for w in words if "noun" in w.kinds} & known for words in (plan.words, hit))
    due = (v for u, v in pairwise(told.verbs) if not v.finite and (u.tense, u.aspect) == ("past", "perfect"))
    done = (
        *(v for v in told.verbs if v.happened and not v.denied and not dated),
        *due,
    )  # "which had been due to open again"
    acts = (told.words[v.head].lemma for v in done)
    plain = not head.kinds & {"be", "have", "light", "awaited", "intends"} or (dated and len(things) > 1)
    again = head.lemma.removeprefix("re")  # reopen
    return (
        plain
        and (bool(few) or len(things) > 1)
        and any(alike(stem(head.lemma), stem(act), "verb") or act == again for act in acts)
    )


def _is_ahead(sentence: Sentence, passage: Passage, dates: Iterable[Date]) -> bool:
    if _NEXT.search(passage.sentence.text):
        return any(v.finite and v.tense == "present" for v in sentence.verbs)
    first = [sentence.within(d.span)[0] for d in dates]
    return any(_will(sentence, n, dated=any(v.first < i for i in first)) for n, v in enumerate(sentence.verbs))


def _will(sentence: Sentence, n: int, *, dated: bool) -> bool:
    """Tell whether a verb announces what is to be done: *will*, *is to*, *plans to*, *is due in May*, *said it would*.

    Of *will*, the subject is named, or *it* or *they* who is named before, or the day is told: what else will be is
    a forecast; and so is what will be the thinnest or will help.
    """
    verb = sentence.verbs[n]
    governor = verb if verb.finite or n == 0 else sentence.verbs[n - 1]
    unsaid = (
        verb.denied or governor.denied or governor.aspect == "perfect" or sentence.low(governor.first - 1) == "that"
    )
    if unsaid or not governor.finite or not _is_asserted(sentence, governor):
        return False
    earlier = [v.end for v in sentence.verbs if v.end <= governor.first]  # not "the university says traffic will"
    head, before = sentence.words[governor.head], range(max(governor.first - _BEFORE, *earlier, 0), governor.first)
    themselves = any(sentence.words[i].low in _THEMSELVES for i in before)
    said = any("speech" in sentence.words[v.head].kinds and v.end <= governor.first for v in sentence.verbs[:n])
    if verb.modality == "planned":
        now = governor.tense == "present" or (said and governor.tense == "past")
        hoped = head.lemma in ("hope", "expect")
        return now and bool(head.kinds & {"be", "awaited", "intends"}) and (dated or not hoped)
    if not verb.finite:
        return False
    if verb.modality == "conditional":
        return dated and said and themselves  # said that it would sell in May
    if verb.tense == "future" and sentence.words[verb.head].lemma not in wordset("plans-forecasts"):
        named = themselves or any(sentence.parts[i] == "name" for i in before)
        return dated or (named and "be" not in sentence.words[verb.head].kinds)
    behind = [w for w in sentence.words[verb.end : verb.end + 1] if verb.head == verb.first and "be" in head.kinds]
    awaits = verb.voice == "passive" and "awaited" in head.kinds
    return dated and verb.tense == "present" and (awaits or any("awaited" in w.kinds for w in behind))  # is due on


def _is_asserted(sentence: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a clause stands by itself or is what somebody is reported to say, not a subordinate one."""
    at = next((n for n, c in enumerate(sentence.clauses) if c.verb is verb), None)
    if at is None:
        return False
    opener, clause = sentence.clauses[at].opener, range(sentence.clauses[at].start, verb.first)
    if any(sentence.parts[i] in ("wh", "rel", "sub") for i in clause):
        return False  # has not said how it will vote; the tour, which aims to calm them
    said = at > 0 and "speech" in sentence.words[sentence.clauses[at - 1].verb.head].kinds
    if said and opener == "said" and not _is_asserted(sentence, sentence.clauses[at - 1].verb):
        return False  # when she told them that she wanted to stay
    return opener in ("", "said", "comma", "conj") or (opener == "that" and said)
