"""Words in quotation marks here that stand in another source without them: reported, or as its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from generator.cache import remembered
from generator.link.content_words import placed, senses_of, stems_of
from generator.link.differences.card import Parts, Question, card, reading, speaker
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.marks import MARKED, SIDES, has_link, is_phrase, is_unmarked, plain, topic
from generator.model import Article, Difference, Evidence, Findings, Kind, Quote, Span, Verdict
from generator.text.fold import letters

FEWEST = 3
"""Words of meaning, names aside, from which some words are more than a name: *oppose the new toll*."""
LONGEST = 60
"""Words of meaning of a quotation that is looked for; of a longer one the others give a part."""
PHRASE = 5
"""Words, the small ones too, that must be the same where no speaker shows that the words are the same."""
SENTENCE = 7
"""Words of meaning from which words are no term, even without a small word such as *by* or *is* between them."""
COMMON = 40
"""Quotations that begin with the same three words of meaning; more are a formula, and the work stays linear."""
AGAIN = 5
"""Places in one article that have the same words; it quotes them if one stands in quotation marks."""

_RUNNING = ("paragraph", "item", "caption")
_TOLD = "The same words stand in quotation marks in one source and without them in another."


class _Fragment(NamedTuple):
    """A marked quotation; ``speaker`` is comparable: an entity's id, or folded words, or nothing."""

    quote: Quote
    senses: tuple[str, ...]
    speaker: str


def fragments(corpus: Corpus) -> Iterator[Difference]:
    """Compare each marked quotation with the same words in the running text of the other articles."""
    wanted = _wanted(corpus)
    for found in corpus.findings.values():
        again: defaultdict[tuple[str, Span], list[Evidence]] = defaultdict(list)
        first: dict[tuple[str, Span], _Fragment] = {}
        for fragment, span in _recurring(found, wanted):
            key = fragment.quote.article, fragment.quote.span
            if fragment.quote.article != found.article.id and len(again[key]) < AGAIN:
                first[key] = fragment
                again[key].append(found.article.cite(span))
        for key, fragment in first.items():
            yield from _compared(corpus, fragment, again[key])


def _compared(corpus: Corpus, fragment: _Fragment, again: list[Evidence]) -> Iterator[Difference]:
    """Yield the cards of a quotation and of the places in another article that have the same words."""
    places = [(line, words) for words in again if (line := corpus.line_of(words))]
    if not all(is_unmarked(corpus, words) for words in again):
        return
    sides = ((line, _side(corpus, fragment, line, words)) for line, words in places)
    line, side = next((found for found in sides if found[1]), (None, ""))
    if line:
        parts = Parts(who=speaker(corpus, fragment.quote), what=topic(corpus, fragment.quote))
        question = Question(Kind.QUOTATION, parts, Verdict.WORDING, _TOLD)
        marked = corpus.article(fragment.quote.article).cite(fragment.quote.span)
        told = {SIDES.marked: marked, side: line.sentence}
        yield card(question, (reading(corpus, name, (e,)) for name, e in told.items()))


def _wanted(corpus: Corpus) -> dict[tuple[str, ...], list[_Fragment]]:
    """Return the quotations worth looking for by their first words of meaning."""
    wanted: defaultdict[tuple[str, ...], list[_Fragment]] = defaultdict(list)
    for found in corpus.findings.values():
        for quote in found.quotes:
            senses = senses_of(stems_of(quote.words.text)) if quote.kind in MARKED else ()
            is_distinct = not quote.negative and _own(corpus, quote.words) >= FEWEST and is_phrase(corpus, quote)
            if FEWEST <= len(senses) <= LONGEST and is_distinct:
                wanted[senses[:FEWEST]].append(_Fragment(quote, senses, _speaker(corpus, quote)))
    return {first: found for first, found in wanted.items() if len(found) <= COMMON}


def _own(corpus: Corpus, text: Evidence) -> int:
    """Return how many words of meaning belong to no name: a title has capitals."""
    names = [n.span for n, _ in corpus.index.within(text.article, text.span)]
    found = [s for _, s in placed(text.text, text.span.start)]
    small = (s for s in found if s is found[0] or text.text[s.start - text.span.start].islower())
    return sum(not any(s.meets(n) for n in names) for s in small)


def _speaker(corpus: Corpus, quote: Quote) -> str:
    if quote.speaker is None:
        return ""
    entity = corpus.index.named(quote.speaker)
    return corpus.one_named(entity).id if entity else letters(quote.speaker.text)


def _recurring(found: Findings, wanted: dict[tuple[str, ...], list[_Fragment]]) -> Iterator[tuple[_Fragment, Span]]:
    """Yield the quotations whose words of meaning follow each other in a sentence, and where."""
    article, memory = found.article, remembered()
    sentences = [s for b in article.blocks if b.kind in _RUNNING for s in b.sentences]
    read = partial(_senses, article, sentences)
    for sentence, row in zip(sentences, memory.kept("senses", memory.digest(found), read, list[str]), strict=True):
        senses = tuple(row.split(" "))
        for i in range(len(senses) - FEWEST + 1):
            for fragment in wanted.get(senses[i : i + FEWEST], ()):
                end = i + len(fragment.senses)
                if senses[i:end] == fragment.senses:
                    told = placed(article.text[sentence.start : sentence.end], sentence.start)
                    yield fragment, Span(told[i][1].start, told[end - 1][1].end)


def _senses(article: Article, sentences: Iterable[Span]) -> list[str]:
    return [" ".join(senses_of([s for s, _ in placed(article.text[n.start : n.end])])) for n in sentences]


def _side(corpus: Corpus, fragment: _Fragment, line: Line, again: Evidence) -> str:
    """Return how an article of the same days gives some words without marks; nothing where it is no matter."""
    if not corpus.same_time(fragment.quote.article, again.article):
        return ""
    speakers = [
        _speaker(corpus, q) for q in corpus.quotes_in(line) if q.kind == "reported" and q.words.span.meets(again.span)
    ]
    if fragment.speaker and fragment.speaker in (*speakers, *(corpus.one_named(e).id for _, e in line.names)):
        same = stems_of(fragment.quote.words.text) == stems_of(again.text)
        return SIDES.reported if same else SIDES.otherwise
    if (fragment.speaker and any(speakers)) or not _is_copied(fragment.quote, again):
        return ""  # somebody else's words, or other words
    return SIDES.reported if speakers else SIDES.own


def _is_copied(quote: Quote, again: Evidence) -> bool:
    """Tell whether all words are the same, the small ones too, and are no term of the law or the trade."""
    spans = [span for _, span in placed(quote.words.text)]
    told = plain(quote.words.text[spans[0].start : spans[-1].end])
    return told == plain(again.text) and len(told) >= PHRASE and (has_link(told) or len(spans) >= SENTENCE)
