"""Scenes ──▶ the main happening: the clause at the top of an article that tells what its story is about."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from generator import edtf
from generator.cache import remembered
from generator.link.content_words import stems_of
from generator.link.events.arguments import Arguments
from generator.link.events.clauses import mode
from generator.link.events.deeds import tells
from generator.link.events.lines import stands
from generator.link.events.phrases import Phrase, dated, told
from generator.link.events.telling import Mode, Telling
from generator.link.events.words import Word, done
from generator.link.sets import DisjointSets
from generator.model import RUNNING, Article, Briefing, Findings, Unknown
from generator.text import LEXICON, lemmas, read_text, stem

About = Mapping[str, float]
_WORD = re.compile(r"[^\W\d_]{2,40}")

OPENING = 5
"""Sentences at the top of an article that can tell its news; what stands lower is mostly background."""
FEWEST_WORDS, MOST_WORDS = 6, 60
"""Words of a sentence that tells news: fewer are a label, more a run of lines of the page."""
LOWER = 0.88
"""What a sentence loses against the one above it: most articles tell their news in the first one."""
TITLE, OPENED, OWN = 1.0, 0.5, 0.5
"""How much a word counts that the titles of the story have, their openings, and the article's own title."""
INSIDE, PRONOUN = 0.8, 0.7
"""What a clause loses that is part of another one, or begins with a pronoun or without its subject."""
STATE = 0.7
"""What a clause loses that tells how something is, or with a light verb that something is done: a report of it says in
another one what happened."""
LOOSE = 0.8
"""What a clause loses that can't be read alone: the next one tells the happening nearly as well."""
SHORT = 4
"""Words by which a clause is taken to be longer than it is: a very short one says too little."""
LEAST, LEAST_FIRST = 1.2, 0.8
"""What a clause must reach to tell the happening, and one of the first sentence. On the stories developed on, what
reached the one was the news in 44 of 47 articles; what stayed below, further down, was a remark on something else."""
ALIKE, ALIKE_LATER = 0.3, 0.4
"""Average share of words (titles and clauses) from which two articles of a story tell one happening: those of the same
days, and those written later, which mostly tell what came of it."""
SAME_NEWS = 2
"""Days between two articles up to which they can pass on the same news."""


class Foremost(NamedTuple):
    """A phrase of a scene, the index of its date, how it is told, and how much of the story it tells."""

    scene: Arguments
    phrase: Phrase
    date: int | None
    mode: Mode
    worth: float


Top = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""The stems of an article's title, of its first sentences, and of all that it tells."""


def tops(briefing: Briefing) -> dict[str, Top]:
    """Return the stems that stand at the top of each article; they are kept."""
    memory = remembered()
    coders = (lambda row: tuple(map(frozenset, row))), (lambda top: [*map(sorted, top)])
    made = ((f, partial(_top, f.article)) for f in briefing.findings)
    return {f.article.id: memory.kept("tops", memory.digest(f), top, *coders) for f, top in made}


def subjects(briefing: Briefing, top: Mapping[str, Top]) -> dict[str, About]:
    """Return, for each article of a story that several origins tell, how much each stem belongs to its subject."""
    articles = {a.id: a for a in briefing.articles}
    origins = {i: n for n, origin in enumerate(briefing.origins) for i in origin.articles}
    found: dict[str, About] = {}
    for story in briefing.stories:
        if len({origins[i] for i in story}) == 1:
            continue  # a copy tells nothing that the article alone doesn't
        about: Counter[str] = Counter()
        for title, opening, _ in (top[i] for i in story):
            about.update(dict.fromkeys(title, TITLE))
            about.update(dict.fromkeys(opening, OPENED))
        shared = {s: n / len(story) for s, n in about.items()}
        for i in (i for i in story if not articles[i].unread):
            own = dict.fromkeys(top[i][0], OWN)
            found[i] = {s: n + own.get(s, 0.0) for s, n in shared.items()}
    return found


def title_stems(article: Article) -> frozenset[str]:
    """Return the stems of an article's title."""
    return frozenset(() if isinstance(article.title, Unknown) else stems_of(article.title.value))


def _top(article: Article) -> Top:
    told = [article.text[s.start : s.end] for b in article.blocks if b.kind in RUNNING for s in b.sentences]
    opening, whole = (frozenset(stems_of(" ".join(part))) for part in (told[: OPENING - 1], told))
    return title_stems(article), opening, whole


def foremost(scenes: Iterable[Arguments], about: About) -> Foremost | None:
    """Return what tells the main happening of an article, from its first scenes; None where nothing does clearly."""
    telling = tuple(_telling(scenes))
    found = (f for n, scene in enumerate(telling) for f in _phrases(scene, about, LOWER**n))
    best = max(found, key=_readable, default=None)
    return best if best and best.worth >= (LEAST_FIRST if best.scene is telling[0] else LEAST) else None


def _readable(found: Foremost) -> float:
    """Return how much of the story it tells, less where it is no line of its own."""
    if stands(found.scene, found.phrase, found.date):
        return found.worth
    return found.worth * (LOOSE * PRONOUN if found.scene.words[0].part == "pron" else LOOSE)


def _telling(scenes: Iterable[Arguments]) -> Iterator[Arguments]:
    """Yield the first sentences that can tell news: no questions, labels or runs of lines."""
    for scene in scenes:
        text = scene.article.text[scene.sentence.start : scene.sentence.end].rstrip()
        if FEWEST_WORDS <= len(text.split()) <= MOST_WORDS and not text.endswith("?"):
            yield scene


def _phrases(scene: Arguments, about: About, place: float) -> Iterator[Foremost]:
    """Yield the clauses of a sentence, each with the date that dates it, if any does; ``place`` lessens their worth."""
    days = [(abs(i - p.pivot), p.pivot, i) for i, w in enumerate(scene.words) if w.date for p in dated(scene.words, i)]
    pivots = {pivot: i for _, pivot, i in sorted(days, reverse=True)}  # of two days, the one beside the verb
    shared = None  # "A court on Friday quashed the vote and ordered another one": the day of both
    for phrase in told(scene.words):
        joined = phrase.clause is not None and phrase.clause.opener == "conj"
        date = pivots.get(phrase.pivot, shared if joined else None)
        shared = date if phrase.clause and date is not None and date < phrase.clause.verb.first else None
        how = mode(scene.words, phrase, date)
        if how not in (None, "hypothetical"):
            yield Foremost(scene, phrase, date, how, place * _worth(scene.words, phrase, about))


def _worth(words: tuple[Word, ...], phrase: Phrase, about: About) -> float:
    """Return how much of what the story is about a phrase tells, for its length."""
    stems = frozenset(stems_of(" ".join(w.text for w in words[phrase.start : phrase.end])))
    worth = sum(about.get(s, 0.0) for s in sorted(stems)) / sqrt(len(stems) + SHORT)
    if phrase.clause is not None and phrase.clause.opener in ("rel", "sub"):
        worth *= INSIDE
    vague = phrase.act is None and "light" in words[phrase.pivot].parts  # "has taken urgent action"
    if (c := phrase.clause) is not None and ((vague and c.verb.voice == "active") or not tells(words, phrase, None)):
        worth *= STATE
    return worth * PRONOUN if words[phrase.start].part in ("pron", "poss", "gerund") else worth


def with_happenings(
    by_article: Mapping[str, tuple[Telling, ...]], briefing: Briefing
) -> dict[str, tuple[Telling, ...]]:
    """Return the tellings of all articles; those of one story's main happening are marked with the same word."""
    found, memory = {f.article.id: f for f in briefing.findings}, remembered()

    def deeds_of(telling: Telling) -> frozenset[str]:
        key, make = f"{memory.digest(found[telling.article])} {telling.index}", partial(_deeds, found, telling)
        return memory.kept("deeds", key, make, frozenset, sorted)

    marks: dict[str, str] = {}
    for number, story in enumerate(briefing.stories):
        leads = [next((t for t in by_article[i] if t.leads), None) for i in story]
        told_by = [t for t in leads if t is not None]
        words = [title_stems(found[t.article].article) | frozenset(stems_of(t.headline.text)) for t in told_by]
        for n, group in enumerate(_joined(told_by, words, [*map(deeds_of, told_by)])):
            marks |= {told_by[i].article: f"{number}.{n}" for i in group}
    return {
        i: tuple(replace(t, happening=marks[i]) if t.leads and i in marks else t for t in told)
        for i, told in by_article.items()
    }


def _deeds(found: Mapping[str, Findings], telling: Telling) -> frozenset[str]:
    """Return what the title and the sentence of a main happening say is done, one word for each meaning."""
    article = found[telling.article].article
    sentence = read_text(article).sentences[telling.index]
    told = [sentence.words[g.head] for g in sentence.verbs]
    if not isinstance(article.title, Unknown):
        told += [
            w for w in map(LEXICON.__getitem__, _WORD.findall(article.title.value.casefold())) if "verb" in w.kinds
        ]
    acting = (w for w in told if w.lemma not in lemmas("light") and "speech" not in w.kinds)
    return done({stem(w.lemma) for w in acting})


def _joined(
    told_by: Sequence[Telling], words: Sequence[frozenset[str]], deeds: Sequence[frozenset[str]]
) -> list[list[int]]:
    """Return which articles of a story tell one happening, by the words of their titles and clauses and their days."""
    sets = DisjointSets(len(told_by))
    for a, b in combinations(range(len(told_by)), 2):
        shared, same_news = words[a] & words[b], _same_news(told_by[a], told_by[b])
        alike = len(shared) / sqrt(len(words[a]) * len(words[b]))
        if alike >= (ALIKE if same_news else ALIKE_LATER) or (same_news and len(shared) > 1 and deeds[a] & deeds[b]):
            sets.join(a, b)
    return [list(group) for group in sets.groups()]


def _same_news(a: Telling, b: Telling) -> bool:
    """Tell whether two articles are known to be written on about the same day."""
    days = edtf.days_between(a.written, b.written) if a.written and b.written else None
    return days is not None and abs(days) <= SAME_NEWS
