"""What a reader of a story knows: the nouns that several of its sources speak of as *the* one."""

from collections import defaultdict
from collections.abc import Mapping
from functools import partial

from generator.cache import remembered
from generator.lexicons import listed, wordset
from generator.link.events.leads import Top
from generator.model import RUNNING, Article, Briefing
from generator.text import read_text
from generator.text.words import Word

Known = frozenset[str]
MOST = 1 / 2
"""Share of all articles above which their story is what a page is about."""
FEWEST = 2
"""Origins that speak of *the council*: one alone may have told before which it means."""


def known(briefing: Briefing, top: Mapping[str, Top]) -> dict[str, Known]:
    """Return the stems of the nouns that a reader knows, for each article of the story that most articles tell.

    Who opens a page on it knows *the museum*, and whose *the council* is. Each is told at the top of two origins, or
    as *the* one.
    """
    memory, story = remembered(), main_story(briefing)
    meant = {
        f.article.id: memory.kept("meant", memory.digest(f), partial(_meant, f.article), frozenset, sorted)
        for f in briefing.findings
        if f.article.id in story
    }
    origins: defaultdict[str, set[int]] = defaultdict(set)
    for n, origin in enumerate(briefing.origins):
        for i in (i for i in origin.articles if i in meant):
            for noun in meant[i] | top[i][0] | top[i][1]:
                origins[noun].add(n)
    every = frozenset().union(*meant.values())
    return dict.fromkeys(story, frozenset(noun for noun in every if len(origins[noun]) >= FEWEST))


def main_story(briefing: Briefing) -> tuple[str, ...]:
    """Return the articles of the story that most articles tell; none where there are many stories."""
    story = max(briefing.stories, key=len, default=())
    return story if len(story) > MOST * len(briefing.articles) else ()


def _meant(article: Article) -> Known:
    """Return the stems of the nouns that an article has with *the* and can mean but one thing by."""
    sentences = read_text(article).sentences
    kinds = (b.kind for b in article.blocks for _ in b.sentences)
    found: set[str] = set()
    for sentence in (s for s, kind in zip(sentences, kinds, strict=True) if kind in RUNNING):
        for phrase in sentence.phrases:
            head = sentence.words[phrase.head]
            if sentence.low(phrase.first) == "the" and phrase.kind == "description" and _is_one(head):
                found.add(head.stem)
    return frozenset(found)


def _is_one(noun: Word) -> bool:
    """Tell whether a noun can be that of one thing in a story: *the mayor*, *the van*, but not *the man*."""
    person = "person" in noun.kinds and "plural" not in noun.kinds
    known = not person or noun.lemma in listed("names-titles") or noun.low in wordset("events-bodies")
    return known and noun.low not in wordset("events-vague")
