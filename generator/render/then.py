"""Words of another time: what somebody said long before the article that tells it."""

import re

from generator import edtf
from generator.model import Article, Date, Quote, value_of
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
    sentence = lookup.grammar(quote.cue) if quote.cue else None
    if quote.cue is None or sentence is None:
        return None
    article, cue = lookup.articles[quote.article], sentence.within(quote.cue.span)[0]
    dates = [d for d in lookup.findings[quote.article].dates if not quote.words.span.meets(d.span)]
    near = (d for d in dates if sentence.span.holds(d.span) and _is_old(d, article))
    found = next((d for d in near if _opens(sentence, d) or _is_beside(sentence, d, cue)), None)
    at = article.sentence_at(sentence.span.start)
    if found or not at:
        return found
    before = read_text(article).sentences[at - 1]
    met = {"me", "us"} & {w.low for w in sentence.words} and {"i", "we"} & {w.low for w in before.words}
    inside = [d for d in dates if before.span.holds(d.span)]
    return next((d for d in inside if _is_old(d, article) and _opens(before, d)), None) if met else None


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
