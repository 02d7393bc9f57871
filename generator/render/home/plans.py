"""What is next: announced dates that are not past, and what those who take part are said to do."""

import re
from collections.abc import Iterator

from generator import edtf
from generator.model import Event, value_of
from generator.render.disputes import sentences_of
from generator.render.home.centre import CONCERNS, Passage
from generator.render.home.focus import RECENT, Focus
from generator.render.home.lines import Line, line_of, sentence_line
from generator.render.home.occasion import NEWS
from generator.render.home.weights import Weights
from generator.render.lookup import Lookup
from generator.text import Sentence, VerbGroup

_UNSURE = re.compile(
    r"(?i)\b(?:if|whether|unless|likely|may|might|could|would|perhaps|possibly|hopefully|expected|remains?)\b"
)
_NEXT = re.compile(
    r"\bnext\ (?:stops?|steps?|rounds?|hearings?|meetings?|sessions?|stages?|legs?|talks|games?|match(?:es)?)\b"
)
"""His next stops are Oslo and Rome; the next hearing is on 3 May."""
_NO_DATE = "9999"


def plans(weights: Weights, focus: Focus) -> list[Line]:
    """Return what is to come by its date, then what the articles on the occasion announce without one.

    What is dated before the newest article, or what another source contradicts, is no plan any more.
    """
    dated = [line for e in weights.lookup.briefing.events if (line := _planned(e, weights, focus))]
    found = {line.words.article + str(line.words.span): line for line in (*dated, *_announced(weights, focus))}
    return sorted(found.values(), key=lambda x: (edtf.sort_key(x.date or _NO_DATE), x.words.article, x.words.span))


def _planned(event: Event, weights: Weights, focus: Focus) -> Line | None:
    """Return an event that is announced, still lies ahead, and that no source tells otherwise."""
    lookup = weights.lookup
    coming = event.mode == "planned" and event.date and not edtf.is_before(event.date, weights.today)
    if not coming or event.status == "disputed" or lookup.disputes.events.get(event.id):
        return None
    places = (p for e in event.evidence for p in sentences_of(e, lookup.articles))
    if any(d.verdict == "conflict" for p in places for d in lookup.disputes.places.get(p, ())):
        return None
    line = line_of(event, lookup)
    passage = focus.centre.passage(line.words) if line else None
    shared = lookup.backing(event.told).origins > 1 or weights.known(event.named)
    late = any(_is_of_late(e.article, focus, lookup) for e in event.told) and focus.closeness(passage) >= CONCERNS
    return line if line and line.whole and (shared or late) else None


def _is_of_late(article: str, focus: Focus, lookup: Lookup) -> bool:
    """Tell whether an article was published with the newest of the story: later ones may have changed older plans."""
    day = value_of(lookup.articles[article].published)
    return bool(day and focus.newest) and (edtf.days_between(day or "", focus.newest) or 0) <= RECENT


def _announced(weights: Weights, focus: Focus) -> Iterator[Line]:
    """Yield sentences without a date of their own in which somebody named is to do something."""
    events = weights.lookup.briefing.events
    dated = {focus.centre.place(e) for event in events if event.mode == "planned" for e in event.evidence}
    for passage in focus.passages:
        if _is_stale(passage.sentence.article, weights):
            continue
        about = focus.closeness(passage) >= CONCERNS or focus.people & weights.lookup.named_in(passage.sentence)
        text = passage.sentence.text
        sentence = weights.lookup.grammar(passage.sentence)
        if (
            not about
            or sentence is None
            or _UNSURE.search(text)
            or text[0] in '“"‘'
            or focus.centre.place(passage.sentence) in dated
        ):
            continue
        line = sentence_line(passage, weights.lookup) if _is_ahead(sentence, passage) else None
        if line:
            yield line


def _is_stale(article: str, weights: Weights) -> bool:
    """Tell whether an article was published so long before the newest one that what it announces may have happened."""
    day = value_of(weights.lookup.articles[article].published)
    return bool(day and weights.today) and (edtf.days_between(day or "", weights.today) or 0) > NEWS


def _is_ahead(sentence: Sentence, passage: Passage) -> bool:
    if _NEXT.search(passage.sentence.text):
        return any(v.finite and v.tense == "present" for v in sentence.verbs)
    return any(_will(sentence, verb) for verb in sentence.verbs)


def _will(sentence: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a verb announces something, of somebody named or *it*, *they* who is named before."""
    ahead = verb.finite and not verb.denied and (verb.tense == "future" or verb.modality == "planned")
    before = range(max(verb.first - 3, 0), verb.first)
    return (
        ahead
        and _is_asserted(sentence, verb)
        and any(sentence.parts[i] == "name" or sentence.words[i].low in ("it", "they") for i in before)
    )


def _is_asserted(sentence: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a clause stands by itself or is what somebody is reported to say, not a subordinate one."""
    at = next((n for n, c in enumerate(sentence.clauses) if c.verb is verb), None)
    if at is None:
        return False
    opener, clause = sentence.clauses[at].opener, range(sentence.clauses[at].start, verb.first)
    if any(sentence.parts[i] == "wh" for i in clause):
        return False  # has not said how it will vote
    said = at > 0 and "speech" in sentence.words[sentence.clauses[at - 1].verb.head].kinds
    return opener in ("", "said", "comma", "conj") or (opener == "that" and said)
