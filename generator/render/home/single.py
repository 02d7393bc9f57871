"""What only one source says, and what could not be told."""

from collections import Counter
from collections.abc import Iterator

from generator.model import Briefing, Unknown
from generator.render.home.centre import CONCERNS, Passage, in_rank
from generator.render.home.focus import Focus, is_background
from generator.render.home.lines import Line, sentence_line, tells_past
from generator.render.home.weights import Weights
from generator.render.page import Row
from generator.render.paging import grouped
from generator.render.retold import Retold
from generator.render.single_source import single_source_of
from generator.words import N_, _

HISTORY = 0.25
"""How recent what one source alone tells must be: of the last two years."""
LAST = 0.8
"""Where in an article, from 0 to 1, what has no day is but background: who founded the house."""
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
    """Yield such sentences with how good a line each is."""
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
            yield lookup.salience.worth(line.words), passage, line


def gaps(briefing: Briefing) -> Iterator[Row]:
    """Yield what couldn't be told, and the articles by the reason, the articles' own fields first."""
    lacking = [(_("Who, when and how much"), grouped((a.unread, a) for a in briefing.articles if a.unread))]
    for name, what in reversed(FIELDS):
        known = ((getattr(a, name), a) for a in briefing.articles)
        reasons = grouped((field.because, a) for field, a in known if isinstance(field, Unknown))
        lacking.insert(0, (_(what), reasons))
    return ({"what": what, "articles": articles} for what, articles in lacking if articles)
