"""Words of another time: what somebody said long before the article that tells it."""

import re

from generator import edtf
from generator.model import Article, Date, Quote, Span, value_of
from generator.render.lookup import Lookup
from generator.text import Sentence, read_text

HALF_A_YEAR = 180
"""Days after which what somebody said is told as of another time."""
_YEARS = re.compile(r"-\d+[YE]")
_FROM = ("since", "from", "until", "for", "before", "after", "by", "of")
_LEADING = ("prep", "det", "adj", "adv")


def told_then(quote: Quote, lookup: Lookup) -> Date | None:
    """Return the date that puts words long before the article: ``In [2019] Lee said``, ``he wrote [four years ago]``.

    A writer who met somebody then (``In [2019] we met. “…,” he told me``) tells so in the sentence before.
    """
    article = lookup.articles[quote.article]
    at = article.sentence_at(quote.cue.span.start) if quote.cue else None
    if quote.cue is None or at is None:
        return None
    near = Span(article.sentences[max(at - 1, 0)].start, article.sentences[at].end)
    dates = (d for d in lookup.findings[article.id].dates if near.holds(d.span) and _is_old(d, article))
    old = [d for d in dates if not quote.words.span.meets(d.span)]
    sentence = lookup.grammar(quote.cue) if old else None  # which is dear, and seldom needed
    if sentence is None:
        return None
    cue, inside = sentence.within(quote.cue.span)[0], (d for d in old if sentence.span.holds(d.span))
    found = next((d for d in inside if _opens(sentence, d) or _is_beside(sentence, d, cue)), None)
    if found or not at:
        return found
    before = read_text(article).sentences[at - 1]
    met = {"me", "us"} & {w.low for w in sentence.words} and {"i", "we"} & {w.low for w in before.words}
    return next((d for d in old if met and before.span.holds(d.span) and _opens(before, d)), None)


def _is_old(date: Date, article: Article) -> bool:
    """Tell whether a date is a year ago by its words, or lies half a year before its article was published."""
    days = edtf.days_between(date.value or "", value_of(article.published) or "") or 0
    return date.kind == "date" and (days > HALF_A_YEAR or bool(_YEARS.match(date.offset or "")))


def _opens(sentence: Sentence, date: Date) -> bool:
    first = sentence.within(date.span)[0]
    return sentence.low(first - 1) not in _FROM and all(p in _LEADING for p in sentence.parts[sentence.story : first])


def _is_beside(sentence: Sentence, date: Date, cue: int) -> bool:
    """Tell whether a date behind a verb of speech stands in its clause: not ``said Lee, who founded it in 2010``."""
    first = sentence.within(date.span)[0]
    one, other = sentence.verb_of(cue), sentence.verb_of(first)
    parted = any(p in ("comma", "mark", "break", "quote") for p in sentence.parts[cue:first])
    return cue < first and one == other and not parted and sentence.low(first - 1) not in _FROM
