"""Who tells what a line tells: ``police said``, ``according to the mayor``; a claim isn't told as done."""

from generator.link.events.arguments import Arguments
from generator.link.events.clauses import clauses
from generator.link.events.extents import PHRASE, end_of, with_subject, without_lead
from generator.link.events.phrases import Phrase
from generator.link.events.subjects import has_subject, is_unmet, names_unknown
from generator.link.events.words import Word
from generator.text.clauses import Clause

MOST_WORDS = 14
"""Words of who says so behind a phrase, with what they say besides: ``, the port authority of Lima said on Monday``."""
_GOVERNED = ("that", "said")
_PARTS = frozenset(("conj", "quote", "break", "mark", "open"))
"""What may open, between a deed and who is named as its source, something that the source alone says."""
_PLAIN = frozenset(("date", "prep", "mark", "comma", "name", "det", "noun", "adv"))


def with_speaker(scene: Arguments, phrase: Phrase) -> tuple[int, int] | None:
    """Return the first word and the end of a phrase with who says it; None where a reader can't know who does."""
    found = clauses(scene.words)
    start: int | None = phrase.start
    n = max((n for n, c in enumerate(found) if c.start <= phrase.start), default=0)
    while start is not None and n and (found[n].opener in _GOVERNED or _is_told(scene, found[n - 1], start)):
        start = _told_from(scene, found, found[n - 1])
        n = max((n for n, c in enumerate(found) if start is not None and c.start <= start), default=0)
    end = _told_to(scene, found, phrase)
    return None if start is None or end is None else (start, end)


def _is_told(scene: Arguments, before: Clause, start: int) -> bool:
    """Tell whether a *that* stands between the verb of one clause and another clause: ``said that after dawn, it``."""
    return any(w.part == "that" for w in scene.words[before.verb.end : start])


def _told_from(scene: Arguments, found: tuple[Clause, ...], governor: Clause) -> int | None:
    """Return where the clause begins on which another one hangs; None if it is denied or its subject can't be known."""
    words = scene.words
    start = without_lead(words, with_subject(words, found, governor), governor.verb.first)
    speaker = Phrase(start, governor.verb.end, governor.verb.head, None, governor)
    known = has_subject(scene, speaker, governor) and not is_unmet(words, speaker)
    return None if governor.verb.denied or not known or names_unknown(scene, speaker) else start


def _told_to(scene: Arguments, found: tuple[Clause, ...], phrase: Phrase) -> int | None:
    """Return where a phrase ends with who says so behind it: ``, police said``, ``, according to the mayor``."""
    words, end = scene.words, phrase.end
    comma = end + (end < len(words) and words[end].part == "comma")
    if [w.low for w in words[comma : comma + 2]] == ["according", "to"]:
        return end_of(words, comma + 2)
    at = next((i for i in range(end, len(words) - 1) if words[i].low == "according" and words[i + 1].low == "to"), end)
    between = words[end:at]
    if between and words[at - 1].part == "comma" and not any(w.part in _PARTS or w.low == ";" for w in between):
        return end_of(words, at + 2)  # "resigned on Monday, two days after the vote, according to two directors"
    said = next((c for c in found if c.start == end and comma > end and words[comma].part != "conj"), None)
    if said is None or not _only_says(words, said):
        return end
    named = any(w.tag == "name" for w in words[phrase.start : phrase.end])
    if any(w.part == "pron" or (w.part == "poss" and not named) for w in words[comma : said.end]):
        return None  # "it said", but "Ana Ruiz will come on Friday, her office said"
    if said.verb.first == comma + (comma == end) and said.end == said.verb.end:
        who = next(i for i in range(said.end, len(words) + 1) if i == len(words) or words[i].part not in PHRASE)
        return who if who > said.end else end  # "Holm, who stays when Ruiz goes in May[, said: …]"
    return next((i for i in range(said.verb.end, said.end) if words[i].part in ("mark", "comma")), said.end)


def _only_says(words: tuple[Word, ...], clause: Clause) -> bool:
    """Tell whether a clause says no more than who says so, and when."""
    plain = all(w.part in _PLAIN for w in words[clause.verb.end : clause.end])
    return "takes-clause" in words[clause.verb.head].parts and plain and clause.end - clause.start <= MOST_WORDS
