"""Which words there are, and what each can be: ``lexicons/words.tsv`` with its forms, and the shape of any word."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeVar

from snowballstemmer.english_stemmer import EnglishStemmer

from generator.lexicons import table

T = TypeVar("T")

_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]{0,4}[aeiou][^aeiouwxy]")  # stop, plan, but not look, test, fix
_STRESSED = ("pel", "fer", "mit", "nap", "cur", "gret", "bel", "quip", "mur", "gin")  # repel, refer, commit, regret
_UNSTRESSED = ("offer", "suffer", "differ", "pilfer", "murmur", "label", "imagin", "vomit", "limit")  # limited


def plural(noun: str) -> str:
    """Return the plural of a noun, or the form of a verb for *he*, *she*, *it*: ``talks``, ``passes``, ``bodies``."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def past(verb: str) -> str:
    """Return the past of a regular verb: ``agreed``, ``carried``, ``stopped``."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def gerund(verb: str) -> str:
    """Return the form in -ing: ``seeing``, ``lying``, ``making``, ``stopping``."""
    if verb.endswith(("ee", "oe", "ye")):
        return verb + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def verb_forms(verb: str) -> dict[str, tuple[str, ...]]:
    """Return the regular forms of a verb by their names; *travel* has two pasts, one British and one American."""
    forms: dict[str, tuple[str, ...]] = {
        "base": (verb,),
        "present": (plural(verb),),
        "past": (past(verb),),
        "participle": (past(verb),),
        "ing": (gerund(verb),),
    }
    if verb.endswith(("el", "al")) and verb[-3:-2] not in _VOWELS:
        doubled = (past(verb), verb + "led")
        forms |= {"past": doubled, "participle": doubled, "ing": (gerund(verb), verb + "ling")}
    return forms


def _doubled(verb: str) -> str:
    """Double a final consonant after a single stressed vowel, as English does: ``stop``, ``occur``, ``refer``."""
    stressed = verb.endswith(_STRESSED) and verb not in _UNSTRESSED
    return verb + verb[-1] if stressed or _SHORT.fullmatch(verb) else verb


MARKS = {
    **dict.fromkeys((";", ":", "–", "—", "―", "…", "--", "---", "..."), "break"),
    **dict.fromkeys(('"', "“", "”", "«", "»", "„", "``", "''"), "quote"),
    **dict.fromkeys("([{", "open"),
    **dict.fromkeys(")]}", "close"),
    **dict.fromkeys(".!?", "stop"),
    **dict.fromkeys("$€£¥₹%‰°&+#№", "symbol"),
    **dict.fromkeys("-‐‑", "hyphen"),
    ",": "comma",
}
"""What a mark does in a sentence; any other is a ``mark``."""

FUNCTION = frozenset(
    ("det", "poss", "pron", "prep", "conj", "sub", "rel", "that", "to", "wh", "will", "modal", "be", "have", "do")
)
"""Parts of speech whose words no other part can claim: ``the``, ``of``, ``might``."""

Shape = Literal["word", "number", "fraction", "mark", ""]
"""Letters; what begins with a digit (or ``.5``); a vulgar fraction such as ½; anything else; nothing at all."""

HYPHENS = ("-", "‐", "‑")

_FRACTIONS = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_SHORTEST = {"ed": 5, "ing": 6}  # letters of a word whose ending says what it is: "acted", not "bed", "ring"


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word, number or mark as it is written; one object for all its occurrences.

    ``low`` is in small letters with a straight apostrophe; ``lemma`` the entry that it is a form of; ``part`` the part
    of speech that it has whatever stands around it, or empty where that decides (forms of verbs); ``kinds`` its classes
    in ``words.tsv``, with the names of its forms (``base``, ``present``, ``past``, ``participle``, ``ing``,
    ``plural``).
    """

    text: str
    low: str
    lemma: str
    part: str
    kinds: frozenset[str]
    shape: Shape
    capital: bool
    """Whether the first letter is a capital."""
    shouted: bool
    """Whether all letters, two or more, are capitals."""

    @property
    def closed(self) -> bool:
        """Whether it is a word of grammar, whatever stands around it: ``the``, ``of``, ``might``."""
        return self.part in FUNCTION

    @property
    def stem(self) -> str:
        """The word without its ending, by the English stemmer of Snowball (Porter 2001)."""
        return stem(self.low)


class Entry(NamedTuple):
    """A row of ``words.tsv``: its first class, its forms by their names, and all its classes."""

    lemma: str
    part: str
    forms: dict[str, tuple[str, ...]]
    kinds: frozenset[str]


@cache
def _entries() -> tuple[Entry, ...]:
    found = []
    for lemma, irregular, classes in table("words.tsv"):
        given = dict(pair.split("=", 1) for pair in irregular.split()) if irregular != "-" else {}
        kinds = classes.split()
        found.append(Entry(lemma, kinds[0], _named(lemma, kinds[0], given), frozenset(kinds)))
    return tuple(found)


_Rows = dict[str, tuple[str, str, frozenset[str]]]


@cache
def _forms() -> _Rows:
    """Return form → lemma, the part of speech of its first row, and all its classes."""
    found: dict[str, tuple[str, str, set[str]]] = {}
    for entry in sorted(_entries(), key=lambda e: e.part not in FUNCTION):  # "including" is no form of "include" first
        for name, forms in entry.forms.items():
            for form in forms:
                found.setdefault(form, (entry.lemma, entry.part, set()))[2].update(entry.kinds | {name})
    return {form: (lemma, part, frozenset(kinds - {""})) for form, (lemma, part, kinds) in found.items()}


def _named(lemma: str, part: str, given: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the forms of an entry by their names; those given win over the regular ones."""
    if part == "verb":
        return verb_forms(lemma) | {name: tuple(forms.split("/")) for name, forms in given.items()}
    if part == "noun":
        forms = tuple(given["plural"].split("/")) if "plural" in given else (plural(lemma),)
        return {"plural": forms, "": tuple(f for f in (lemma,) if f not in forms)}
    return {"": (lemma,)}


@cache
def forms(kind: str) -> frozenset[str]:
    """Return all forms, in small letters, of the words of a class: ``forms("not")``."""
    return frozenset(form for form, (_, _, kinds) in _forms().items() if kind in kinds)


@cache
def lemmas(kind: str) -> frozenset[str]:
    """Return the entries of a class: ``lemmas("speech")``."""
    return frozenset(entry.lemma for entry in entries(kind))


@cache
def entries(kind: str) -> tuple[Entry, ...]:
    """Return the rows of a class, in the order of the table."""
    return tuple(entry for entry in _entries() if kind in entry.kinds)


@lru_cache(maxsize=1 << 16)
def stem(low: str) -> str:
    """Return a word in small letters without its ending and its possessive mark."""
    return str(_STEMMER.stemWord(low.removesuffix("'s")))


_STEMMER = EnglishStemmer()  # and not the compiled one, whose version may be another, where somebody has installed it


class Lexicon(dict[str, T]):
    """What is made of words as they are written, when first asked for; forgets all of it when there is too much."""

    _MOST = 1 << 17  # different words of some hundred long books

    def __init__(self, make: Callable[[str], T]) -> None:
        """Take what makes it of a word."""
        self._make = make

    def __missing__(self, text: str) -> T:
        """Make it of a word."""
        if len(self) >= self._MOST:
            self.clear()
        made = self[text] = self._make(text)
        return made


def _word(text: str) -> Word:
    low = text.lower().replace("’", "'")
    capital = text[0].isupper()
    shape = _shape(text)
    if shape == "mark":
        lemma, (part, kinds) = low, _mark(low)
    elif shape == "word":
        lemma, part, kinds = _known(low) or (low, *_guessed(text, low, capital=capital))
    else:
        lemma, part, kinds = low, "number", frozenset(("number",))
    return Word(text, low, lemma, part, kinds, shape, capital, capital and len(text) > 1 and text.isupper())


LEXICON = Lexicon(_word)
"""The words met so far: ``LEXICON["said"]``."""


def _shape(text: str) -> Shape:
    if text[0].isdigit() or (text[0] == "." and text[1:].isdigit()):
        return "number"
    if text in _FRACTIONS:
        return "fraction"
    return "word" if text[0].isalnum() else "mark"


def _mark(low: str) -> tuple[str, frozenset[str]]:
    known = _forms().get(low)  # 's, 've
    if known:
        return _plain(known[1], known[2]), known[2]
    if low in ("'s", "'"):
        return "genitive", frozenset()
    return MARKS.get(low) or MARKS.get(low[0], "mark"), frozenset()


def _known(low: str) -> tuple[str, str, frozenset[str]] | None:
    """Return the lemma, part and classes of a form; ``didn't`` is *did* with *not*."""
    negative = low.endswith("n't") or low == "cannot"
    known = _forms().get(_IRREGULAR.get(low, low[:-3]) if negative else low)
    if known is None:
        parts = [_forms().get(part) for part in low.split("-")] if "-" in low else []
        if parts and all(part and part[1] == "number" for part in parts):
            return low, "number", frozenset(("number",))  # twenty-six
        tail = parts[-1] if parts else None
        return (low, "noun", tail[2] - {"verb"}) if tail and not tail[2].isdisjoint(WHO) else None  # co-founder
    lemma, part, kinds = known
    undecided = "verb" in kinds and "aux" not in kinds and part not in FUNCTION
    return lemma, "" if undecided else _plain(part, kinds), kinds | {"not"} if negative else kinds


WHO = frozenset(("person", "source"))
"""Classes of nouns for somebody or something that can speak."""
_IRREGULAR = {"cannot": "can", "won't": "will", "can't": "can", "shan't": "shall", "ain't": "is"}


def _plain(part: str, kinds: frozenset[str]) -> str:
    """Return the part of a word of one part of speech; of an auxiliary, which of them it is."""
    if part == "verb" and "aux" in kinds:
        return next(k for k in ("be", "have", "do") if k in kinds)
    return "adj" if part == "weekday" else part


def _guessed(text: str, low: str, *, capital: bool) -> tuple[str, frozenset[str]]:
    """Return the part and classes of a word of no list, by its ending."""
    if capital:
        return "name", frozenset()
    if low.endswith("ly") and len(low) > len("ally"):
        return "adv", frozenset(("adv",))
    ending = "ed" if low.endswith("ed") and not low.endswith("eed") else "ing" if low.endswith("ing") else ""
    if ending and len(low) >= _SHORTEST[ending] and low.isalpha() and text.islower():
        return "", frozenset(("verb", "ing") if ending == "ing" else ("verb", "past", "participle"))
    plural_form = low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > len("its")
    return "noun", frozenset(("noun", "plural") if plural_form else ("noun",))


BE = {
    mark: replace(LEXICON["is"], text=mark, low="'s", kinds=LEXICON["is"].kinds | {"have"})
    for mark in ("'s", "’s", "'S", "’S")
}
"""What stands behind *it* or *there* is no possessive mark, but *is* or *has*."""
