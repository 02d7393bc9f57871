"""Quotations ──▶ differences: a sentence that sources cite in the same words but one: *a slow*, *a silent funeral*."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, product

from generator import edtf
from generator.lexicons import compiled, wordset
from generator.link.content_words import senses_of, stems_of
from generator.link.differences.card import Parts, Question, card, either_of, reading, speaker
from generator.link.differences.contrary import Word, words_of
from generator.link.differences.corpus import STORY_DAYS, Corpus
from generator.link.differences.facts import may_be_spelling
from generator.link.differences.marks import MARKED
from generator.model import Difference, Kind, Quote, Span, Verdict
from generator.text import LEXICON, stem
from generator.text.fold import letters
from generator.text.numbers import value_of
from generator.text.synonyms import near as near_to

FEWEST, MOST = 5, 40
"""Words of a sentence that is compared: fewer are a formula, and who goes on for longer cites no sentence."""
BRIEF = 6
"""Words from which a sentence needs no speaker whom both name."""
NEXT = 2
"""Words on both sides of one that is cited otherwise elsewhere, with which an article may have both."""
DENIED = 5
"""Words before one among which stands what denies it."""
LONG = 8
"""Words before a last noun that nobody says twice with two nouns, or on two days: *for our homes, for our sons*."""
AGAIN = 28
"""Days after which somebody may say nearly the same again, on another occasion."""
WHOLE, SEASON = 12, 92
"""Words that nobody says again with one other word within so many days, unless they are read out."""
_KEPT = 2048
"""Quotations of which the words are kept, some 4 kB each."""
_ENDS = re.compile(r"[.!?…\[\]]")  # of a sentence; what stands in brackets was put in
_PARTS = re.compile(r"[.!?…\[\],;:]")  # of what is shown of it
_MEANT = frozenset(("verb", "noun", "adj", "modal"))  # as soon as we knew, as soon as we could
_ARTICLES = frozenset(("the", "a", "an"))
_KINDS = frozenset(map(stem, wordset("synonyms-kinds")))  # what words have in common that mean two things
_AUXILIARY = frozenset(("be", "do", "have", "will", "number"))
_DATED = re.compile(r"(?i)\b(?:today|tonight|yesterday|tomorrow|now|this (?:morning|afternoon|evening|day|week))\b")
_RECALLED = compiled("said-before")
_TOLD = "Sources cite one sentence with the same words but for this."


def misquoted(corpus: Corpus) -> Iterator[Difference]:
    """Compare what sources cite of one speaker in the same words but one."""
    known = {u.id: u for u in corpus.briefing.utterances}
    for one in corpus.briefing.utterances:
        for other in (known[i] for i in one.contrary if i > one.id):
            for a, b in product(one.versions, other.versions):
                of = other_word(a, b)
                one_time = of and _of_one_time(corpus, a, b)
                if of and one_time and not _is_recount(corpus, a, b, of) and not _cites_both(corpus, (a, b), of):
                    yield _card(corpus, (a, b), of)


def but_one(quote: Quote) -> Iterator[tuple[str, ...]]:
    """Yield the sentences of a quotation in marks without each inner word or last verb."""
    for told, last in _sentences(quote):
        words = tuple(w.folded for w in told)
        yield from ((*words[:n], "", *words[n + 1 :]) for n in range(1, last))


def other_word(one: Quote, other: Quote) -> tuple[Span, Span] | None:
    """Return the words of meaning in which a sentence of two quotations differs, if nothing else does."""
    for there, last in _sentences(other):
        found = {}
        for here, end in _sentences(one):
            at = [n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a.folded != b.folded]
            if len(here) == len(there) and len(at) == 1 and 0 < at[0] < min(last, end):
                found[at[0]] = Span(*here[at[0]][1:]), Span(*there[at[0]][1:])
        for _, both in sorted(found.items()):
            if _is_another(*(_at(q, w) for q, w in zip((one, other), both, strict=True))):
                return both
    return None


def _sentences(quote: Quote) -> tuple[tuple[tuple[Word, ...], int], ...]:
    return _compared(quote.words.text, quote.words.span.start) if quote.kind in MARKED else ()


@lru_cache(maxsize=_KEPT)
def _compared(text: str, start: int) -> tuple[tuple[tuple[Word, ...], int], ...]:
    """Return the sentences that are long enough, each with the number of the words before which another may stand."""
    told, found = _words(text, start), []
    ends = [n for n, (a, b) in enumerate(pairwise(told), 1) if _ENDS.search(text, a.end - start, b.start - start)]
    for first, end in pairwise((0, *ends, len(told))):
        words = told[first:end]
        listed = any(LEXICON[w.folded].kinds & {"noun", "adj"} for w in words[-1:] if len(words) <= LONG)
        listed = listed and not _ARTICLES & {w.folded for w in words[-2:-1]}
        if FEWEST <= len(words) <= MOST:
            found.append((words, len(words) - listed))
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def _words(text: str, start: int) -> tuple[Word, ...]:
    return tuple(words_of(text, start))  # each quotation is compared with many


def _at(quote: Quote, word: Span) -> str:
    start = quote.words.span.start
    return quote.words.text[word.start - start : word.end - start]


def _is_another(*texts: str) -> bool:
    """Tell whether two words mean something, and none is a form, a spelling or nearly a synonym of the other one."""
    a, b = (LEXICON[text] for text in texts)
    values = [value_of(text.casefold()) for text in texts]
    if None not in values:
        return values[0] != values[1]
    meant = all(w.text.islower() and w.kinds & _MEANT and w.kinds.isdisjoint(_AUXILIARY) for w in (a, b))
    spelt = a.lemma == b.lemma or len({letters(t.replace("-", "")) for t in texts}) == 1 or may_be_spelling(*texts)
    near = len({senses_of(stems_of(text)) or text for text in texts}) == 1
    akin = ({a.stem, *near_to(a.stem)} & {b.stem, *near_to(b.stem)}) - _KINDS  # ship, boat
    modal = "modal" in a.kinds & b.kinds and ("must" in a.kinds) == ("must" in b.kinds)  # could, might
    return meant and not (spelt or near or akin or modal)


def _of_one_time(corpus: Corpus, one: Quote, other: Quote) -> bool:
    """Tell whether two quotations can be of one occasion: not *we lost them today*, on each of two days.

    Few words need one speaker whom both articles name; many are said once in a season.
    """
    a, b = one.article, other.article
    days, small = corpus.days_apart(a, b) or 0, corpus.is_small
    said = min(len(_words(q.words.text, q.words.span.start)) for q in (one, other))
    speakers = [speaker(corpus, q) for q in (one, other)]
    same = speakers[0] == speakers[1] != "" or (said >= BRIEF and "" in speakers)
    told = small or corpus.story(a) == corpus.story(b) is not None
    long = said > LONG or (said > BRIEF and small)
    recalled = small and (_recalls(corpus, one, b) or _recalls(corpus, other, a))
    again = days > (SEASON if said > WHOLE or recalled else AGAIN)
    near = corpus.of_one_subject(a, b) or corpus.of_one_news(a, b) or (small and 0 < days <= STORY_DAYS)
    once = (near and (same or said >= BRIEF)) or (long and told and same and not again)
    return a != b and once and not (days and any(_DATED.search(q.words.text) for q in (one, other)))


def _recalls(corpus: Corpus, quote: Quote, article: str) -> bool:
    """Tell whether a sentence looks back, or dates its quotation to the day of another article: *said on 3 May*."""
    line, day = corpus.line_of(quote), corpus.published(article)
    told = (d.value for d in line.dates if d.value and edtf.precision(d.value) == "day") if line and day else ()
    return any(d == day for d in told) or bool(line and _RECALLED.search(line.text))


def _is_recount(corpus: Corpus, one: Quote, other: Quote, words: tuple[Span, Span]) -> bool:
    """Tell whether a number is told again on a later day, when it may have become another: *three games in a row*."""
    numbers = all(value_of(_at(q, w).casefold()) is not None for q, w in zip((one, other), words, strict=True))
    return numbers and (corpus.days_apart(one.article, other.article) or 0) > 1


def _cites_both(corpus: Corpus, quotes: tuple[Quote, Quote], words: tuple[Span, Span]) -> bool:
    """Tell whether an article has the other one's words, too: *we will plant it*, and then *we will water it*."""
    for quote, other, word in zip(quotes, reversed(quotes), words, strict=True):
        told = _words(quote.words.text, quote.words.span.start)
        at = next(n for n, w in enumerate(told) if w.start == word.start)
        near = " ".join(w.folded for w in told[max(0, at - NEXT) : at + 1 + NEXT])
        if near in " ".join(w.folded for w in _words(corpus.article(other.article).text, 0)):
            return True
    return False


def _card(corpus: Corpus, quotes: tuple[Quote, Quote], words: tuple[Span, Span]) -> Difference:
    both = [*zip(quotes, words, strict=True)]
    cited = [(corpus.article(q.article).cite(word), _near(q, word)) for q, word in both]
    told = sorted(
        ((e.text, near, line.sentence) for e, near in cited if (line := corpus.line_of(e))), key=lambda t: t[0]
    )
    who = next(filter(None, (speaker(corpus, q) for q in quotes)), "")
    asked = f"What exactly {f'did {who} say' if who else 'was said'}, {either_of(*(near for _, near, _ in told))}?"
    question = Question(Kind.QUOTATION, Parts(asked=asked), Verdict.CONFLICT, _TOLD)
    return card(question, (reading(corpus, word, (sentence,)) for word, _, sentence in told))


def _near(quote: Quote, word: Span) -> str:
    """Return a word with those beside it, and with what denies it: ``nobody of mine ignored a warning``."""
    text, start = quote.words.text, quote.words.span.start
    before = _PARTS.split(text[: word.start - start])[-1].split()[-DENIED:]
    denied = (n for n, w in enumerate(before) if LEXICON[w.lower()].kinds & {"no", "not"})
    before = before[min(next(denied, len(before)), max(len(before) - NEXT, 0)) :]
    behind = _PARTS.split(text[word.end - start :])[0].split()[:NEXT]
    return " ".join((*before, _at(quote, word), *behind)).strip(",;")
