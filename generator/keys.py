"""What is shown ──▶ the key that an editor names it by: its words, and a hash of them in their sentence.

A key holds no position, path or value that was worked out. So it stays the same while articles come and go, files are
renamed, other sentences change and rules improve; only another wording of its own sentence makes another key.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping

from generator.model import Article, Briefing, Event, Evidence, Figure, Quote
from generator.slug import slug

HASH_BYTES = 8  # a million claims meet by chance once in 37 million corpora
MARK_DIGITS = 10  # of a key: a thousand corrections of a million things hit a wrong one once in a thousand corpora
WORDS = 40  # letters of the words in a key: enough to know it again

_MARK = re.compile(rf"(?<=-)[0-9a-f]{{{MARK_DIGITS}}}\Z")  # the-tunnel-opened-1a2b3c4d5e
_QUOTE_MARKS = re.compile(r"""["'`´“”„‟«»‹›‘’‚‛′″]+""")  # “so”, «so», 'so', ``so'': one mark for all


def normal(text: str) -> str:
    """Return a text as claims are compared: NFKC, without case, with one kind of white space and quotation mark."""
    return " ".join(_QUOTE_MARKS.sub("'", unicodedata.normalize("NFKC", text)).casefold().split())


def hashed(*parts: str) -> str:
    """Return the hash of some texts in their order, in hexadecimal digits."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).hexdigest()


def content_of(article: Article) -> str:
    """Return the hash of an article's content, whatever its file's name and line endings."""
    return hashed(" ".join(article.text.split()))


def mark_of(key: str) -> str:
    """Return what tells two keys apart: the hash at the end, or all of an id that has none."""
    found = _MARK.search(key)
    return found[0] if found else key


def quote_key(quote: Quote, articles: Mapping[str, Article]) -> str:
    """Return the key of a quotation or reported statement."""
    return _key("quote", quote.words.text, quote.words.text, articles[quote.article], quote.words)


def figure_key(figure: Figure, articles: Mapping[str, Article]) -> str:
    """Return the key of a figure."""
    article = articles[figure.article]
    shown = f"{figure.text} {figure.measure.text}" if figure.measure else figure.text
    return _key("figure", shown, figure.text, article, figure)


def event_keys(event: Event, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Return the keys of an event, one for each sentence that tells it; that of the headline comes first.

    Two happenings of one sentence are told apart by the words of their dates.
    """
    return tuple(dict.fromkeys(key for _, key in told_keys(event, articles)))


def told_keys(event: Event, articles: Mapping[str, Article]) -> tuple[tuple[Evidence, str], ...]:
    """Return each sentence that tells an event with its key, that of the headline first."""
    first = next((e for e in event.evidence if _holds(e, event.headline)), event.headline)
    others = (e for e in event.evidence if e is not first)
    return tuple((e, _telling(event, e, articles[e.article])) for e in (first, *others))


def keyed(briefing: Briefing) -> Iterator[tuple[str, str, object]]:
    """Yield the kind, a key and the record of each event, quotation, figure and difference."""
    articles = {a.id: a for a in briefing.articles}
    yield from (("event", key, e) for e in briefing.events for key in event_keys(e, articles))
    yield from (("quote", quote_key(v, articles), v) for u in briefing.utterances for v in u.versions)
    yield from (("figure", figure_key(x, articles), x) for f in briefing.findings for x in f.figures)
    yield from (("difference", d.id, d) for d in briefing.differences)


def _telling(event: Event, sentence: Evidence, article: Article) -> str:
    words = event.headline if _holds(sentence, event.headline) else sentence
    dates = {d.span: d.text for d in event.dates if _holds(sentence, d)}
    return _key("event", words.text, " ".join(text for _, text in sorted(dates.items())), article, sentence)


def _holds(sentence: Evidence, words: Evidence) -> bool:
    return sentence.article == words.article and sentence.span.holds(words.span)


def _key(kind: str, shown: str, words: str, article: Article, place: Evidence) -> str:
    sentence = article.whole(place.span)
    mark = hashed(kind, normal(words), normal(article.text[sentence.start : sentence.end]))[:MARK_DIGITS]
    return f"{slug(shown, WORDS)}-{mark}"
