"""A short label for each source: what it is cited by on every page, never cut, and distinct in the corpus."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Article, value_of
from generator.render.dates import readable
from generator.slug import numbered
from generator.text.tokens import tokens

LETTERS = 28  # a label stays on one line of a phone, beside another one
WORDS = 3  # of a headline in a label
MARKS = ".,:;!?…–—-|"  # what a part of a headline ends at
SHARED = 0.25  # what a word that other headlines have, too, counts of what it would alone


_Run = tuple[tuple[str, ...], str]
"""Words of a headline that stand side by side: their stems, and their text."""


def labels_of(articles: Sequence[Article]) -> Mapping[str, str]:
    """Return a label by article: the editor's, or the publisher, or else the author, or words of the headline.

    One of several articles is told with the day of each, and with words of the headline where days are alike.
    The words are those that fewest other headlines have; labels that are still alike get a number.
    """
    publishers = {a.id: (value_of(a.publisher) or _author(a)).removeprefix("www.") for a in articles}
    days = {a.id: (publishers[a.id], value_of(a.published) or "") for a in articles}
    counts, dated = Counter(publishers.values()), Counter(days.values())
    runs = {a.id: tuple(_runs(a)) for a in articles if not publishers[a.id] or dated[days[a.id]] > 1}
    holders = Counter(stem for found in runs.values() for stem in {s for stems, _ in found for s in stems})
    labels = {}
    for article in articles:
        publisher, published = days[article.id]
        parts = [_short(publisher)] if publisher else []
        if article.id in runs:
            parts.append(_telling(article, runs[article.id], holders, len(runs)))
        elif counts[publisher] > 1:
            parts.append(readable(published or None))
        labels[article.id] = article.short or ", ".join(parts)
    return dict(zip(labels, numbered(labels.values(), "{} ({})"), strict=True))


def _author(article: Article) -> str:
    """Return who wrote an article, if that fits a label."""
    byline = value_of(article.byline) or ""
    return byline if len(byline) <= LETTERS else ""


def _telling(article: Article, runs: Sequence[_Run], holders: Mapping[str, int], count: int) -> str:
    """Return the two or three words of a headline that tell it best from the others, or how it begins."""

    def weight(run: _Run) -> float:
        return math.fsum(  # exact, so that the order of a set doesn't decide
            math.log(1 + count / holders[stem]) * (1 if holders[stem] == 1 else SHARED) for stem in set(run[0])
        )

    fitting = [run for run in runs if len(run[1]) <= LETTERS]
    if not fitting:
        return _short(" ".join((value_of(article.title) or "").split()) or article.path.rsplit("/", 1)[-1])
    best = max(fitting, key=weight)[1]
    return best if " " in best else _begun(article) or best  # "know" of "What I would like to know" tells nothing


def _begun(article: Article) -> str:
    """Return the words at the beginning of a headline, up to its first mark, that fit and don't end in grammar."""
    text = value_of(article.title) or ""
    starts, ends, words = tokens(text, 0, len(text))
    first = next((i for i, word in enumerate(words) if word.shape == "word"), len(words))
    last = next((i for i in range(first, len(words)) if words[i].text in MARKS), len(words))
    while last > first and (ends[last - 1] - starts[first] > LETTERS or words[last - 1].closed):
        last -= 1
    return text[starts[first] : ends[last - 1]] if last > first + 1 else ""


def _runs(article: Article) -> Iterator[_Run]:
    """Yield the runs of one to three words of a headline, or of the first sentence, without grammar and marks."""
    opening = article.opening or next(map(article.cite, article.sentences), None)
    text = value_of(article.title) or (opening.text if opening else "")
    starts, ends, words = tokens(text, 0, len(text))
    for i in range(len(words)):
        for end in range(i + 1, min(i + WORDS, len(words)) + 1):
            last = words[end - 1]
            if last.shape != "word" or last.closed or (end - 1 > i and starts[end - 1] - ends[end - 2] != 1):
                break
            yield tuple(w.stem for w in words[i:end]), text[starts[i] : ends[end - 1]]


def _short(text: str) -> str:
    """Return a text on one line, or as many of its first words as a label holds."""
    line = " ".join(text.split())
    return line if len(line) <= 2 * LETTERS else line[: 2 * LETTERS].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
