"""Briefing ──▶ origins: which articles are one text, which share or retell one, and which stand by themselves."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from generator.cache import digest_of, made_again, plain, remembered
from generator.independence import RELEASE
from generator.link.credits import credits_of
from generator.link.entities.forms import initials
from generator.link.retelling import Retold, Texts
from generator.link.sets import gathered, grouped
from generator.model import Article, Briefing, Credit, Findings, Origin, Passage, value_of

Pair = tuple[str, str]

ONE_ORIGIN = 0.5
"""Share of the shorter article's words that must stand in the other one, too: a copied quotation or a copied
background paragraph stays below it, a cut or padded agency report does not."""
SHARES = 0.12
"""The same outside of quotations, with names as single words, from which two articles share text. In 14 clusters of
scraped news pairs of different houses that were reported apart had up to .09, those that passed on one text or release
.12 and more."""
FEWEST_PASSAGES = 2
"""Passages that must be shared besides: of a very short article one sentence is a fifth."""
LATEST = "9999"
"""The day of an article that has none, among copies: it may be the copy."""
MOST_TOLD = 30
"""Articles of a story of which each two are compared; in a larger one those that share a passage."""
Sharing = tuple[float, str]
"""The share of the shorter article's words that are the other's, and why the two aren't independent, or nothing."""


def find_origins(briefing: Briefing) -> Briefing:
    """Group the articles by origin; every article belongs to exactly one, which knows those it shares text with."""
    passages = gathered((_between(p), p) for p in briefing.passages)
    articles = {a.id: a for a in briefing.articles}
    ids = sorted(articles)
    number = {i: n for n, i in enumerate(ids)}
    by_path = {a.path: a for a in articles.values()}
    found = dict(_compared(briefing, passages))
    copied = [pair for pair, (share, _) in found.items() if share >= ONE_ORIGIN]
    declared = [(a.id, by_path[a.copy_of].id) for a in articles.values() if a.copy_of in by_path]  # by an editor
    connected = ((number[one], number[other]) for one, other in (*copied, *declared))
    groups = [tuple(ids[n] for n in group) for group in grouped(len(ids), connected)]
    leader = {article: group[0] for group in groups for article in group}
    inside: defaultdict[str, list[float]] = defaultdict(list)
    beside: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (one, other), (share, because) in sorted(found.items()):
        a, b = leader[one], leader[other]
        if a == b:
            inside[a].append(share)
        elif because:
            beside[a].setdefault(b, because)
            beside[b].setdefault(a, because)
    shared: defaultdict[str, list[Passage]] = defaultdict(list)
    for (one, other), two in sorted(passages.items()):
        a, b = leader[one], leader[other]
        for group in dict.fromkeys((a, b)) if a == b or b in beside[a] else ():
            shared[group] += two
    houses = sorted({house for a in articles.values() if (house := value_of(a.house))})
    origins = [_origin([articles[i] for i in g], tuple(shared[g[0]]), inside[g[0]], beside[g[0]]) for g in groups]
    given = _credits(briefing, houses)
    credited = {o.id: tuple(c for a in o.articles for c in given[a]) for o in origins}
    ordered = {o.id: tuple(a.id for a in sorted((articles[i] for i in o.articles), key=_copied)) for o in origins}
    told = (replace(o, articles=ordered[o.id], declared=credited[o.id]) for o in origins)
    return replace(briefing, origins=tuple(told))


def _credits(briefing: Briefing, houses: Sequence[str]) -> dict[str, tuple[Credit, ...]]:
    """Return the credits of each article, by its id; they are kept."""
    memory, named = remembered(), digest_of("\n".join(houses))

    def of(found: Findings) -> tuple[Credit, ...]:
        key, find = f"{memory.digest(found)} {named}", partial(credits_of, found.article, houses)
        return memory.kept("credits", key, find, partial(made_again, article=found.article, kind=Credit), plain)

    return {found.article.id: of(found) for found in briefing.findings}


def _copied(article: Article) -> tuple[bool, bool, str, int, str]:
    """Return what puts the original before its copies: a release, then who credits no other house, the older, longer.

    One that has the letters of its publisher in its dateline credits itself.
    """
    house, publisher = value_of(article.house), value_of(article.publisher)
    carries = publisher is not None and house not in (None, publisher) and not _shortens(house, publisher)
    day = value_of(article.published) or LATEST
    return value_of(article.kind) != RELEASE, carries, day, -len(article.text), article.id


def _shortens(short: str, name: str) -> bool:
    """Tell whether letters are those of a name, in order, its initials among them: *VNW*, Visayas Newswire."""
    letters, spelt = iter(name.casefold()), iter(short)
    return all(i in spelt for i in "".join(initials(name.split())[:1])) and all(c in letters for c in short.casefold())


def _between(passage: Passage) -> Pair:
    left, right = sorted(side.article for side in passage.sides)
    return left, right


def _compared(briefing: Briefing, passages: Mapping[Pair, Sequence[Passage]]) -> Iterator[tuple[Pair, Sharing]]:
    """Yield what the pairs that share a passage or a story have in common."""
    texts, memory = Texts(briefing.findings), remembered()
    marks = {f.article.id: memory.digest(f) for f in briefing.findings}
    told = (pair for story in briefing.stories if len(story) <= MOST_TOLD for pair in combinations(sorted(story), 2))
    for pair in sorted({*passages, *told}):
        key = " ".join(marks[article] for article in pair)
        copied = own = 0.0
        if pair in passages:
            copied, own = memory.kept("shared", key, partial(texts.shared, *pair), lambda row: (row[0], row[1]))
        if own >= SHARES and len(passages[pair]) >= FEWEST_PASSAGES:
            yield pair, (copied, f"shared text: {int(100 * copied)}% of the shorter one's words")
        else:
            retold = memory.kept("retold", key, partial(texts.retold, *pair), lambda row: row and Retold(*row))
            again = f"{retold.found} of the shorter one's {retold.sentences} sentences" if retold else ""
            yield pair, (copied, f"retells it: {again}, mostly in the same order" if again else "")


def _origin(
    group: list[Article], shared: tuple[Passage, ...], inside: list[float], beside: Mapping[str, str]
) -> Origin:
    copied = max(inside, default=0.0)
    if len(group) > 1 and any(a.copy_of for a in group):
        because = "the editor says that one is a copy of the other"
    elif len(group) > 1:
        because = f"up to {copied:.0%} of the shorter article's words stand in the other one, too"
    else:
        because = "; ".join(dict.fromkeys(beside.values())) or "it stands by itself"
    return Origin(
        id=f"origin-{group[0].id}",
        articles=tuple(a.id for a in group),
        because=because,
        state="copy" if len(group) > 1 else "shares text" if beside else "independent",
        beside=tuple(f"origin-{i}" for i in sorted(beside)),
        shared=shared,
    )
