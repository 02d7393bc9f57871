"""What makes a number one of a part: words near it, and the sum that it restates."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.lexicons import listed, table, wordset
from generator.link.content_words import senses
from generator.link.differences.claims.counted import rows_of
from generator.link.differences.claims.senses import synonyms
from generator.link.differences.known import phrase_at, sense_at
from generator.link.differences.slots.telling import LIGHT, Slot, Worded
from generator.text import Sentence, VerbGroup
from generator.text.clauses import Clause
from generator.text.numbers import value_of
from generator.text.phrases import NounPhrase

_OWNING = ("noun", "adj", "det", "poss", "genitive")
"""Before a noun that owns a number: *83 percent of the union's members*."""
BACK = 5
"""Tokens between a sum and the one that it restates: ``$36 a share, or $5.2 billion``."""
NEAR = 3
"""Tokens on both sides of a number among which a word makes it one of a part, or of another time."""
_DEGREES = ("degree", "celsius", "fahrenheit")
_SUPPORTS = wordset("parts-supports")
"""Verbs that only say that something happens, whose noun says what happens: *gave the alarm*, *held a meeting*."""
_NOMINAL = ("ion", "ment", "ing")
REACH = 2
"""Tokens between a verb and its object."""
_OTHER = wordset("parts-other")
_KNOWN = frozenset(("the", "these", "those", "his", "her", "its", "their"))
SMALL = 12
"""Numbers below this say behind *the* of which ones something is told, and count nothing: *the two teams*."""
_PARTED = ("number", "det", "pronoun", "adj")
"""Before *of* in a part: *two of 45 ships*, and not *a fleet of 45 ships*, *the signing of 45 agreements*."""
_WHOLE_OF = ("noun", "adj", "det", "poss", "genitive", "prep", "name", "number")


_SIZED = frozenset(("worth", "aged", "weighing", "measuring", "costing"))
_CLOSES = ("comma", "break", "stop", "close", "quote", "verb", "rel")
_ASIDE_ENDS = ("comma", "break", "open", "close", "quote", "stop", "verb", "rel", "sub", "conj")


@cache
def _measures() -> Mapping[tuple[str, str], str]:
    """Return what a word says that a value of a sort measures."""
    rows = table("measures")
    return {(sort, sense): measure for sort, measure, words in rows for sense in senses(words)}


def measure_of(t: Worded, slot: Slot) -> str:
    """Return what a value measures, such as a height or a price, if its noun or its clause says one thing."""
    if slot.sort.split()[1:] and slot.sort.split()[1] in _DEGREES:
        return "temperature"
    told = _measures().get((slot.kind, slot.head or t.goal.head), "")
    found = {_measures()[slot.kind, f] for f in t.features if (slot.kind, f) in _measures()}
    return told or (found.pop() if len(found) == 1 else "")


def things(one: Slot, other: Slot) -> frozenset[str]:
    """Return what two clauses that measure the same share besides the words that say what they measure."""
    said = {sense for (_, sense), measure in _measures().items() if measure == one.measure}
    return (one.features & other.features) - said - LIGHT


def restated(t: Worded, first: int, end: int) -> tuple[int, int]:
    """Return the tokens of the sum that another one behind *or* stands for, else its own."""
    spans = (t.s.within(f.span) for f in t.line.figures if f.kind == "money")
    return next(((a, b) for a, b in spans if t.s.low(first - 1) == "or" and 0 < first - b <= BACK), (first, end))


def part_of(t: Worded, first: int, end: int, *, counts: bool = False) -> frozenset[str]:
    """Return the words near a number, and of the subject, that make it one of a part, or of another one."""
    low = t.s.low
    behind = range(end, end if t.s.parts[end : end + 1] == ("comma",) else min(len(t.s), end + 2))  # 16, including two
    opened = max((i + 1 for i in range(first) if low(i) == ":"), default=0)  # it wasn't so bad: seven were hurt
    near = [low(i) for i in (*range(max(opened, first - NEAR), first), *behind)]
    of = next((i for i in (first - 1, first - 2) if low(i) == "of"), -1)
    kin = of > 0 and t.s.words[of - 1].lemma in wordset("kin")  # families of three who died
    before = of > 0 and (kin or t.s.parts[of - 1] in _PARTED)
    before = before and (of == first - 1 or t.s.parts[first - 1] in ("det", "poss"))
    of_them = low(end) == "of" and low(end + 1) in ("them", "whom", "which", "these", "those")
    near += [low(i) for i in (*range(first, end), *range(t.agent.first, t.agent.end)) if i >= 0]
    hedged = {"more", "than"} if "than" in near else set()  # more than 40
    whole = {"total"} if low(of - 1) == "total" else set()  # a total of 73
    whole |= {word for word in ("all", "total") if f"in {word}" in " ".join(near)}
    whole |= {"record"} if (low(first - 2), low(first - 1)) == ("a", "record") else set()  # a record 4,100
    shared = of_them or (before and counts and not whole)
    known = {"the"} if counts and low(first - 1) in _KNOWN and (value_of(low(first)) or SMALL) < SMALL else set()
    within = frozenset(
        ("which",) if any(low(i) == "of" and low(i + 1) in ("which", "whom") for i in range(first)) else ()
    )
    return within | known | (partial(near) - {"last"} - hedged - whole) | ({"of"} if shared else set())


def partial(low: Iterable[str]) -> frozenset[str]:
    """Return those of some words that make a number one of a part."""
    found = {w for w in low if w in listed("figures-partial") or w in _OTHER} - {"least"}
    return frozenset("each" if w == "every" else w for w in found)


def asides(s: Sentence) -> Iterator[tuple[int, int, int]]:
    """Yield the tokens of what is said beside a noun without a finite verb, and where the noun ends, in text order.

    *founded in 1962* **and** *closed in 2019*, behind a comma *worth 2 million*, *12 metres long*.
    """
    noun, last = 0, -1
    for i in range(max(1, s.story + 1), len(s) - 1):
        goes_on = i - 1 == last and s.parts[i - 1] == "conj"
        past = is_past(s, i) and s.parts[i + 1] == "prep" and (goes_on or s.parts[i - 1] in ("comma", "noun", "name"))
        behind = s.parts[i - 1] == "comma" and s.parts[i - 2] in ("noun", "name")
        if past or (behind and _tells_size(s, i)):
            noun, last = noun if goes_on else i, end_of(s, i)
            yield i, last, noun


def is_past(s: Sentence, i: int) -> bool:
    """Tell whether a token is a participle of the past."""
    return s.parts[i] == "participle" or s.low(i) == "born"


def is_set_apart(s: Sentence, i: int, end: int) -> bool:
    """Tell whether what stands between two tokens is set apart by commas, or closes a clause."""
    return s.low(i) == "," and (end >= len(s) or s.parts[end] in _CLOSES)


def end_of(s: Sentence, first: int) -> int:
    """Return where the part of a sentence ends that begins at a token and has no finite verb."""
    return next((k for k in range(first + 1, len(s)) if s.parts[k] in _ASIDE_ENDS), len(s))


def _tells_size(s: Sentence, i: int) -> bool:
    """Tell whether an apposition that begins at a token gives a number."""
    end = end_of(s, i)
    counted = s.parts[i] == "number" and s.parts[i + 1] != "verb"  # of five boats, three sank
    sized = s.low(i) in _SIZED or counted
    return sized and "number" in s.parts[i : min(end, i + NEAR)]


def governed(s: Sentence, verb: VerbGroup) -> VerbGroup:
    """Return the infinitive that a verb governs directly, such as *refused to sign*, or the verb itself."""
    behind = next((v for v in s.verbs if v.first >= verb.end), None)
    if behind is None or behind.finite or behind.first != verb.end or s.parts[behind.first] != "to":
        return verb
    if f"{s.words[verb.head].lemma} {s.low(behind.head)}" in synonyms():
        return verb  # came to light
    return behind


def subject_of(s: Sentence, clause: Clause) -> NounPhrase | None:
    """Return the noun phrase that a verb is told of: in a relative clause its own, else the one before it."""
    first = max(clause.start, s.story)
    if (at := _relative(s, clause)) is not None:
        own = next((p for p in s.phrases if p.first == at + 1 and p.end <= clause.verb.first), None)
        return own or antecedent(s, clause)
    opens = (i for i in range(clause.verb.first, first, -1) if s.low(i) == ":" or s.parts[i] == "that")
    first = next((i + 1 for i in opens), first)  # reports that a boy had drowned
    found = [p for p in s.phrases if p.first >= first and p.end <= clause.verb.first and s.parts[p.head] != "date"]
    last = clause.verb.first - 1
    timed = bool(found) and s.parts[found[-1].first - 1 : found[-1].first + 1] == ("prep", "date")
    if timed and s.parts[last] == "name":
        return found[-1]._replace(first=last, core=last)  # on Monday Minister Tom Rui
    free = [p for p in found if s.parts[p.first - 1] != "prep" or p.first == 0]
    phrase = next((p for p in free if s.parts[p.first - 1] != "sub" or p.first == 0), next(iter(free), None))
    total = phrase is not None and s.low(phrase.head) == "total" and s.low(phrase.end) == "of"
    return next((p for p in found if phrase and p.first > phrase.end), None) if total else phrase


def _relative(s: Sentence, clause: Clause) -> int | None:
    """Return the token of *which*, *who*, *whose* or *where*, where it opens the clause or stands inside of it."""
    found = range(clause.verb.first - 1, max(clause.start, s.story) - 1, -1)
    return next((i for i in found if s.parts[i] == "rel" and i), None)


def antecedent(s: Sentence, clause: Clause) -> NounPhrase | None:
    """Return the noun phrase that a relative clause is told of: the one right before it."""
    at = _relative(s, clause)
    before = next((p for p in reversed(s.phrases) if p.end <= at), None) if at else None
    return before if before and at and at - before.end <= 1 else None


def some_of(t: Worded, first: int, end: int) -> str:
    """Return what some of a whole are: *five of the dead were* **children**, *11 were* **foreigners**."""
    s = t.s
    if t.verb is None or not t.copula or t.verb.head + 1 >= len(s) or not first < t.verb.first:
        return ""
    noun, between = t.verb.end, s.parts[end : t.verb.first]
    some = s.parts[noun] == "noun" and "plural" in s.words[noun].kinds
    whole = all(p in _WHOLE_OF for p in between) and s.low(end) in ("of", s.low(t.verb.first))
    return sense_at(s, noun) if some and whole else ""


def told_before(t: Worded, end: int) -> str:
    """Return what a number without a noun counts: *of the ships, 12* **sank**; people who are said to be harmed."""
    s, first = t.s, t.tokens[0]
    verb = next((v for v in s.verbs if v.first == end), None)
    if verb is None or not verb.finite:
        return ""
    whole = next((p for p in s.phrases if p.first == first + 1), None) if s.low(first) == "of" else None
    if whole:
        return sense_at(s, whole.head) if "plural" in s.words[whole.head].kinds else ""
    how = "object" if verb.voice == "passive" else "subject"
    harmed = any(row.counted == "people" and not row.beside for row in rows_of(how, s.words[verb.head]))
    return min(senses("people")) if harmed else ""


def object_of(s: Sentence, verb: VerbGroup, end: int) -> NounPhrase | None:
    """Return the noun phrase right behind a verb."""
    phrase = next((p for p in s.phrases if p.first >= verb.end and p.end <= end), None)
    if phrase is None or phrase.first - verb.end > REACH or s.parts[phrase.head] == "date":
        return None
    between, lemma = range(verb.end, phrase.first), s.words[verb.head].lemma
    parted = all(s.parts[i] in ("adv", "not") or f"{lemma} {s.low(i)}" in synonyms() for i in between)
    return phrase if parted else None


def held_by(s: Sentence, verb: VerbGroup, subject: NounPhrase | None, behind: NounPhrase | None) -> NounPhrase | None:
    """Return the noun that says what happens, where the verb only says that it does: *gave the alarm*."""
    lemma = s.words[verb.head].lemma
    place = lemma == "take" and s.low(verb.end) == "place"
    there = lemma == "be" and s.low(verb.first - 1) == "there"
    held = subject if place or verb.voice == "passive" or behind is None else behind
    called = verb.voice == "passive" and s.parts[verb.end : verb.end + 1] == ("adj",)  # the offer was made public
    if held is None or called or not (place or there or lemma in _SUPPORTS):
        return None
    limited = verb.denied and any(s.parts[i] in ("adj", "number") for i in range(held.first, held.head))
    happens = "verb" in s.words[held.head].kinds or s.words[held.head].lemma.endswith(_NOMINAL)
    return held if happens and s.parts[held.head] == "noun" and not limited else None


def governor(s: Sentence, first: int, end: int) -> str:
    """Return the noun that a sum or a size belongs to: *a prize of 12,000 euros*, *a 40-million-euro offer*."""
    phrase = phrase_at(s, first)
    if phrase and phrase.head >= end and s.parts[phrase.head] == "noun":
        return sense_at(s, phrase.head)
    behind = next((i for i in range(first, end + 1) if s.low(i) == "of"), None)
    if behind is not None:
        nouns = range(behind + 1, min(behind + 4, len(s)))
        last = next((n for n, i in enumerate(nouns) if s.parts[i] not in _OWNING), len(nouns))
        return sense_at(s, nouns[last - 1]) if last else ""
    near = range(first - 1, max(-1, first - 4), -1)
    of = next((i for i in near if s.low(i) in ("of", "worth") or s.parts[i] in ("verb", "inner")), -1)
    before = next((p for p in s.phrases if p.end == of), None) if s.parts[of] == "prep" else None
    return sense_at(s, before.head) if before and s.parts[before.head] == "noun" else ""
