"""Which source has what, and which doesn't, and what it alone says."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.model import Article, Topic
from generator.render.lookup import Backing, Lookup
from generator.render.origins import credits_of
from generator.render.page import Row
from generator.render.single_source import single_source_of

COLUMNS = 6
"""Sources that a table can have as columns: with more of them no line can be read."""
NAMED = 5
"""Sources that are named where few have something, or few lack it; more are counted only."""
EXPECTED = 0.5
"""Share of the sources on the same story that have a topic, from which it is worth telling that one lacks it."""
FORMS = 6
"""Words searched for one topic that are printed."""
SMALL = frozenset(("of", "the", "for", "and", "in", "on", "de", "la", "del", "du", "des", "und", "für"))
"""Words inside a name that have no letter in its initials."""
LONG = 3
"""Letters of a word that tells of whom it is a part."""

_WORD = re.compile(r"[^\W_]+")


def coverage(lookup: Lookup) -> Iterator[Row]:
    """Yield each topic, some of the other words searched for it, how often each source has any, and who has it."""
    events = {e.id: e for e in lookup.briefing.events}
    read = tuple(a for a, article in lookup.articles.items() if not article.unread)
    for topic in lookup.briefing.topics:
        known = dict(topic.counts)
        event = events.get(topic.event or "")
        having = tuple(a for a in lookup.articles if a in known)
        independent = len(lookup.independence.articles(having))
        others = tuple(words for words in topic.searched if words != topic.label)
        yield {
            "topic": topic,
            "searched": others[:FORMS],
            "more": len(others) > FORMS,
            "counts": tuple(known.get(a, 0) for a in lookup.articles),
            "having": having,
            "lacking": tuple(a for a in read if a not in known and not event),
            "backing": lookup.backing(event.told) if event else Backing(len(having), independent),
            "event": event,
        }


def sources(lookup: Lookup) -> Iterator[Row]:
    """Yield what each article credits, what it and the copies of it alone say, and which topics it lacks."""
    own, lacking, credited = single_source_of(lookup), lacks(lookup), credits_of(lookup.briefing)
    origins = {a: o.articles for o in lookup.briefing.origins for a in o.articles}
    for id_, article in lookup.articles.items():
        yield {
            "article": article,
            "page": f"articles/{id_}.md",
            "credits": credited.get(id_, ()),
            "copies": tuple(a for a in origins.get(id_, ()) if a != id_),
            "alone": own[id_],
            "lacks": lacking.get(id_, ()),
        }


def lacks(lookup: Lookup) -> Mapping[str, tuple[Topic, ...]]:
    """Return the topics that an article doesn't contain, though most of those on the same story do.

    What it may name in another form isn't lacking: by a part of the name, or by initials.
    """
    searched = [(t, frozenset(a for a, _ in t.counts)) for t in lookup.briefing.topics if t.searched]
    common: dict[tuple[str, ...], list[tuple[Topic, frozenset[str]]]] = {}
    for story in {s for s in lookup.peers.values() if len(s) > 1}:  # what one tells alone, it doesn't lack
        common[story] = [(t, has) for t, has in searched if len(has.intersection(story)) >= EXPECTED * len(story)]
    read = {a: story for a, story in lookup.peers.items() if not lookup.articles[a].unread}
    lacking = {a: [t for t, has in common.get(story, ()) if a not in has] for a, story in read.items()}
    may_name = {a: namer_of(lookup.articles[a]) for a, topics in lacking.items() if topics}
    return {
        a: tuple(t for t in topics if not (t.entity and may_name[a]((t.label, *t.searched))))
        for a, topics in lacking.items()
    }


def namer_of(article: Article) -> Callable[[Iterable[str]], bool]:
    """Return what tells whether any part of some names, or of their initials in full or short, stands in an article."""
    found = _WORD.findall(article.text)
    words = {w.casefold() for w in found if w[0].isupper()}
    initials = "".join(w[0] if w[0].isupper() else " " for w in found if w not in SMALL)

    def may_name(name: str) -> bool:
        parts = [w for w in _WORD.findall(name) if w.lower() not in SMALL]
        whole = [w.casefold() for w in parts if len(w) >= LONG]
        short = "".join(w[0] for w in parts if w[0].isupper())
        written_out = any(w.isupper() and len(w) >= LONG and w in initials for w in parts)
        return not words.isdisjoint(whole) or written_out or (len(short) >= LONG and short.casefold() in words)

    return lambda names: any(map(may_name, names))
