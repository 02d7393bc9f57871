"""The language of the text, by its most frequent small words, and whether the word lists know it."""

import re
from collections import Counter
from itertools import groupby
from operator import itemgetter
from unicodedata import name

from babel import Locale

from generator.lexicons import mapping, table
from generator.model import Article, Field, Inferred, Unknown

FEWEST = 8  # small words; with fewer, a quoted foreign phrase could decide
AHEAD = 1.3  # times the next language's; close relatives (es and pt, da and no) share a third of their small words
_READ = 5_000  # characters; a longer text isn't clearer

_WORD = re.compile(r"[^\W\d_]{1,20}")

# Scripts, by the first word of their letters' names in Unicode, that (nearly) one language of the news writes.
_SCRIPTS = mapping("clean-scripts")
_OF_ARABIC = {"ur": "ٹڈڑے", "fa": "پچژگ"}  # letters that only some of the languages have that are written with them
_SHARE = 0.2  # of the letters; Japanese has at least a fifth of kana among its letters


def language(article: Article) -> Field[str]:
    """Return the ISO 639-1 code of the language that most small words of the shown text belong to."""
    shown = _shown(article)
    return _by_script(shown) or _by_words(shown)


_SMALL_WORDS = {code: frozenset(listed.split()) for code, listed in table("clean-stopwords")}
READ = "en"  # the language of the word lists
LONG = 40  # words; of a shorter text too few are small ones to tell that it isn't English
ENGLISH = 0.15  # of the words are small English ones; in English text .25 to .45, in other languages up to .06


def unread(article: Article) -> str:
    """Return why an article's words can't be read, in plain words; empty where they can: it is in English.

    One that an editor only cites isn't read either. A text whose language can't be told is read if it is short, or
    has the small words of English.
    """
    if article.cited_only:
        return "the editor only cites the article"
    if not isinstance(article.language, Unknown):
        code = article.language.value
        return "" if code == READ else f"the article is in {Locale(READ).languages.get(code, f'the language {code}')}"
    words = _WORD.findall(_shown(article).lower())
    english = sum(word in _SMALL_WORDS[READ] for word in words)
    return (
        "" if len(words) < LONG or english > len(words) * ENGLISH else "the article is in a language that isn't known"
    )


def _shown(article: Article) -> str:
    return " ".join(article.text[b.span.start : b.span.end] for b in article.blocks if b.kind != "removed")[:_READ]


def _by_script(text: str) -> Inferred[str] | None:
    if text.isascii():
        return None
    letters = Counter({c: n for c, n in Counter(text).items() if c.isalpha()})
    foreign = ((_SCRIPTS.get(name(c, "").split(" ")[0], ""), n) for c, n in letters.items() if not c.isascii())
    counted = {code: sum(n for _, n in same) for code, same in groupby(sorted(foreign), key=itemgetter(0))}
    told = (code for code in _SCRIPTS.values() if counted.get(code, 0) > letters.total() * _SHARE)
    code = next(told, "") if letters.total() >= FEWEST else ""
    if code == "ar":
        code = next((other for other, own in _OF_ARABIC.items() if set(own) & set(text)), code)
    return Inferred(code, "the letters that it is written in") if code else None


def _by_words(text: str) -> Field[str]:
    counts = Counter(_WORD.findall(text.lower()))
    votes = {code: sum(n for word, n in counts.items() if word in small) for code, small in _SMALL_WORDS.items()}
    (code, most), (other, next_most) = sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:2]
    if most < FEWEST:
        return Unknown("the text is too short to tell its language")
    if next_most and most < next_most * AHEAD:
        return Unknown(f"its small words fit {code} and {other} alike")
    return Inferred(code, f"{most} of its small words belong to that language")
