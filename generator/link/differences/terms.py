"""One thing under two names made of the same words: *partnership of cooperation*, *cooperative partnership*."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from generator.link.differences.card import Question, card, reading
from generator.link.differences.roots import is_derived, root_of, singular
from generator.link.sayings import stopwords
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.link.differences.corpus import Corpus
    from generator.model import Article, Difference, Evidence, Findings

FEWEST, MOST = 3, 6
"""Words of meaning of a term: shorter ones are made of the same words by chance, longer ones are sentences."""
NAMED = 2
"""Things that both paragraphs must name (or all that one of them names), so that the term is of the same thing."""
COMMON = 8
"""Ways of saying a term; more are a common noun with its adjectives."""
LOOKED_AT = 12
"""Places of each term whose paragraphs are compared."""

_KINDS = ("agreement", "work")
_QUOTED = ("quotation", "fragment", "scare", "title", "echo")
_RUNNING = ("paragraph", "item", "caption", "definition")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,4}")  # partnership, high-level, country’s
_BETWEEN = re.compile(r"\s{1,3}(?:(?:of|for|in)\s{1,3})?(?:the\s{1,3})?")  # of the, for
Key = tuple[str, ...]
Forms = dict[Key, list["Evidence"]]


def terms(corpus: Corpus) -> Iterator[Difference]:
    """Compare the terms of meaning, then the names of agreements and works, that are made of the same words."""
    for _, forms in sorted(_told(corpus).items()):
        yield from _compared(corpus, forms, order=False)
    for _, forms in sorted(_named(corpus).items()):
        yield from _compared(corpus, forms, order=True)


def _compared(corpus: Corpus, forms: Forms, *, order: bool) -> Iterator[Difference]:
    if len(forms) > COMMON:
        return
    for one, other in combinations(sorted(forms), 2):
        where = [{e.article for e in forms[f]} for f in (one, other)]
        if where[0] & where[1] or not _differ(one, other, order=order):
            continue
        if any(
            _same_thing(corpus, a, b, order=order) for a in forms[one][:LOOKED_AT] for b in forms[other][:LOOKED_AT]
        ):
            yield _card(corpus, forms[one], forms[other])


def _differ(one: Key, other: Key, *, order: bool) -> bool:
    """Tell whether two terms of the same roots have another word for one of them, or, for names, another order."""
    a, b = (sorted(f, key=lambda w: (root_of(w), singular(w))) for f in (one, other))
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if singular(x) != singular(y)]
    if not pairs:
        return order and [singular(w) for w in one] != [singular(w) for w in other]
    if any(w in (one[0], other[0]) and not is_derived(w) for pair in pairs for w in pair):
        return False  # a verb: to protect the bears, the protection of the bears
    return all(is_derived(x) or is_derived(y) for x, y in pairs)


def _same_thing(corpus: Corpus, one: Evidence, other: Evidence, *, order: bool) -> bool:
    """Tell whether two terms are used of the same: names by reports of the same days, terms by what stands around."""
    if order:
        return corpus.same_time(one.article, other.article)
    a, b = _around(corpus, one), _around(corpus, other)
    return len(a & b) >= min(NAMED, len(a), len(b)) > 0


def _around(corpus: Corpus, text: Evidence) -> frozenset[str]:
    """Return what the paragraph of some words names."""
    block = corpus.article(text.article).block_at(text.span.start)
    return frozenset(corpus.index.ids(text.article, block.span)) if block else frozenset()


def _card(corpus: Corpus, one: Sequence[Evidence], other: Sequence[Evidence]) -> Difference:
    texts = [" ".join(found[0].text.split()) for found in (one, other)]
    question = Question(
        "naming",
        f"Which name: “{texts[0]}” or “{texts[1]}”?",
        "wording",
        "Each source has its own name; both are made of the same words in another form or order. These may be two "
        "translations, or two things.",
    )
    lines = ({ln.sentence: None for e in found if (ln := corpus.line_of(e))} for found in (one, other))
    return card(question, (reading(corpus, t, ln) for t, ln in zip(texts, lines, strict=True)))


def _key(found: Sequence[str]) -> Key:
    return tuple(sorted(root_of(w) for w in found))


def _meaning(text: str) -> tuple[str, ...]:
    return tuple(w for w in _WORD.findall(text) if w.casefold() not in stopwords())


def _told(corpus: Corpus) -> dict[Key, Forms]:
    """Return the ways in which the articles say each long term that one of them has."""
    known = (_meaning(t.term) for found in corpus.findings.values() for t in found.terms)
    keys = {_key(found) for found in known if FEWEST <= len(found) <= MOST}
    told: defaultdict[Key, Forms] = defaultdict(lambda: defaultdict(list))
    for found in corpus.findings.values():
        for form, span in _windows(found, {len(k) for k in keys}):
            if (key := _key(form)) in keys:
                told[key][form].append(found.article.cite(span))
    return told


def _windows(found: Findings, lengths: set[int]) -> Iterator[tuple[Key, Span]]:
    """Yield each run of small-letter words of meaning with nothing but small words between them."""
    for block in found.article.blocks:
        for sentence in block.sentences if block.kind in _RUNNING else ():
            for run in _runs(found.article, sentence):
                for n in sorted(lengths):
                    for i in range(len(run) - n + 1):
                        yield tuple(w for w, _ in run[i : i + n]), Span(run[i][1].start, run[i + n - 1][1].end)


def _runs(article: Article, sentence: Span) -> Iterator[list[tuple[str, Span]]]:
    run: list[tuple[str, Span]] = []
    for match in _WORD.finditer(article.text, sentence.start, sentence.end):
        word, span = match.group(), Span(*match.span())
        if word.casefold() in stopwords():
            continue
        if run and not _BETWEEN.fullmatch(article.text, run[-1][1].end, span.start):
            yield run
            run = []
        if word[0].islower() or span.start == sentence.start:
            run.append((word.casefold(), span))
        elif run:
            yield run
            run = []
    yield run


def _named(corpus: Corpus) -> dict[Key, Forms]:
    """Return the names of agreements and works, and what is quoted with capitals, by their roots."""
    named: defaultdict[Key, Forms] = defaultdict(lambda: defaultdict(list))
    for found in corpus.findings.values():
        known = [n for n in found.names if n.kind in _KINDS and n.form == "name"]
        quoted = [q.words for q in found.quotes if q.kind in _QUOTED and _is_title(q.words.text)]
        inside = [n for n in known if not any(q.span.holds(n.span) for q in quoted)]
        for name in (*inside, *quoted):
            form = tuple(w.casefold() for w in _meaning(name.text))
            if FEWEST <= len(form) <= MOST:
                named[_key(form)][form].append(name)
    return named


def _is_title(text: str) -> bool:
    told = _meaning(text)
    return len(told) <= MOST and all(w[0].isupper() for w in told)
