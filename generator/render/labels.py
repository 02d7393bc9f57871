"""A short label for each source: what it is cited by on every page, never cut, and distinct in the corpus."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.lexicons import wordset
from generator.model import Article, value_of
from generator.render.dates import readable
from generator.slug import numbered
from generator.text import Word
from generator.text.parts import parts_of
from generator.text.tokens import tokens
from generator.words import _

LETTERS = 28  # a label stays on one line of a phone, beside another one
WORDS = 3  # of a headline in a label, besides those that join them
NAMING, JOINING = ("noun", "name", "adj", "number"), ("genitive", "hyphen")
MARKS = ".,:;!?…–—-|"  # what a part of a headline ends at
SHARED = 0.25  # what a word that other headlines have, too, counts of what it would alone

_Run = tuple[tuple[str, ...], str]
"""Words of a headline that stand side by side: their stems, and their text."""


def labels_of(articles: Sequence[Article]) -> Mapping[str, str]:
    """Return a label by article: the editor's, or the publisher, or else the house or author, or words of the headline.

    One of several articles is told with the day of each, and with words of the headline where days are alike.
    The words are those that fewest other headlines have; labels that are still alike get a number.
    """
    authors = {a.id: _("by {name}").format(name=name) if (name := value_of(a.byline)) else "" for a in articles}
    by = {a.id: (value_of(a.publisher) or value_of(a.house), authors[a.id]) for a in articles}
    publishers = {a: (p or (w if len(w) <= LETTERS else "")).removeprefix("www.") for a, (p, w) in by.items()}
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


def _telling(article: Article, runs: Sequence[_Run], holders: Mapping[str, int], count: int) -> str:
    """Return the two or three words of a headline that tell it best from the others, or how it begins."""

    def weight(run: _Run) -> float:
        return math.fsum(  # exact, so that the order of a set doesn't decide
            math.log(1 + count / holders[stem]) * (1 if holders[stem] == 1 else SHARED) for stem in set(run[0])
        )

    fitting = [run for run in runs if len(run[1]) <= LETTERS]
    if not fitting:
        return _begun(article) or _short((value_of(article.title) or "").strip() or article.path.rsplit("/", 1)[-1])
    several = [run for run in fitting if " " in run[1]]
    stems, best = max(several or fitting, key=weight)
    return best if several or holders[stems[0]] == 1 else _begun(article) or best  # "harbour" where all are on it


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
    """Yield the runs of a few words of a headline, or of the first sentence, that name something: *dam collapse*.

    They end in a noun and hold no verb, in whose form a headline has many: *Storm closes*.
    """
    opening = article.opening or next(map(article.cite, article.sentences), None)
    text = value_of(article.title) or (opening.text if opening else "")
    starts, ends, words = tokens(text, 0, len(text))
    letters = [w for w in words if w.shape == "word"]
    parts = parts_of(words, plain=2 * sum(w.capital for w in letters) > len(letters))
    acts = [i > 0 and _acts(words[i], words[i - 1], parts[i - 1]) for i in range(len(words))]
    for i, part in enumerate(parts):
        within = i > 0 and parts[i - 1] in NAMING and not acts[i - 1]  # "fund Varda" of "Pension fund Varda"
        within = within or text[max(starts[i] - 1, 0)] in "$£€¥"  # "1.7 billion approach"
        for last in range(i, min(i + 2 * WORDS, len(words)) if part in NAMING and not within else i):
            of = words[last].low == "of" or (parts[last] == "det" and words[last - 1].low == "of")
            of = of or (
                words[last].low == "and" and [*parts[last - 1 : last], *parts[last + 1 : last + 2]] == ["name"] * 2
            )
            if acts[last] or not (of or parts[last] in (*NAMING, *JOINING)):
                break
            named = [w for w, p in zip(words[i:], parts[i : last + 1], strict=False) if p in NAMING]
            whole = (
                parts[last] in ("noun", "name")
                and words[last].shape == "word"
                and words[last].low not in wordset("quotes-times")
            )
            if whole and len(named) <= WORDS:
                yield tuple(w.stem for w in named), text[starts[i] : ends[last]]


def _acts(word: Word, before: Word, part: str) -> bool:
    """Tell whether a noun behind another one is rather the verb of a headline: *Storm closes*, *importers fear*."""
    own = word.low.endswith("s") and "also-noun" not in word.kinds
    return "verb" in word.kinds and part in ("noun", "name") and (own or before.low.endswith("s"))


def _short(text: str) -> str:
    """Return a text on one line, or as many of its first words as a label holds."""
    line = " ".join(text.split())
    return line if len(line) <= 2 * LETTERS else line[: 2 * LETTERS].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
