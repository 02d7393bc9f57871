"""Whether a clause has a subject of its own, and a reader knows which one *the ferry* is."""

from __future__ import annotations

from itertools import dropwhile, pairwise, takewhile

from generator.lexicons import listed, wordset
from generator.link.events.arguments import Arguments
from generator.link.events.clauses import is_due
from generator.link.events.phrases import Phrase
from generator.link.events.words import Word
from generator.model import Span
from generator.text.clauses import Clause
from generator.text.phrases import NounPhrase, phrases_of
from generator.text.standing import HE, IT, SHE, THEY

POINTING = frozenset(("this", "that", "these", "those", "such", "both", "it"))
"""Words that point at something before the sentence, as pronouns do."""
_ASKING = frozenset(("what", "why", "how", "whether"))
_ENDS_CORE = frozenset(("verb", "in-verb", "participle", "rel", "prep", "comma", "break", "open", "sub"))
_LEADS = frozenset(("prep", "date", "comma", "not"))
_OURS = frozenset(("i", "me", "my", "we", "us", "our", "you", "your"))
_OWNED = frozenset(("noun", "name", "number", "gerund", "participle"))
_PARTS_CLAUSES = frozenset(("conj", "rel", "sub", "that", "comma", "verb"))
_INDEFINITE = ("a", "an")
_TELLING = frozenset(("noun", "name", "number", "gerund", "participle", "base", "rel", "that", "to", "prep"))
"""What says behind a noun which one is meant: ``the ban on boats``."""
_LANDS = frozenset(("country", "nation", "capital", "city", "court"))
"""What there is one of wherever a reader is, once a line says where that is."""
_OF = frozenset(("of", "for", "against", "between", "behind", "about", "under", "over"))
_OPENING = frozenset(("det", "poss", "noun", "name", "number", "gerund", "participle", "rel"))
_PLACE = frozenset(("det", "noun", "name", "prep"))
_COUNTED = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "second")


def has_subject(scene: Arguments, phrase: Phrase, clause: Clause) -> bool:
    """Tell whether somebody or something acts, rather than *he*, *these talks*, *net income*."""
    words = scene.words
    before = words[phrase.start : clause.verb.first]
    if phrase.start and words[phrase.start - 1].low in _ASKING:
        return False  # why [Chad decided]
    subject = list(dropwhile(lambda w: w.part in _LEADS, (w for w in before if w.part != "adv")))
    if [w.low for w in subject[1:2]] == ["than"]:
        subject = subject[2:]  # "More than 30 people"
    opens = words[0].part == "quote" and [w.part for w in before].count("quote") == 1  # "“The Hay Cart” was found"
    ending = subject[-1].part if subject else "pron"
    if ending in ("prep", "rel", "pron") or (ending == "quote" and not opens) or subject[0].part in ("gerund", "to"):
        return False
    outside = (w for w in takewhile(lambda w: w.part != "rel", subject) if w.low != "as")  # "a whale known as Petrel"
    aside = sum(w.part == "break" for w in before) % 2 == 0  # "two firms — Norvik and Arua — sold"
    if any((w.part == "break" and not aside) or w.part == "sub" or w.low in _ASKING for w in outside):
        return False  # "The hall dates to 1935, when settlers came"
    verbs, asides = ([w.part for w in before].count(part) for part in ("verb", "rel"))
    shared = before[-1].part == "conj" and verbs <= asides  # "as [coach of Lund and won]", "Holm, who fled and [sued"
    with_it = before[0].low == "with"  # "With Ivo Lenz sacked, Norvik named Ana Ruiz"
    if shared or with_it or before[0].part == "genitive" or _is_open(subject):
        return False
    points = any(w.part in ("pron", "poss") or w.low in POINTING for w in subject[:2])
    ends = (i for i, w in enumerate(subject) if i and w.part in _ENDS_CORE and not _is_attribute(subject, i))
    core = subject[: next(ends, len(subject))]
    named = any(map(scene.is_known, words[phrase.start : phrase.end]))
    heads = [w for w in core if w.part in ("name", "noun", "gerund") and "number" not in w.parts]
    alone = len(core) == 1 and bool(heads) and "plural" not in heads[0].token.kinds  # "Registration", "Hostility"
    bare = len(heads) == 1 and (core[0].low in _INDEFINITE or alone)
    loose = not named and (bare or any(w.low in wordset("events-owned") for w in core))
    if not points and heads:
        return not loose or is_due(words, phrase.start, clause)
    counted = [w.part for w in subject[:2]] != ["number", "comma"]  # "Two died in Lima"; not "Two, by its count"
    return not points and named and "number" in subject[0].parts and counted


def _is_attribute(subject: list[Word], i: int) -> bool:
    """Tell whether a participle stands between an article and its noun: ``A retired judge``."""
    before, behind = subject[i - 1].part, [w.part for w in subject[i + 1 : i + 2]]
    return subject[i].part == "participle" and before == "det" and behind in (["noun"], ["name"])


def _is_open(subject: list[Word]) -> bool:
    """Tell whether an aside before the verb isn't closed, or the verb is its own: ``Kent Holm, who had left``."""
    marks = [i for i, w in enumerate(subject) if w.part == "comma"]
    rel = next((i for i in range(len(subject) - 1, -1, -1) if subject[i].part == "rel"), None)
    if rel and subject[rel].text.islower() and subject[rel - 1].part not in ("comma", "prep"):
        return (subject[-1].part == "comma" and min(marks) > rel) or "verb" not in [w.part for w in subject[rel:]]
    aside = next((i for i in marks if "rel" in [w.part for w in subject[i + 1 : i + 3]]), None)
    if aside is not None:
        return marks[-1] == aside
    rest = subject[marks[0] + 1 :] if len(marks) == 1 else []  # "the review in 2013, a few months before his term"
    return bool(rest) and not any(w.part in ("conj", "name") for w in rest)


def names_unknown(scene: Arguments, phrase: Phrase) -> bool:
    """Tell whether a phrase speaks of something that its reader can't know: ``blocked the app``, ``another man``."""
    found = [_noun(scene.words, p) for p in phrases_of([w.tag for w in scene.words])]
    verb = phrase.clause.verb.first if phrase.clause else phrase.start
    commas = [i for i in range(phrase.start, verb) if scene.words[i].part == "comma"]
    aside = range(commas[0], commas[-1]) if commas else ()  # "Ana Ruiz, who had fought the sale, resigned"
    inside = [p for p in found if phrase.start <= p.first < phrase.end and p.first not in aside]
    last = verb if scene.known else phrase.end  # what follows belongs to the story: "water ran over the crest"
    meant = (p for p in inside if scene.words[p.first].low == "the" and p.first < last)
    return any(_points(scene, p, phrase) for p in inside) or not all(_is_known(scene, p, phrase) for p in meant)


def _noun(words: tuple[Word, ...], found: NounPhrase) -> NounPhrase:
    """Return a noun phrase without a day behind it, *the scene Tuesday*, or with its noun in *-ing*, *the building*."""
    end = found.end
    if found.kind == "pronoun" and [w.part for w in words[end : end + 1]] == ["gerund"]:
        return found._replace(end=end + 1, head=end)
    while end > found.core + 1 and words[end - 1].date:
        end -= 1
    return found._replace(end=end, head=min(found.head, end - 1))


def _points(scene: Arguments, noun: NounPhrase, phrase: Phrase) -> bool:
    """Tell whether a phrase is one of several, of which its reader knows none: ``another man``, ``A second ferry``."""
    words = scene.words
    before = words[noun.first - 1] if noun.first > phrase.start else None
    if any(w.low in wordset("events-others") for w in words[noun.first : noun.end]):
        one = before is not None and before.part == "conj"
        inside, head = words[phrase.start : noun.first], words[noun.head]
        met = (_is_met(inside, w) for w in words[noun.first : noun.end] if w.tag == "noun")
        rest = head.low == "others" and any("person" in w.token.kinds for w in inside)  # "hurting 31 others"
        return not one and not rest and not any(met)
    counted = words[noun.first].low == "a" and any(w.low in _COUNTED for w in words[noun.first + 1 : noun.first + 2])
    pointed = counted or "same" in (w.low for w in words[noun.first : noun.end])
    return pointed and phrase.clause is not None and noun.end <= phrase.clause.verb.first


def _is_known(scene: Arguments, noun: NounPhrase, phrase: Phrase) -> bool:
    """Tell whether a reader of a phrase knows what *the* means in it, by its own words alone.

    A name, words behind the noun and what there is one of say so, and the same noun before it. Of *the Volvo*, the
    article must not have spoken as *a black Volvo*; an adjective tells which one only to who has read the article.
    """
    words, head = scene.words, scene.words[noun.head]
    core, before = words[noun.core : noun.head + 1], words[phrase.start : noun.first]
    if head.tag == "noun" and scene.is_known(head):
        return True
    if _is_person(head) and not (
        _is_body(head) or _is_met(before, head) or _is_unique(head) or _is_told(words, noun, phrase)
    ):
        return _is_office(words, noun)  # not "the 26-year-old actress", "the Ukrainian champion"
    if (_is_met(before, head) or any(map(_is_unique, core))) and head.tag != "number":
        lands = any(w.low in _LANDS for w in core)
        return not lands or any(map(_is_land, words[phrase.start : phrase.end])) or _is_told(words, noun, phrase)
    owner = next((w for w, v in pairwise(core) if v.part == "genitive"), None)
    if owner is not None and (_is_person(owner) or _is_body(owner)):
        return _is_met(before, owner) or scene.is_known(owner)
    if not (any(w.name or w.text[:1].isupper() for w in core) or _is_told(words, noun, phrase)):
        return False
    anybody = head.low in wordset("events-anybody")
    return len(core) > 1 or not head.text[:1].isupper() or not anybody


def _is_office(words: tuple[Word, ...], noun: NounPhrase) -> bool:
    """Tell whether an office is told with the body or the place that it is of: ``the Norvik chairman``."""
    names = (w.name for w in words[noun.core : noun.end] if w.name)
    return words[noun.head].token.lemma in listed("names-titles") and any(n.form != "demonym" for n in names)


def _is_told(words: tuple[Word, ...], noun: NounPhrase, phrase: Phrase) -> bool:
    """Tell whether what stands behind a noun says which one is meant: ``the ban on boats``, not ``the ban on Monday``.

    *Set the towers on fire* tells of the verb, as most prepositions may: their noun must be a name, or several.
    """
    behind = words[noun.end : min(noun.end + 2, phrase.end)]
    if [w.part for w in behind] == ["comma", "participle"]:
        return "plural" in words[noun.head].token.kinds  # "the sailors, seized in Kalvik"; not "the defendant, held in"
    if not behind or behind[0].part not in _TELLING:
        return False
    if behind[0].part != "prep":
        return True
    if len(behind) == 1 or behind[1].date or behind[1].part not in _OPENING:
        return len(behind) > 1 and behind[1].date is not None and behind[0].low == "of"  # "the final of 6 September"
    named = any(w.tag == "name" for w in takewhile(lambda w: w.part in _PLACE, words[noun.end + 1 : phrase.end]))
    return named or behind[0].low in _OF or behind[1].part == "rel" or "plural" in behind[1].token.kinds


def is_unmet(scene: Arguments, phrase: Phrase) -> bool:
    """Tell whether a phrase speaks of *him*, *it*, *us* or *there*, and of nobody and nothing that it can mean."""
    inside = scene.words[phrase.start : phrase.end]
    for i, word in enumerate(inside):
        if Span(word.start, word.end) in scene.cast:
            continue  # told in its place
        if word.low in ("there", "here") and [w.part for w in inside[i + 1 : i + 2]] != ["verb"]:
            return True
        if word.low in IT and not any(map(_is_thing, inside[:i])):
            return True
        if word.low in THEY and not any(map(_is_several, inside[:i])):
            return True
        if word.part not in ("pron", "poss") or word.low not in _OURS | HE | SHE:
            continue
        used = sum(any(w.low in one for w in inside[: i + 1]) for one in (HE, SHE))
        known = inside[(not inside[0].name) : i]
        if word.low in ("him", "her") and inside[i + 1 : i + 2] and inside[i + 1].part not in _OWNED:
            known = _without_subject(inside[:i])
        if word.low in _OURS or sum(map(_is_somebody, known)) < used:
            return not any(w.part == "quote" for w in inside[:i])
    return False


def _without_subject(before: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words before an object without the subject of its verb, whom it can't mean: ``The mayor gave her``."""
    verb = next((i for i in range(len(before) - 1, -1, -1) if before[i].part == "verb"), 0)
    start = next((i for i in range(verb - 1, -1, -1) if before[i].part in _PARTS_CLAUSES), -1)
    return before[: start + 1]


def _is_thing(word: Word) -> bool:
    if word.name is not None:
        return word.name.kind != "person"
    return word.tag in ("name", "noun", "ing") and not word.token.kinds & {"plural", "person"}


def _is_several(word: Word) -> bool:
    """Tell whether *they* can mean a word: several, a body, or those of whom *and* or a number speaks."""
    body = word.name is not None and word.name.kind != "person"
    return body or "plural" in word.token.kinds or word.part in ("conj", "number") or _is_body(word)


def _is_somebody(word: Word) -> bool:
    if word.name is not None:
        return word.name.kind == "person"
    return word.tag == "name" or _is_person(word)


def _is_met(before: tuple[Word, ...], noun: Word) -> bool:
    """Tell whether what stands before a noun tells what it means: the same noun, such a body, or a victim."""
    same = any(w.token.stem == noun.token.stem for w in before)
    bodies = (w for w in before if w.tag == "name" and not (w.name and w.name.kind == "person"))
    harmed = noun.token.lemma == "victim" and any("person" in w.token.kinds for w in before)
    return same or harmed or (_is_body(noun) and any(bodies))


def _is_land(word: Word) -> bool:
    return word.name is not None and word.name.kind == "place"


def _is_unique(word: Word) -> bool:
    """Tell whether there is one of it wherever a reader is: ``the government``, but not ``the company``."""
    most = word.low.endswith("est") and word.tag == "adj"
    return (
        most
        or (word.low.isdigit() and len(word.low) == len("2016"))
        or word.low in wordset("unique")
        or word.low in _COUNTED
    )


def _is_body(word: Word) -> bool:
    return word.low in wordset("events-bodies")


def _is_person(word: Word) -> bool:
    return "person" in word.token.kinds and "plural" not in word.token.kinds
