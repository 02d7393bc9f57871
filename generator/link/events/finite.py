"""Words ──▶ the same words with their verbs told apart: finite, in a verb group, participle, gerund."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.link.events.verbs import Form, nouns, speech
from generator.link.events.words import cut, retagged

if TYPE_CHECKING:
    from generator.link.events.words import Word
    from generator.model import Date, Name, Span

_PRESENT = re.compile(r"[a-z]{2,40}s")  # "which lasts"


def read(text: str, sentence: Span, names: tuple[Name, ...], dates: tuple[Date, ...]) -> tuple[Word, ...]:
    """Return the words of a sentence with their parts; names and dates are those inside it, in text order."""
    return with_finite_verbs(cut(text, sentence, names, dates))


_AUXILIARY = frozenset(("be", "have", "do", "will", "modal"))
_SUBJECT = frozenset(("name", "noun", "pron", "number", "close", "date", "quote"))
_OBJECT = frozenset(("name", "det", "poss", "pron", "number"))
_BEFORE_NOUN = frozenset(("det", "poss", "genitive", "noun", "number"))
_ATTRIBUTE = frozenset(("det", "poss", "prep"))


def with_finite_verbs(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Decide, from left to right, which words are finite verbs and which belong to their group."""
    done: list[Word] = []
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else None
        done.append(_decided(word, done, following))
    return _demoted(tuple(done))


def _decided(word: Word, before: list[Word], following: Word | None) -> Word:
    last = _last(before)
    if word.part in _AUXILIARY or word.part in ("been", "being", "bare"):
        return retagged(word, _auxiliary(word, before, last), word.form)
    if word.part in ("that", "genitive"):
        return retagged(word, _that(last, following) if word.part == "that" else _ending(word, last))
    if last is not None and last.part == "rel" and _PRESENT.fullmatch(word.text):
        return retagged(word, "verb", word.form or Form(word.low[:-1], frozenset(("present",))))
    if word.part or word.form is None:
        return word
    if "adverb" in word.form.parts:
        return retagged(word, "adv")
    return retagged(word, _alone(word, word.form.parts, before, following), word.form)


def _ending(word: Word, last: Word | None) -> str:
    """Tell the *is* of ``he's`` and ``who's`` from a genitive."""
    return "verb" if word.low == "'s" and last is not None and last.part in ("pron", "rel", "that") else "genitive"


def _that(last: Word | None, following: Word | None) -> str:
    """Tell ``at that visit`` and ``the storm that hit`` from ``said that``."""
    if last is not None and last.part in ("prep", "to"):
        return "det"
    verb = following is not None and (
        following.part in _AUXILIARY or bool(following.form and following.form.parts & _FINITE)
    )
    return "rel" if verb and last is not None and last.part in ("noun", "name") else "that"


def _auxiliary(word: Word, before: list[Word], last: Word | None) -> str:
    group = _in_group(before, last)
    if word.part in _AUXILIARY:
        return "in-verb" if group else "verb"
    return "in-verb" if group or word.part == "bare" else "gerund"


def _in_group(before: list[Word], last: Word | None) -> bool:
    return last is not None and last.part in ("verb", "in-verb") and _open_group(before)


def _open_group(before: list[Word]) -> bool:
    """Tell whether a verb group still waits for its head: it ends in an auxiliary, adverbs aside."""
    for word in reversed(before):
        if word.part in ("adv", "not"):
            continue
        return word.form is None and word.part in ("verb", "in-verb")
    return False


def _alone(word: Word, parts: frozenset[str], before: list[Word], following: Word | None) -> str:
    """Return the part of a verb form that no auxiliary goes before."""
    last = _last(before)
    if _in_group(before, last) and parts & {"participle", "base", "gerund", "past"}:
        return "in-verb"
    past = "past" in parts and _can_be_past(parts, before, last, following)
    if past or ("present" in parts and _can_be_present(word, last, following)):
        return "verb"
    if "gerund" in parts:
        return "gerund"
    if parts & {"participle", "past"}:
        return "participle"
    return "base" if "base" in parts and last is not None and last.part == "to" else "noun"


def _can_be_past(parts: frozenset[str], before: list[Word], last: Word | None, following: Word | None) -> bool:
    if last is None or last.part in _ATTRIBUTE or (following is not None and following.low == "by"):
        return False
    if "base" in parts and last.part == "to":
        return False
    if last.part in ("comma", "break", "open"):
        finite = any(w.part == "verb" for w in before)
        sure = "participle" not in parts or _closes_aside(before)
        return sure or (finite and following is not None and following.part in _OBJECT)
    if last.part == "conj":
        return any(w.part == "verb" for w in before)
    noun = last.part == "gerund" and len(before) > 1 and before[-2].part in _BEFORE_NOUN  # "the first filling ended"
    return noun or last.part in _SUBJECT or last.part in ("rel", "that")


def _closes_aside(before: list[Word]) -> bool:
    """Tell whether the last comma ends an aside: ``The talks, held in Bern, ended``; ``Lam, who met Xi, said``."""
    commas = [i for i, w in enumerate(before[:-1]) if w.part == "comma"]
    if not commas:
        return False
    opens = before[commas[-1] + 1].part
    leads = before[0].part in ("prep", "date", "adv", "sub", "gerund")
    named = opens in ("noun", "det", "name") and len(commas) > leads
    return named or opens in ("rel", "participle", "gerund")


def _can_be_present(word: Word, last: Word | None, following: Word | None) -> bool:
    """Tell a verb in -s from a plural: a name or pronoun before it, an object or a preposition after it."""
    if last is None or following is None or (speaks(word) and last.part in _SUBJECT):
        return last is not None
    if word.low in nouns():
        return last.part in ("pron", "rel") or (last.part == "name" and following.part in ("name", "det", "poss"))
    after = (
        following.part in _OBJECT or following.low == "as" or following.part in ("prep", "to", "date", "that", "noun")
    )
    return last.part in ("name", "pron", "rel", "comma", "close", "noun") and after


def _last(before: list[Word]) -> Word | None:
    return next((w for w in reversed(before) if w.part not in ("adv", "not")), None)


def _demoted(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Turn a past form into a participle where another finite verb follows with nothing between to part the two."""
    out = list(words)
    pending: int | None = None
    for i, word in enumerate(words):
        if word.part in ("comma", "break", "conj", "sub", "rel", "that", "quote") and not between(words, i):
            pending = None
        elif word.part == "verb":
            if pending is not None:
                out[pending] = retagged(words[pending], "participle", words[pending].form)
            ambiguous = word.form is not None and word.form.parts & _AMBIGUOUS and not speaks(word)
            pending = i if ambiguous else None
    return tuple(out)


def between(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether an *and* belongs to a *between* before it: ``the border between A and B``."""
    return words[i].part == "conj" and any(w.low == "between" for w in words[max(0, i - 6) : i])


_FINITE = frozenset(("past", "present"))
_AMBIGUOUS = frozenset(("participle", "present"))


def speaks(word: Word) -> bool:
    """Tell whether a verb may be followed by what somebody says."""
    return word.base in speech()
