"""A date in a sentence ──▶ the clause or noun phrase that it dates, cut cleanly."""

from dataclasses import dataclass, replace

from generator import edtf
from generator.link.events.attachment import attached, modifies, start_of
from generator.link.events.clauses import clauses, is_due
from generator.link.events.extents import (
    PARTICLES,
    act_of,
    end_of,
    with_restriction,
    with_subject,
    without_lead,
    without_tail,
)
from generator.link.events.words import Act, Word, speaks, speech
from generator.text.clauses import Clause

_SUBJECT = frozenset(("name", "noun", "pron", "number", "gerund"))
_NO_START = frozenset(("rel", "prep", "verb", "in-verb", "to", "participle", "mark"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``start`` to ``end`` that tell a happening; ``clause`` is None for a noun phrase.

    ``pivot`` is the word that tells the act: the head verb or the noun.
    """

    start: int
    end: int
    pivot: int
    act: Act | None
    clause: Clause | None


def dated(words: tuple[Word, ...], date: int) -> tuple[Phrase, ...]:
    """Return what a date tells the time of: nothing, one phrase, or one and the clause that happens during it."""
    if is_anniversary(words[date]):
        return _commemorated(words, date)
    if heads_entry(words, date):
        return _listed(words, date)
    return _told_at(words, date)


def heads_entry(words: tuple[Word, ...], date: int) -> bool:
    """Tell whether a date heads what follows: ``3 May 2012: The dam opens``, ``2 June – Four miners are hurt``."""
    behind = words[date + 1] if date + 1 < len(words) else None
    if date == 0:
        return behind is not None and behind.part in ("break", "mark")
    found = words[date].date
    day = found is not None and found.basis == "stated" and edtf.precision(found.value or "2000") == "day"
    return day and behind is not None and behind.text == ":" and words[date - 1].part not in ("prep", "det")


def _listed(words: tuple[Word, ...], date: int) -> tuple[Phrase, ...]:
    """Return the clause behind a date that heads it, up to the next such date of a list that has run together."""
    found = clauses(words)
    clause = next((c for c in found if c.verb.first > date), None)
    if clause is None or any(w.date for w in words[date + 1 : clause.verb.first]):
        return ()
    stop = next((i for i in range(date + 2, len(words)) if words[i].date and heads_entry(words, i)), len(words))
    whole = _whole(words, found, clause, clause.verb.head)
    return tuple(replace(p, start=max(p.start, date + 2), end=min(p.end, stop)) for p in whole)


def _told_at(words: tuple[Word, ...], date: int) -> tuple[Phrase, ...]:
    """Return the noun phrase or the clause that a date stands in, or both."""
    found = clauses(words)
    clause = _around(words, found, date)
    noun, verb = attached(words, clause, date)
    whole = _whole(words, found, clause, date) if clause else ()
    if noun is None:
        return whole if verb else ()
    if verb:
        return _told_by_noun(words, noun, date, whole)
    phrase = _noun_phrase(words, noun, date)
    if clause and words[phrase.start].part == "poss" and noun > clause.verb.head:  # "his visit" needs the words before
        return tuple(replace(p, end=phrase.end, pivot=noun, act=phrase.act, clause=None) for p in whole) or (phrase,)
    return (phrase,)


def _around(words: tuple[Word, ...], found: tuple[Clause, ...], date: int) -> Clause | None:
    """Return the clause that a date stands in, not one inside of it: ``On Monday the ferry, which had left, sank``."""
    at = next((n for n, c in enumerate(found) if c.start <= date < c.end), None)
    if at is None:
        return None
    inside = any(words[i].part == "rel" for i in range(date, found[at].verb.first))
    return next((c for c in found[at + 1 : at + 2] if inside and c.opener == "comma"), found[at])


def is_anniversary(word: Word) -> bool:
    """Tell whether a date is worked out from an anniversary."""
    return word.date is not None and word.date.rule == "anniversary"


def _commemorated(words: tuple[Word, ...], date: int) -> tuple[Phrase, ...]:
    """Return *the founding of the club* of ``the 75th anniversary of the founding of the club``; nothing without it."""
    start = date + 2
    if len(words) <= start + 1 or words[date + 1].low != "of":
        return ()
    end = end_of(words, start)
    pivot = next((i for i in range(start, end) if words[i].happening), None)
    return () if pivot is None else (Phrase(start, end, pivot, words[pivot].happening, None),)


def told(words: tuple[Word, ...]) -> tuple[Phrase, ...]:
    """Return the clauses of a sentence that has no date."""
    found = clauses(words)
    return tuple(p for c in found for p in _whole(words, found, c, c.verb.head))


def _whole(words: tuple[Word, ...], found: tuple[Clause, ...], clause: Clause, keep: int) -> tuple[Phrase, ...]:
    """Return the clause with its subject, cut cleanly; none where it only says what somebody says."""
    if speech().get(words[clause.verb.head].base):
        return ()
    start = without_lead(words, with_subject(words, found, clause), clause.verb.first)
    last = _with_content(words, found, clause) or _with_second_verb(words, found, clause)
    end = without_tail(words, last, keep if last is clause else last.verb.head)
    end = with_restriction(words, found, last, max(start, last.start), end)
    phrase = Phrase(start, end, clause.verb.head, act_of(words, clause), clause)
    return (phrase,) if _is_whole(words, phrase, clause) and not _is_bare(words, phrase, clause) else ()


def _is_whole(words: tuple[Word, ...], phrase: Phrase, clause: Clause) -> bool:
    """Tell whether a clause has its subject and doesn't run over the end of a sentence."""
    subject = any(words[i].part in _SUBJECT for i in range(phrase.start, clause.verb.first))
    opens = phrase.start == 0 or words[phrase.start].part not in _NO_START
    return subject and opens and not any(w.part == "mark" and w.text in ".?!" for w in words[phrase.start : phrase.end])


def _is_bare(words: tuple[Word, ...], phrase: Phrase, clause: Clause) -> bool:
    """Tell whether a verb of saying stands there without what is said, or *be* without anything that happens."""
    after = words[clause.verb.head + 1 : phrase.end]
    if speaks(words[clause.verb.head]) or (phrase.act and phrase.act.kind == "statement"):
        return all(
            w.part in ("date", "prep", "adv", "comma", "mark", "pron", "as") and w.low not in PARTICLES for w in after
        )
    state = not words[clause.verb.head].base and phrase.act is None and not is_due(words, phrase.start, clause)
    opens = clause.verb.tense == "future" and [w.tag for w in after[:1]] == ["adj"]  # "will be open on 10 April"
    if opens and any(w.date and edtf.precision(w.date.value or "2000") == "day" for w in after):
        return False
    return state and not any(w.date and "/.." in (w.date.value or "") for w in after)


def _with_content(words: tuple[Word, ...], found: tuple[Clause, ...], clause: Clause) -> Clause | None:
    """Return the clause of what is announced, promised, …, where it follows as a clause of its own."""
    head, n = words[clause.verb.head], found.index(clause) + 1
    says = "speech" in head.parts or (head.act is not None and head.act.kind == "statement")
    if n == len(found):
        return None
    opener, asked = found[n].opener, words[found[n].start].low == "whether"
    if (opener == "that" and words[found[n].start - 1].date) or (opener == "sub" and asked):
        return found[n]  # "decided on Monday that a ferry would be built", "is to decide by May 3 whether it may"
    if not says:
        return None
    that = next((i for i in range(clause.verb.head, clause.end) if words[i].part == "that"), clause.end)
    dated_so = any(words[i].date for i in range(that, clause.end))
    if that < clause.end and not dated_so and found[n].opener == "rel" and n + 1 < len(found):
        return found[n + 1] if found[n + 1].opener == "conj" else None  # "said that a man who had fled was held"
    return found[n] if opener in ("that", "said") else None


def _with_second_verb(words: tuple[Word, ...], found: tuple[Clause, ...], clause: Clause) -> Clause:
    """Return the clause whose end is the headline's: *sentenced* too in ``X was convicted on Monday and sentenced``."""
    n = found.index(clause) + 1
    if n == len(found) or found[n].opener != "conj" or found[n].verb.first != found[n].start + 1:
        return clause
    second, verb = found[n], words[found[n].verb.head]
    alone = second.verb.first == second.verb.head and "past" in verb.parts and not speech().get(verb.base)
    own = any(words[i].date and attached(words, second, i)[1] for i in range(second.start, second.end))
    return second if alone and not own else clause


def _told_by_noun(words: tuple[Word, ...], noun: int, date: int, whole: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Let the noun tell the act of a clause whose subject it is: ``The talks on Friday failed``."""
    return tuple(
        replace(p, pivot=noun, act=words[noun].happening) if p.clause and noun < date < p.clause.verb.first else p
        for p in whole
    )


def _noun_phrase(words: tuple[Word, ...], noun: int, date: int) -> Phrase:
    start = min(start_of(words, noun), date) if modifies(words, date) else start_of(words, noun)
    return Phrase(start, end_of(words, max(noun, date) + 1), noun, words[noun].happening, None)
