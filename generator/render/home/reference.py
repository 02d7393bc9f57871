"""Words that point back: a description or a pronoun whose meaning stands in no word that the reader has seen."""

from collections.abc import Set as AbstractSet

from generator.lexicons import wordset
from generator.model import Evidence, Name, Span
from generator.render.lookup import Lookup
from generator.render.standing import main_verb
from generator.text import Sentence
from generator.text.phrases import NounPhrase
from generator.text.synonyms import are_near, kind_of

_PERSONAL = ("he", "she", "him", "her", "his", "hers")
_RANKED = ("first", "second", "third", "last", "next", "rest", "same", "most")
_POINTING = ("this", "these", "those", "such")
_SEVERAL = ("they", "them", "their", "theirs")


def points_back(words: Evidence, known: AbstractSet[str], lookup: Lookup) -> bool:
    """Tell whether words are about *the footage*, of which no ``known`` stem speaks, or *he said* of nobody."""
    sentence = lookup.grammar(words)
    if sentence is None:
        return False
    span = sentence.within(words.span)
    loose = has_loose_pronoun(sentence, words.span) or any(_is_pointed_to(sentence, i, known) for i in range(*span))
    return loose or describes(words, known, lookup)


def _is_pointed_to(sentence: Sentence, i: int, known: AbstractSet[str]) -> bool:
    """Tell whether a word is *this* or *such* before a noun, times aside: *made this move*, but: *this week*."""
    noun = sentence.words[i + 1] if i + 1 < len(sentence) and sentence.parts[i + 1] == "noun" else None
    pointing = sentence.low(i) in _POINTING and sentence.parts[i] in ("det", "pron", "adj")
    return noun is not None and pointing and noun.lemma not in wordset("unique") and noun.stem not in known


def describes(words: Evidence, known: AbstractSet[str], lookup: Lookup) -> bool:
    """Tell whether the subject of words is *the footage*, of which none of the ``known`` stems speaks."""
    sentence = lookup.grammar(words)
    if sentence is None:
        return False
    phrase = _subject(sentence, words.span)
    if phrase is None or not _is_description(sentence, phrase, lookup.findings[words.article].names):
        return False
    head = sentence.words[phrase.head]
    alone = head.lemma in wordset("unique") and head.lemma not in _RANKED
    return not alone and not any(are_near(head.stem, stem) for stem in known)


def has_loose_pronoun(sentence: Sentence, span: Span) -> bool:
    """Tell whether *he*, *her* or *they* stands in words before anything that it may mean."""
    first, end = sentence.within(span)
    for i in range(first, end):
        low = sentence.low(i)
        if low in _PERSONAL or low in _SEVERAL:
            before = (p for p in sentence.phrases if first <= p.first and p.end <= i and p.kind != "pronoun")
            return not any(low in _SEVERAL or _may_be_person(sentence, p) for p in before)
    return False


def _may_be_person(sentence: Sentence, phrase: NounPhrase) -> bool:
    head = sentence.words[phrase.head]
    return sentence.parts[phrase.head] == "name" or "person" in head.kinds or kind_of(head.stem) == "person"


def _is_description(sentence: Sentence, phrase: NounPhrase, names: tuple[Name, ...]) -> bool:
    """Tell whether a phrase describes what was told before, and no name or number in it tells what: *the bank*."""
    if sentence.low(phrase.first) not in ("the", "both") or phrase.kind != "description":
        return False
    nations = {i for n in names if n.form == "demonym" for i in range(*sentence.within(n.span))}
    telling = {i for i in range(phrase.first + 1, phrase.end) if sentence.parts[i] in ("name", "number")} - nations
    return all(sentence.parts[i + 1 : i + 2] == ("hyphen",) for i in telling)  # the Oslo-born man


def _subject(sentence: Sentence, span: Span) -> NounPhrase | None:
    """Return the noun phrase right before the main verb of words, if it hangs on nothing before it."""
    verb, first = main_verb(sentence, span), sentence.within(span)[0]
    found = [p for p in sentence.phrases if verb and first <= p.first and p.end <= verb.first]
    if not found or verb is None or any(sentence.parts[i] != "adv" for i in range(found[-1].end, verb.first)):
        return None
    last = found[-1]
    return last if last.first == first or sentence.parts[last.first - 1] != "prep" else None
