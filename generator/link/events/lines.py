"""Whether the headline of a telling is a line that a reader understands alone, and belongs to its date."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from generator.lexicons import wordset
from generator.link.events.arguments import Arguments
from generator.link.events.attachment import is_its_date
from generator.link.events.phrases import Phrase, heads_entry
from generator.link.events.subjects import POINTING, has_subject, is_unmet, names_unknown
from generator.link.events.words import Word
from generator.model import Span
from generator.text import read_text, standing
from generator.text.clauses import Clause

LABEL = 4
"""First words and marks of a sentence, of which a colon makes a label."""
_PAIRS = (("``", "''"), ("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
_UNENDED = frozenset("?:…,;–—-")
_ASIDE = frozenset(("prep", "date", "comma", "adv", "conj", "mark", "break"))
_BARE_SPEECH = frozenset(("prep", "to", "date", "comma", "adv"))


def stands(scene: Arguments, phrase: Phrase, date: int | None) -> bool:
    """Tell whether the sentence of a phrase is a line: read alone, it tells the phrase, at the time of its date.

    ``date`` is the index of what dates the phrase. A line is all of its sentence, so that nothing hangs on words that
    aren't shown; what opens a clause of another time than the sentence is told at no date.
    """
    words, clause = scene.words, phrase.clause
    if clause is None or clause.opener == "rel" or not clause.verb.finite or not _is_closed(words):
        return False
    whole = replace(phrase, start=story_of(words), end=len(words))
    if leans(scene, whole.start):
        return False
    told = replace(whole, end=phrase.end)  # what follows is told by it: "burned a mill, pledging help for the miners"
    if is_unmet(scene, told) or names_unknown(scene, told):
        return False
    if is_claimed(words, whole, clause):
        return False
    says = has_subject(scene, phrase, clause) and _says_what(words, whole, clause, date)
    return says and (date is None or is_its_date(words, phrase, clause, date))


def leans(scene: Arguments, start: int) -> bool:
    """Tell whether a sentence leans on what stands before it: it opens with *but*, *the day before* or *that night*."""
    sentence = read_text(scene.article).sentence_at(scene.sentence.start)
    counted = (w.date.counted_from for w in scene.words[start : start + 1] if w.date)
    before = any(s is not None and not scene.sentence.holds(s) for s in counted)
    span = Span(scene.words[start].start, scene.sentence.end)
    return before or (sentence is not None and standing.leans(sentence, span, pronouns=False))


def story_of(words: tuple[Word, ...]) -> int:
    """Return where a sentence begins: behind ``Lima (Peru) / Arua, 3 May 2024 –``, of names, marks and a day alone."""
    end = next((i for i, w in enumerate(words) if w.part == "break" or w.text == ":"), 0)
    head = words[:end]
    place = (
        head and head[-1].date and all(w.date or w.tag in ("name", "comma") or not w.text[0].isalnum() for w in head)
    )
    return end + 1 if place and end + 1 < len(words) else 0


def _is_closed(words: tuple[Word, ...]) -> bool:
    """Tell whether a sentence begins and ends as one, closes what it opens, and is no question and no list of days."""
    start = story_of(words)
    labelled = any(w.text == ":" for w in words[start : start + LABEL])  # "Also: a show opens"
    if labelled or words[start].text[0].islower():
        return False
    if any(w.date and i and heads_entry(words, i) for i, w in enumerate(words)):
        return False
    text = " ".join(w.text for w in words)
    pairs = all(text.count(a) == text.count(b) for a, b in _PAIRS) and text.count('"') % 2 == 0
    return pairs and words[-1].text not in _UNENDED and not text.endswith(("...", ". . ."))


def is_claimed(words: tuple[Word, ...], phrase: Phrase, clause: Clause) -> bool:
    """Tell whether a phrase points at something before it, or tells what is alleged, quoted, or only would be so."""
    pointing = [w.low for w in words[phrase.start : phrase.end] if w.low in POINTING and w.part == "det"]
    # "in this case", "That launch", not "by both men"
    points = pointing not in ([], ["both"]) or words[phrase.start].low in POINTING
    # "under the draft, firms would"
    drafted = clause.verb.modality == "conditional" and clause.opener not in ("that", "said")
    head = clause.verb.head
    return points or drafted or _is_quoted(words[:head])


def _is_quoted(before: tuple[Word, ...]) -> bool:
    """Tell whether a verb is one of a quotation: what somebody claims is not told as done."""
    marks = [w.text for w in before if w.part == "quote"]
    return marks.count("“") > marks.count("”") or marks.count('"') % 2 == 1


def _says_what(words: tuple[Word, ...], phrase: Phrase, clause: Clause, date: int | None) -> bool:
    """Tell whether a verb of saying has what is said with it: not ``a source confirmed to the paper on Friday``."""
    after = words[clause.verb.head + 1 : phrase.end]
    kinds = words[clause.verb.head].parts
    if clause.verb.voice == "passive" and words[clause.verb.head].base in wordset("events-told-what"):
        led = any(
            w.part in ("to", "that") for w in after
        )  # "was named on Monday to head it", not "was named on Monday"
        return led or any(w.part not in _ASIDE for w in after[:1])
    if "speech" not in kinds or "loose" in kinds or clause.verb.voice == "passive":
        return True
    if date is not None and date < clause.verb.first and clause.verb.tense == "present":
        return True  # "3 May 2012: Holm responds to the Senate"
    if "calls" in words[clause.verb.head].parts and any(w.part == "quote" for w in after):
        return False  # "called the tool a “fact of life”"
    told = any(
        (w.part == "that" and v.part != "noun") or (w.part == "base" and v.part == "to")
        for v, w in pairwise((words[clause.verb.head], *after))
    )
    content = any(w.part == "verb" for w in takewhile(lambda w: w.part != "comma", after))  # "confirmed in 2016 it had"
    return told or content or (bool(after) and after[0].part not in _BARE_SPEECH)
