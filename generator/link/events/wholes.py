"""The whole sentence as a line, where the clause that tells a happening can't be read without the rest of it."""

from dataclasses import replace
from itertools import pairwise

from generator.link.events.arguments import Arguments, headline
from generator.link.events.attachment import is_its_date
from generator.link.events.attribution import with_speaker
from generator.link.events.clauses import clauses
from generator.link.events.lines import is_claimed, is_torn, stands
from generator.link.events.phrases import Phrase
from generator.link.events.subjects import POINTING, is_unmet, names_unknown
from generator.link.events.words import Word
from generator.text.clauses import Clause

Range = tuple[int, int]
FEWEST_WORDS, MOST_WORDS = 5, 40
"""Words of a sentence that is a line: fewer are a label, more aren't taken in."""
_GOVERNED = ("that", "sub", "said")
"""What opens a clause that tells only what another one says, or when."""
_OPENS = frozenset(("name", "noun", "det", "number", "date", "prep", "participle"))
"""What a sentence begins with that doesn't go on with the one before."""
_LEANS = frozenset(("pron", "poss", "sub", "conj", "break", "mark"))


def shown_words(scene: Arguments, phrase: Phrase, dated_by: int | None) -> tuple[Range, Range, bool]:
    """Return the characters by which a phrase is compared, those that are shown, and whether they are a line."""
    words = scene.words
    whole, result = _whole(scene, phrase, dated_by), _whole(scene, replace(phrase, end=phrase.result), dated_by)
    core = headline(scene, *(whole or (phrase.start, phrase.end)))
    longer = whole and result and phrase.result > phrase.end
    torn = whole is not None and is_torn(words, phrase.result if longer else whole[1])
    if (torn or scene.subject.one_story) and (sentence := _in_sentence(scene, phrase, dated_by)):
        return core, (words[sentence[0]].start, words[sentence[1] - 1].end), True
    return core, headline(scene, *result) if longer and result else core, whole is not None and not torn


def _whole(scene: Arguments, phrase: Phrase, dated_by: int | None) -> Range | None:
    """Return the first word and the end of a phrase with who says so; None where it is no line of its own."""
    cut = headline(scene, phrase.start, phrase.end)[0] != scene.words[phrase.start].start if phrase.end else True
    return None if cut or not stands(scene, phrase, dated_by) else with_speaker(scene, phrase)


def _in_sentence(scene: Arguments, phrase: Phrase, date: int | None) -> Range | None:
    """Return the first word and the end of a sentence that those who know what all is about can read alone.

    ``The strike, which ended on Friday, was its first``; ``A bolt had broken, the inspectors concluded on Monday``.
    """
    words, clause = scene.words, phrase.clause
    end = len(words) - (words[-1].text == ".")
    first, stop = behind_dateline(words), words[end - 1].part == "quote" or end < len(words)
    if not (clause and date and stop and FEWEST_WORDS <= end - first <= MOST_WORDS):
        return None
    found = clauses(words)
    hangs = clause.opener in _GOVERNED and (words[clause.start].low not in ("after", "when") or clause not in found[:2])
    joined = clause.opener not in _GOVERNED and any(c.opener == "sub" for c in found[1 : found.index(clause)])
    if hangs or joined or _restricts(words, clause) or _is_aside(words, found, clause):
        return None  # "met again after they had agreed and phoned in May"
    opening = Phrase(first, found[0].verb.first, phrase.pivot, None, found[0])
    whole = replace(phrase, start=first, end=end)
    if not _opens(words[first : opening.end]) or is_claimed(words, whole, clause) or is_unmet(words, whole):
        return None
    known = scene.subject.one_story and any(map(scene.is_known, words[first : opening.end]))
    if names_unknown(scene, opening if known else whole) or not is_its_date(words, phrase, clause, date):
        return None
    cut = [w.part for w in words].count("open") != [w.part for w in words].count("close")  # "a record of 56-26 ("
    if cut or any(v.part == "pron" and "speech" in w.parts for v, w in pairwise(words)):
        return None  # "…, it said"
    others = [w for v, w in pairwise(words) if w.date and w is not words[date] and v.low != "of"]
    return None if others and not _is_plain(words[date]) else (first, end)


def _opens(opening: tuple[Word, ...]) -> bool:
    """Tell whether words begin a sentence with somebody or something that needs no words before it."""
    first = opening[0] if opening else None
    if first is None or not (first.part in _OPENS or "number" in (w.part for w in opening[1:2])):
        return False
    if not (first.text[:1].isdigit() or first.text.istitle() or first.name):
        return False  # "THE MOON GARDEN According to", "we"
    points = (w for w in opening if w.low in POINTING and w.part not in ("rel", "that"))
    leaning = (*points, *(w for w in opening if w.part in _LEANS))
    return all(w.low.endswith("self") for w in leaning)


def _restricts(words: tuple[Word, ...], clause: Clause) -> bool:
    """Tell whether a clause only says which one is meant: ``the train that left on Monday``."""
    rel = next((i for i in range(clause.verb.first - 1, clause.start - 1, -1) if words[i].part in ("rel", "that")), 0)
    return rel > 0 and not any(w.part == "comma" for w in words[max(rel - 2, 0) : rel])


def _is_aside(words: tuple[Word, ...], found: tuple[Clause, ...], clause: Clause) -> bool:
    """Tell whether a clause is told of somebody who does something else: ``Ruiz, who fled in May, has won``.

    Of a thing it tells the course: ``The strike, which ended on Friday, cost the port a ship``.
    """
    relative = next((w for w in words[clause.start : clause.verb.first] if w.part == "rel"), None)
    main = next((c for c in found if c != clause and c.opener not in ("rel", "that", "sub", "said")), clause)
    if relative is None or main == clause or words[main.verb.head].parts & {"be", "have"}:
        return False
    led = words[0].part in ("gerund", "prep")  # "Regarding the vote, which is set for May, Ruiz said"
    return led or relative.low.startswith("who") or "speech" in words[main.verb.head].parts


def _is_plain(word: Word) -> bool:
    """Tell whether a date says by itself which day or year it is, so that no other of the sentence is taken for it."""
    return word.date is not None and any(c.isdigit() for c in word.text)


def behind_dateline(words: tuple[Word, ...]) -> int:
    """Return where the story begins: behind ``Lima (Peru) / Arua, 3 May 2024 –``, of names, marks and a day alone."""
    end = next((i for i, w in enumerate(words) if w.part == "break"), 0)
    head = words[:end]
    place = (
        head and head[-1].date and all(w.date or w.tag in ("name", "comma") or not w.text[0].isalnum() for w in head)
    )
    return end + 1 if place and end + 1 < len(words) else 0
