"""The place of an article's page where some words stand, and what is shown of it."""

from bisect import bisect_right

from generator.model import Article, Evidence, Span
from generator.text import read_text

EXCERPT_LETTERS = 320  # about three lines; two of three news sentences are shorter
LEAD_LETTERS = 80  # of a long sentence before the words in question


def place_of(article: Article, offset: int) -> tuple[str, Span]:
    """Return the anchor of the sentence that holds a character, or of the removed part or other block, and its span."""
    number = article.sentence_at(offset)
    if number is not None:
        return f"s{number + 1}", article.sentences[number]
    blocks = article.blocks
    at = max(bisect_right(blocks, offset, key=lambda b: b.span.start) - 1, 0)
    return f"b{at + 1}", blocks[at].span


def where(article: Article, offset: int) -> tuple[str, str]:
    """Return the page below ``docs/`` and the anchor there of a character of an article.

    Sentences and removed parts have an anchor; of anything else it is empty.
    """
    place, _ = place_of(article, offset)
    anchored = place.startswith("s") or article.blocks[int(place[1:]) - 1].kind == "removed"
    return f"articles/{article.id}.md", place if anchored else ""


def whole_sentence(article: Article, words: Span) -> Evidence:
    """Return the whole sentence, or sentences, in which words stand; outside of sentences the words themselves."""
    first, last = article.sentence_at(words.start), article.sentence_at(words.end - 1)
    start = words.start if first is None else article.sentences[first].start
    end = words.end if last is None else article.sentences[last].end
    return article.cite(Span(start, max(end, words.end)))


def told_sentence(article: Article, words: Span) -> Evidence:
    """Return the whole sentence in which words stand, without its dateline unless they stand there."""
    whole = whole_sentence(article, words)
    told = undated(article, whole.span)
    return whole if whole.span.start < words.start < told.start else article.cite(told)


def undated(article: Article, sentence: Span) -> Span:
    """Return a sentence without the dateline before it."""
    at = article.sentence_at(sentence.start)
    start = read_text(article).begun(at) if at is not None else sentence.start
    return Span(start, sentence.end) if sentence.start < start < sentence.end else sentence


def window(article: Article, sentence: Span, words: Span) -> Evidence:
    """Return a sentence, or where it is long a part of it that holds the words, or begins with them, cut at words."""
    if sentence.end - sentence.start <= EXCERPT_LETTERS:
        return article.cite(sentence)
    start = sentence.start
    if words.end - start > EXCERPT_LETTERS - LEAD_LETTERS:
        space = article.text.find(" ", max(words.start - LEAD_LETTERS, 0), words.start)
        start = max(start, words.start if space < 0 else space + 1)
    end = min(start + EXCERPT_LETTERS, sentence.end)
    cut_at = article.text.rfind(" ", min(words.end, end), end) if end < sentence.end else end
    return article.cite(Span(start, cut_at if cut_at > start else end))
