"""Which lifted words stand alone, and where a clause ends before words of time that a date beside it says better."""

import re
from collections.abc import Iterable, Iterator

from generator.lexicons import wordset
from generator.model import Date, Span
from generator.text import Sentence, VerbGroup, Word
from generator.text.phrases import NounPhrase

POINTING = frozenset(
    ("this", "that", "these", "those", "such", "here", "latter", "former", "another", "other", "others")
)
"""First words that mean something told before."""
HE, SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
IT, THEY = frozenset(("it", "its", "itself")), frozenset(("they", "them", "their", "themselves"))
"""Words that mean somebody, something or several told before, each in all its cases."""
LINKING = wordset("linking")
"""Words that lean on the sentence before, and so do *and*, *but*: see ``_OPENERS``."""
OWN_VOICE = re.compile(r"\b(?:I|me|my|[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our)\b")
"""We all gotta go back: words of somebody else."""
_FURTHER = ("separate", "similar", "same", "further")
"""What makes something one more of its kind behind an article: a separate study."""
_COUNTING = ("first", "second", "third", "fourth", "fifth", "sixth", "last", "latest")
_OPENERS = ("conj", "rel", "that")
_OPENING = ("prep", "adv", "comma", "sub")
_BEFORE_DATE = ("det", "adj", "adv", "comma")
_CUT_OFF = ("det", "poss", "prep", "conj", "to", "that", "sub", "rel", "will", "modal", "be", "have", "do", "wh")
_ASKED = frozenset(("who", "why", "how", "whether", "where"))
_COPULAS = frozenset(("become", "becomes", "became", "becoming", "seem", "seems", "seemed"))
"""Verbs that tell nothing without what follows."""
_HANGING = ("rel", "sub", "that")
_TELLS_WHICH, _AT = ("rel", "that", "to", "participle"), ("in", "on", "at")
"""What says behind a noun which one is meant, and what tells rather where or when something is done."""


def leans(sentence: Sentence, span: Span, *, pronouns: bool = True) -> bool:
    """Tell whether words begin with what means something told before: ``these talks``, ``but``, ``he``.

    ``pronouns`` may be let through where a name stands before the words.
    """
    first, end = sentence.within(span)
    while first < end and sentence.words[first].shape == "mark":
        first += 1
    if first >= end:
        return True
    last = first
    while sentence.parts[last] in _OPENING and last + 1 < end:  # together, they; along with that; once this
        last += 1
    second = sentence.parts[first] == "det" and first + 1 < end and sentence.words[first + 1].low in _FURTHER
    opening = range(first, last + 1)
    at = first + (sentence.low(first) == "only")  # a third is planned, only the last is
    bare = sentence.parts[at : at + 2] == ("det", "adj") and sentence.low(at + 1) in _COUNTING
    on = "verb" in sentence.word(at + 2).kinds and sentence.parts[at + 3 : at + 4] == ("prep",)  # the last touches on
    bare = bare and (on or sentence.parts[at + 2 : at + 3] in (("verb",), ("comma",)))
    return (
        second or bare or _adds(sentence, first, end) or any(_points(sentence, i, pronouns=pronouns) for i in opening)
    )


def _adds(sentence: Sentence, first: int, end: int) -> bool:
    """Tell whether an *also* stands before the first verb, or *otherwise* behind one."""
    verb = next((g.head for g in sentence.verbs if g.finite and g.first >= first), end)
    before = range(first, min(verb, end))
    if any(sentence.low(i) == "otherwise" and sentence.parts[i - 1] in ("verb", "inner") for i in range(verb, end)):
        return True  # she had been told otherwise
    return any(sentence.words[i].low in LINKING for i in before) and not any(sentence.parts[i] == "rel" for i in before)


def _points(sentence: Sentence, i: int, *, pronouns: bool) -> bool:
    word, part = sentence.words[i], sentence.parts[i]
    if part in _OPENERS or (word.low in POINTING and not _is_told(sentence, i)) or word.low in LINKING:
        return True
    if i and sentence.parts[i - 1] == "sub" and word.low == "all":
        return False  # if all goes well
    if "quantity" in word.kinds and "number" not in word.kinds and any(map(_only_acts, sentence.words[i + 1 : i + 2])):
        return True  # some believe, most were saved
    personal = part == "poss" or (part == "pron" and bool(word.kinds & {"subject", "object"}))
    asked = next((n for n in range(i, min(i + 6, len(sentence))) if sentence.words[n].low in _ASKED), i)
    asks = word.low == "it" and asked > i and not {"det", "name"} & {*sentence.parts[i:asked]}
    return pronouns and personal and not asks  # it is still unclear who paid; not: it is the house where he died


def _is_told(sentence: Sentence, i: int) -> bool:
    """Tell whether what points tells itself what it means: *this week*, *former guards*."""
    named = sentence.low(i) == "former" and sentence.parts[i + 1 : i + 2] != ("verb",) and sentence.low(i - 1) != "the"
    return named or (sentence.low(i) == "this" and sentence.low(i + 1) in wordset("quotes-times"))


def _only_acts(word: Word) -> bool:
    """Tell whether a word can be nothing but a verb: not *reports*, nor *used* in *some used cars*."""
    return "verb" in word.kinds and not word.kinds & {"noun", "adj", "participle"}


def stands(sentence: Sentence, span: Span) -> bool:
    """Tell whether words can be read by themselves: a finite verb behind its subject, and nothing that leans.

    A subject whose own verb is cut off (``the minister, who received him``) doesn't stand.
    """
    first, end = sentence.within(span)
    verb = None if leans(sentence, span) or _is_cut_off(sentence, end - 1) else main_verb(sentence, span)
    if verb is None:
        return False
    if sentence.low(verb.first - 1) == "it" and verb.first - 1 > first:  # In recent weeks it has fallen faster.
        return bool({"name", "noun"} & {*_subjects(sentence, first, verb.first - 1)})
    he = sentence.low(verb.first - 1) in ("he", "she", "they", "one", "both", "none")  # Last week one did.
    return not he or "name" in sentence.parts[first : verb.first - 1]  # For five weeks he sold none.


def _subjects(sentence: Sentence, first: int, end: int) -> Iterator[str]:
    """Yield the parts of what can be *it* in front of it: no day, and nothing behind a preposition."""
    for phrase in sentence.phrases:
        led = phrase.first > first and sentence.parts[phrase.first - 1] == "prep"
        if first <= phrase.first and phrase.end <= end and not led:
            yield sentence.parts[phrase.head]


def main_verb(sentence: Sentence, span: Span) -> VerbGroup | None:
    """Return the first finite verb behind a subject that stands in no clause that hangs on a word."""
    first, end = sentence.within(span)
    hangs, behind = False, first
    for clause in sentence.clauses:
        verb = clause.verb
        if verb.head < first or verb.head >= end:
            continue
        before = range(max(clause.start, behind), verb.first)  # the flood that hit the town has killed nine
        joined = "conj" in sentence.parts[behind : verb.first]  # not the captain of a boat that sank has admitted it
        behind = first if "speech" in sentence.words[verb.head].kinds else verb.end
        resumes = sentence.parts[verb.first - 1] == "comma"  # the minister, who received him, said
        opened = any(sentence.parts[i] in _HANGING for i in before) or clause.opener in _HANGING
        opened = opened and not resumes
        hangs = opened or (hangs and joined and clause.opener == "conj")
        if not hangs and verb.first > first:
            return verb
    return None


def described(sentence: Sentence, span: Span) -> NounPhrase | None:
    """Return the subject of words if it is a description of what was told before: *the bank*."""
    phrase = _subject(sentence, span)
    return phrase if phrase and _is_meant(sentence, phrase) else None


def _is_meant(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether a phrase means what was told before: *the* with no name and no number."""
    inside = range(phrase.first + 1, phrase.end)
    named = any(sentence.parts[i] in ("name", "number") or sentence.words[i].capital for i in inside)
    return sentence.low(phrase.first) == "the" and phrase.kind == "description" and not named


def meant(sentence: Sentence, span: Span) -> Iterator[str]:
    """Yield the stem of each thing that words mean as told before: *the place*, but not *the place of the team*.

    An aside tells what it is, but not who: *the complaint, filed on Monday,*.
    """
    first, end = sentence.within(span)
    spoken = set[str]()
    for phrase in (p for p in sentence.phrases if first <= p.first and p.end <= end):
        aside = sentence.low(phrase.end) == "," and sentence.low(phrase.end + 1) != "who"
        head, behind = sentence.words[phrase.head], "".join(sentence.parts[phrase.end + aside : phrase.end + aside + 1])
        told = behind in _TELLS_WHICH or (behind == "prep" and sentence.low(phrase.end) not in _AT)
        if _is_meant(sentence, phrase) and not told and head.lemma not in wordset("unique") and head.stem not in spoken:
            yield head.stem
        spoken.add(head.stem)


def led(sentence: Sentence, span: Span) -> Span | None:
    """Return what a preposition leads to that opens some words: *behind the door*."""
    first, end = sentence.within(span)
    opened = sentence.parts[first : first + 1] == ("prep",)
    phrase = next((p for p in sentence.phrases if opened and p.first == first + 1 and p.end <= end), None)
    return Span(span.start, sentence.ends[phrase.end - 1]) if phrase else None


def _subject(sentence: Sentence, span: Span) -> NounPhrase | None:
    """Return the noun phrase right before the main verb of words, if it hangs on nothing before it."""
    verb, first = main_verb(sentence, span), sentence.within(span)[0]
    found = [p for p in sentence.phrases if verb and first <= p.first and p.end <= verb.first]
    if not found or verb is None or any(sentence.parts[i] != "adv" for i in range(found[-1].end, verb.first)):
        return None
    last = found[-1]
    return last if last.first == first or sentence.parts[last.first - 1] != "prep" else None


def _is_cut_off(sentence: Sentence, last: int) -> bool:
    """Tell whether words end before what they lead to: ``what they``, ``because of``."""
    word, part = sentence.words[last], sentence.parts[last]
    ends_subject = part == "pron" and "subject" in word.kinds and "object" not in word.kinds
    return part in _CUT_OFF or word.low in _COPULAS or ends_subject


def untimed(sentence: Sentence, span: Span, dates: Iterable[Date]) -> Span:
    """Return words without a date at their end: the date stands beside them, resolved."""
    last = next((d.span for d in dates if d.span.end == span.end and d.span.start > span.start), None)
    if last is None:
        return span
    i = sentence.within(last)[0] - 1
    while i > 0 and sentence.parts[i] in _BEFORE_DATE:
        i -= 1
    if i > 0 and sentence.parts[i] in ("prep", "sub"):
        i -= 1
    return Span(span.start, sentence.ends[i]) if sentence.ends[i] > span.start + 1 else span
