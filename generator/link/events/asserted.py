"""What a sentence itself tells as done, and not as the lead-in to something else: ``after X resigned, Y took over``."""

from collections.abc import Iterator

from generator.link.events.clauses import clauses
from generator.link.events.words import VERBAL, Word, speaks
from generator.text import lemmas, stem
from generator.text.clauses import Clause

_BEFORE_NOUN = frozenset(("noun", "name", "date", "det", "poss", "number", "genitive", "mark", "adv"))
_OWNED = frozenset(("genitive", "poss", "det"))
_LEADS = frozenset(("prep", "to", "sub"))
_INSIDE = frozenset(("rel", "sub"))
_DOING = VERBAL | {"base"}


def asserted(words: tuple[Word, ...]) -> frozenset[str]:
    """Return the stems of what a sentence tells as done: in its main clauses, in what they say, and in dated asides.

    *Who was arrested on Friday* tells when that was; a clause of *when*, *after* or *as*, one that only says who or
    which is meant, and a noun behind a preposition lean on what is known. A noun that a verb with a meaning of its own
    hits isn't done, either: ``withdrew their offer``.
    """
    found, told, deeds = clauses(words), True, set[str]()
    for n, clause in enumerate(found):
        told = _is_told(words, found, n, before=told)
        inside = words[clause.start : clause.end]
        if told:  # of nouns its subject and, behind a light verb, all
            nouns = inside if _is_light(words[clause.verb.head]) else words[clause.start : clause.verb.first]
            deeds |= {*_deeds(inside, len(nouns))}
    return frozenset(deeds if found else _deeds(words, len(words)))


def _is_told(words: tuple[Word, ...], found: tuple[Clause, ...], n: int, *, before: bool) -> bool:
    """Tell whether a clause is asserted, given whether the one before it is."""
    clause = found[n]
    match _opener(words, clause):
        case "rel":
            return any(w.date for w in words[clause.verb.first : clause.end])
        case "sub":  # "nine died when the bus fell", but not "when the bus fell, nine died"
            return before and (len(found) == 1 or (n > 0 and words[clause.start].low == "when"))
        case "that" | "said":
            return before
        case "conj":  # "and was held"; "the man who fled [was held]", but "the night [she was killed]"
            return before if words[clause.start].part == "conj" else _opener(words, found[n - 1]) in _INSIDE
    return True


def _opener(words: tuple[Word, ...], clause: Clause) -> str:
    """Return what leads to the verb of a clause, none where a comma ends that: ``Holm, who had fled, [was held]``."""
    verb = clause.verb.first
    while verb > clause.start and words[verb - 1].part == "adv":
        verb -= 1
    if clause.opener and not (clause.opener in _INSIDE and words[verb - 1].part == "comma"):
        return clause.opener
    for i in reversed(range(clause.start, verb)):
        if words[i].part == "comma":
            return ""
        if words[i].part in ("rel", "sub", "that") or (i == clause.start and "sub" in words[i].parts):
            return "rel" if words[i].part == "rel" else "sub"
    return ""


def _deeds(words: tuple[Word, ...], nouns: int) -> Iterator[str]:
    """Yield the stems of what some words tell: the first ones, so many, as nouns, too."""
    for i, word in enumerate(words):
        owned = i > 0 and words[i - 1].part in _OWNED
        at, noun = i, word.part == "noun" or (owned and word.part in ("gerund", "base"))
        while noun and at and words[at - 1].part in _BEFORE_NOUN:
            at -= 1
        led = at > 0 and words[at - 1].part in _LEADS
        means = word.part == "gerund" and (not led or words[i - 1].low == "by")  # "by stopping", but not "after"
        if (i < nouns and not led) if noun else means or word.part in _DOING:
            yield from (stem(word.base or word.low), *(a.name for a in (word.act, word.happening) if a))


def _is_light(verb: Word) -> bool:
    """Tell whether a verb leaves to a noun what is done: ``held talks``, ``announced a deal``, ``is the winner``."""
    says = speaks(verb) or (verb.act is not None and verb.act.kind == "statement")
    return says or not verb.base or verb.base in lemmas("light")
