"""Groups of tellings ──▶ groups as an editor decided: sentences kept apart, happenings that are the same."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.keys import event_keys, mark_of, told_keys
from generator.link.edits.desk import Desk, desk
from generator.link.events.telling import Telling
from generator.model import Article, Briefing, Event, Problem

Group = tuple[Telling, ...]
Made = Callable[[Group], Event]


def regrouped(groups: Sequence[Group], made: Made, briefing: Briefing) -> tuple[Sequence[Group], tuple[Problem, ...]]:
    """Return groups parted and joined as an editor decided, and a problem for each decision that can't be carried out.

    ``made`` tells what event a group is, whose keys the decisions name.
    """
    at = desk(briefing, "events")
    if at is None:
        return groups, ()
    articles = {a.id: a for a in briefing.articles}
    parted = [part for group in groups for part in _parted(group, made(group), articles, at)]
    keys = [event_keys(made(group), articles) for group in parted]
    joined = at.groups(keys, "event; copy the key from the timeline")
    return [tuple(t for n in group for t in parted[n]) for group in joined], tuple(at.problems)


def _parted(group: Group, event: Event, articles: Mapping[str, Article], at: Desk) -> Iterator[Group]:
    """Yield a group without the sentences that an editor keeps apart from others of it, and one for each of them."""
    marks = {(e.article, e.span): mark_of(key) for e, key in told_keys(event, articles)}
    parts: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in group:
        mark = marks[telling.sentence.article, telling.sentence.span]
        apart = any(mark_of(one.get("apart")) in marks.values() for one in at.decisions.get(mark, ()))
        parts[mark if apart else ""].append(telling)
    return map(tuple, parts.values())
