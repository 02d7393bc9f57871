"""What only one source says, what each leaves out, and what could not be told."""

from collections import Counter
from collections.abc import Iterator

from generator.model import Briefing, Topic, Unknown
from generator.render.coverage import lacks
from generator.render.home.centre import CONCERNS, Passage, in_rank
from generator.render.home.focus import Focus, is_background
from generator.render.home.lines import Line, sentence_line, tells_past
from generator.render.home.occasion import OPENING
from generator.render.home.weights import Weights
from generator.render.page import Row
from generator.render.paging import grouped
from generator.render.retold import Retold
from generator.render.single_source import single_source_of
from generator.words import N_, _

ACTORS = ("person", "organisation", "agreement", "event")
"""Kinds of topics whose lack tells something; most articles don't name a place that others name."""
TELLING = 3
"""Origins that must name at their top what another one leaves out."""
HISTORY = 0.25
"""How recent what one source alone tells must be: of the last two years."""
LAST = 0.8
"""Where in an article, from 0 to 1, what has no day is but background: who founded the house."""
TOPICS = 3
"""Topics of a source that are told."""
FIELDS = (("published", N_("When it was published")), ("publisher", N_("Who published it")))


def only(weights: Weights, focus: Focus) -> list[Line]:
    """Return sentences that hold a figure or a dated happening of one source alone, from the sources in turn.

    None of them is told by another source in whatever words.
    """
    if weights.origins <= 1:
        return []
    turns: Counter[str] = Counter()
    ordered = []
    for line in in_rank(_lone(weights, focus)):
        turns[line.words.article] += 1
        ordered.append((turns[line.words.article], line))
    return [line for _turn, line in sorted(ordered, key=lambda o: o[0])]


def _lone(weights: Weights, focus: Focus) -> Iterator[tuple[float, Passage, Line]]:
    """Yield such sentences with what they weigh: their own figures and happenings, the names in them, their height."""
    centre, lookup = focus.centre, weights.lookup
    retold = Retold(lookup)
    compared = {centre.place(e) for d in lookup.briefing.differences for e in d.evidence}
    found: Counter[tuple[str, int | None]] = Counter()
    dated: Counter[tuple[str, int | None]] = Counter()
    for one in single_source_of(lookup).values():
        dated.update(centre.place(e.headline) for e in one.events if not weights.today or weights.recent(e) >= HISTORY)
        found.update(centre.place(f) for counting in one.figures for f in counting.figures)
    figures = [f for every in lookup.briefing.findings for f in every.figures if f.value is not None]
    givers = grouped(((f.value, f.unit), f.article) for f in figures)  # shares among them
    found.update(centre.place(f) for f in figures if f.measure and len(set(givers[f.value, f.unit])) == 1)
    found += dated
    for passage in centre.passages:
        place = centre.place(passage.sentence)
        own = found[place] and focus.closeness(passage) >= CONCERNS and not centre.spoken(passage)
        own = own and place not in compared and not is_background(passage, focus)
        own = own and (dated[place] > 0 or centre.depth(passage) < LAST)
        own = own and not retold.gives(passage.sentence, focus.known)
        line = sentence_line(passage, lookup) if own else None
        told = line and (not dated[place] or tells_past(line, lookup))  # a rocket takes off: a caption
        if line and told:
            named = lookup.named_in(passage.sentence)
            yield found[place] + len(named) / 4 - centre.depth(passage) / 2, passage, line


def left_out(weights: Weights, focus: Focus) -> list[Row]:
    """Return who and what most sources on the story name and each of a few of them doesn't contain.

    Several origins must name it at their top, or where they tell what the page is about: the rest is background.
    """
    lookup, own = weights.lookup, set(focus.articles)
    story = own.union(*(s for s in lookup.briefing.stories if own.intersection(s)))
    found = []
    for name, topics in lacks(lookup).items():
        central = (t for t in topics if name in story and t.kind in ACTORS and _is_central(t, weights, focus))
        if named := sorted(central, key=lambda t: (-len(t.counts), t.label))[:TOPICS]:
            found.append({"article": lookup.articles[name], "topics": named})
    return found[: weights.quotas.sources]


def _is_central(topic: Topic, weights: Weights, focus: Focus) -> bool:
    lookup = weights.lookup
    entity = lookup.entities.get(topic.entity or "")
    main = {focus.centre.place(e) for event in focus.events for e in event.evidence}
    places = [focus.centre.place(m) for m in entity.mentions] if entity else []
    central = (a for a, number in places if (a, number) in main or (number is not None and number < OPENING))
    return len({lookup.origins[a] for a in central}) >= TELLING


def gaps(briefing: Briefing) -> Iterator[Row]:
    """Yield what couldn't be told, and the articles by the reason, the articles' own fields first."""
    lacking = [(_("Who, when and how much"), grouped((a.unread, a) for a in briefing.articles if a.unread))]
    for name, what in reversed(FIELDS):
        known = ((getattr(a, name), a) for a in briefing.articles)
        reasons = grouped((field.because, a) for field, a in known if isinstance(field, Unknown))
        lacking.insert(0, (_(what), reasons))
    return ({"what": what, "articles": articles} for what, articles in lacking if articles)
