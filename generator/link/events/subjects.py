"""Whether a clause has a subject of its own, and a reader knows which one *the ferry* is."""

from __future__ import annotations

from itertools import dropwhile, pairwise

from generator.lexicons import wordset
from generator.link.events.clauses import Clause
from generator.link.events.phrases import Phrase
from generator.link.events.words import Word

POINTING = frozenset(("this", "that", "these", "those", "such", "both", "it"))
"""Words that point at something before the sentence, as pronouns do."""
_ASKING = frozenset(("what", "why", "how", "whether"))
_ENDS_CORE = frozenset(("verb", "in-verb", "participle", "rel", "prep", "comma", "break", "open", "sub"))
_LEADS = frozenset(("prep", "date", "comma", "not"))
_OURS = frozenset(("i", "me", "my", "we", "us", "our", "you", "your"))
_THEIRS = frozenset(("he", "him", "his", "she", "her"))
_CONCEDING = frozenset(("although", "though", "while", "whereas", "because"))
_WHERE = frozenset(("in", "at", "off", "near", "to", "from", "into", "over", "on"))
_UNITS = frozenset(("days", "weeks", "months", "years", "day", "week", "month", "year", "hours"))
_NOMINAL = frozenset(("noun", "gerund"))
_TIMING = frozenset(("after", "before", "since", "until"))
_CLOSES_OBJECT = frozenset(("that", "rel", "sub", "comma", "break", "open"))
_MODIFIERS = frozenset(("noun", "name", "number", "gerund", "participle", "base", "rel", "that", "to", "prep"))


def has_subject(words: tuple[Word, ...], phrase: Phrase, clause: Clause) -> bool:
    """Tell whether somebody or something named acts, rather than *he*, *these talks*, *the defendant*."""
    before = words[phrase.start : clause.verb]
    subject = list(dropwhile(lambda w: w.part in _LEADS, (w for w in before if w.part != "adv")))
    if not subject or subject[-1].part in ("quote", "prep", "rel", "pron") or subject[0].part == "gerund":
        return False
    if any(w.part == "break" or w.low in _ASKING or w.low in _CONCEDING for w in subject):
        return False
    if _is_glued(subject) or _is_open(subject) or _is_of_lead(before):
        return False
    if any(w.part in ("pron", "poss") or w.low in POINTING or "/" in w.text for w in subject[:2]):
        return False
    core = subject[: next((i for i, w in enumerate(subject) if i and w.part in _ENDS_CORE), len(subject))]
    named = any(w.tag == "name" for w in words[phrase.start : phrase.end])
    heads = [w for w in core if w.part in ("name", "noun", "gerund") and "number" not in w.parts]
    if not heads or (not named and any(w.low in wordset("events-owned") for w in core)):
        return not heads and "number" in subject[0].parts  # "Two were hurt"; not "the two", "net income jumped 63 %"
    behind = words[clause.head + 1 : phrase.end]
    return subject[0].low != "the" or _is_clear(subject, core, (words[clause.head], *behind))


def _is_glued(subject: list[Word]) -> bool:
    """Tell whether two lines have run into one: ``2015 Norvik Press A new``, ``Lima, in June for talks, Ana Ruiz``."""
    if any(w.part == "det" and w.text[:1].isupper() for w in subject[1:]):
        return True
    parts = [w.part for w in subject]
    apart = parts[:3] == ["name", "comma", "prep"] or (
        parts[:3] == ["name", "comma", "name"] and parts.count("comma") == 1
    )
    return (apart and parts[-1] == "name") or any(w.low in _UNITS and v.low == "after" for w, v in pairwise(subject))


def _is_clear(subject: list[Word], core: list[Word], behind: tuple[Word, ...]) -> bool:
    """Tell whether a subject with *the* says which one is meant, or the place where something happens does."""
    if [w.part for w in subject[2:3]] == ["genitive"] and (_is_person(subject[1]) or _is_body(subject[1])):
        return False
    aside = next((i for i, w in enumerate(subject) if w.part == "comma"), len(subject))
    many = "plural" in core[-1].token.kinds or any("number" in w.parts or w.part == "number" for w in core)
    named = subject if many else subject[:aside]  # "the sailors, seized in Kalvik", but not "the defendant, a baker"
    if any(w.name or _is_capital(w) for w in named) or any(map(_is_unique, core)):
        return True
    several = sum(w.tag in ("name", "noun", "ing") and "number" not in w.parts for w in core) > 1
    if many:
        return several and not _is_body(core[-1])  # not "the men", "the two sailors"
    if _is_person(core[-1]) or _is_body(core[-1]):
        return False
    placed = (w for v, w in pairwise(behind) if v.part == "verb" or v.low in _WHERE)
    return several or any(_is_capital(w) or (w.name is not None and w.name.kind == "place") for w in placed)


def has_unknown(words: tuple[Word, ...], start: int, phrase: Phrase) -> bool:
    """Tell whether *the* stands before a bare noun that nobody can know: ``Peru blocked the app``."""
    stops = (i for i in range(start, phrase.end) if words[i].part in _CLOSES_OBJECT and words[i].low not in _TIMING)
    end = next(stops, phrase.end)
    for i in range(start, end - 1):
        if words[i].low != "the" or words[i + 1].part not in _NOMINAL or words[i + 1].text[:1].isupper():
            continue
        n = i + 1 + (words[i + 1].tag == "number" and i + 2 < end)
        noun, behind = words[n], words[n + 1 : n + 2] if n + 1 < end else ()
        timed = [w.part for w in behind] == ["prep"] and words[n + 2].date is not None
        bare = timed or not behind or behind[0].part not in _MODIFIERS
        kind_of = words[i - 1].low == "of" and n == i + 1 and "plural" in noun.token.kinds  # "the fair of the tanners"
        if bare and not kind_of and not _is_unique(noun) and not _is_met(words[phrase.start : i], noun):
            return True
    return False


def is_unmet(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether a phrase speaks of *him*, *us* or *there*, and of nobody and no place that it can mean."""
    for i in range(phrase.start, phrase.end):
        word, behind = words[i], words[i + 1 : i + 2]
        if word.low in ("there", "here") and [w.part for w in behind] != ["verb"]:
            return True
        if word.part not in ("pron", "poss"):
            continue
        if word.low in _OURS or (word.low in _THEIRS and not any(map(_is_somebody, words[phrase.start : i]))):
            return not any(w.part == "quote" for w in words[phrase.start : i])
    return False


def _is_somebody(word: Word) -> bool:
    return word.tag == "name" or "person" in word.token.kinds


def _is_met(before: tuple[Word, ...], noun: Word) -> bool:
    """Tell whether what stands before a noun tells what it means: the same noun, or a name of such a body."""
    return any(w.token.stem == noun.token.stem for w in before) or (
        _is_body(noun) and any(w.tag == "name" for w in before)
    )


def _is_unique(word: Word) -> bool:
    """Tell whether there is one of it wherever a reader is: ``the government``, but not ``the company``."""
    return word.low in wordset("unique") or word.low.endswith("est")


def _is_body(word: Word) -> bool:
    return word.low in wordset("events-bodies")


def _is_capital(word: Word) -> bool:
    """Tell whether a word that no list knows has a capital amid its sentence: ``the Skylark rocket``."""
    return word.tag == "name" and not word.parts


def _is_person(word: Word) -> bool:
    return "person" in word.token.kinds and "plural" not in word.token.kinds


def _is_open(subject: list[Word]) -> bool:
    """Tell whether an aside before the verb isn't closed: ``Kent Holm, who had left for work and returned``."""
    marks = [i for i, w in enumerate(subject) if w.part == "comma"]
    aside = next((i for i in marks if i + 1 < len(subject) and subject[i + 1].part == "rel"), None)
    if aside is not None:
        return marks[-1] == aside
    rest = subject[marks[0] + 1 :] if len(marks) == 1 else []  # "the review in 2013, a few months before his term"
    return bool(rest) and not any(w.part in ("conj", "name") for w in rest)


def _is_of_lead(before: tuple[Word, ...]) -> bool:
    """Tell whether no subject stands before a verb: ``In a poll done on Monday``, ``the close of trade, rose``."""
    commas = [i for i, w in enumerate(before) if w.part == "comma"]
    if commas == [len(before) - 1]:
        return True
    return before[0].part == "prep" and not commas and before[1].part in ("det", "poss", "noun")
