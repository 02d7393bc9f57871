"""A toll ──▶ its question with the happening that its articles open with: *… died in the Lund earthquake?*."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.lexicons import table
from generator.link.differences.corpus import Corpus, is_land
from generator.link.events.words import nouns
from generator.model import Difference, Kind
from generator.text import read_text

OPENING = 3
"""Sentences of an article, its title first, that name what it is about."""
HALF = 0.5
"""Share of the articles of a card that open with a happening, or a place, which is then that of the card."""
HARM = frozenset(("conflict", "accident", "disaster", "protest"))
"""Kinds of happenings that come with a toll."""

ENDS = {row[1].partition("{}")[2]: row[2] for row in table("outcomes-asked")}
"""How the question of a toll ends, and the word before its happening."""
EARLIER = "before"
"""The word of a toll that was elsewhere then: nobody was on board in the place of the crash."""


def of_happening(corpus: Corpus, difference: Difference) -> Difference:
    """Return a card on a toll with the happening in its question, where half of its articles open with it."""
    asked = difference.question
    link = next((link for end, link in ENDS.items() if asked.endswith(end)), "")
    if not link or difference.kind is not Kind.FIGURE:
        return difference
    articles = sorted({e.article for r in difference.readings for e in r.evidence})
    opened = [frozenset(_opening(corpus, article)) for article in articles]
    of, where = (
        _most(Counter(told for each in opened for told in each if (told[0] == "place") == place), len(articles))
        for place in (False, True)
    )
    told = (
        f" {link} the {where.removeprefix('the ')} {of}" if of else f" in {where}" if where and link != EARLIER else ""
    )
    return replace(difference, question=f"{asked[:-1]}{told}?".replace("  ", " "))


def _most(counted: Counter[tuple[str, str]], articles: int) -> str:
    """Return the word of what most articles open with: of one act, the commonest word of it."""
    acts = Counter[str]()
    for (act, word), times in counted.items():
        acts[act if act != "place" else word] += times
    best = [act for act, times in acts.most_common() if times >= HALF * articles and times == max(acts.values())]
    words = sorted((-times, word) for (act, word), times in counted.items() if best and best[0] in (act, word))
    return words[0][1] if len(best) == 1 else ""


def _opening(corpus: Corpus, article: str) -> Iterator[tuple[str, str]]:
    for line in corpus.lead(article)[:OPENING]:
        s = read_text(corpus.article(line.article)).sentences[line.index]
        for word in (s.low(i) for i in range(len(s)) if s.parts[i] == "noun"):  # not "killing 31 people"
            if (act := nouns().get(word)) and act.kind in HARM:
                yield act.name, word
        for name, entity in line.names:
            if entity.kind == "place" and name.form == "name" and not is_land(entity) and line.told.holds(name.span):
                yield "place", corpus.named(entity)
