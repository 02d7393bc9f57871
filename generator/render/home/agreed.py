"""What was agreed: the act in a sentence that stands alone."""

import re
from collections.abc import Iterable

from generator.model import Agreement, Evidence
from generator.render.home.focus import Focus, is_background
from generator.render.home.lines import Line
from generator.render.home.numbers import OLD
from generator.render.home.telling import fresh
from generator.render.home.weights import Weights
from generator.render.page import Row
from generator.render.places import undated
from generator.render.standing import leans

_THINKS = re.compile(r"\bagree[sd]?\ that\b")  # agreed that it is unsafe: somebody only thinks the same
_BINDS = re.compile(r"\b(?:will|would|shall|should|must)\b")  # agreed that the border would open


def agreements(weights: Weights, focus: Focus, told: Iterable[Evidence]) -> list[Row]:
    """Return the acts of agreeing that most origins tell, those of the occasion first, the fullest among equals.

    None that the page has ``told``, nor of years ago.
    """
    every = (a for a in weights.lookup.briefing.agreements if any(t.article in focus.own for t in a.tellings))
    own = (a for a in every if not any(weights.lookup.disputed(t) for t in a.tellings))  # it stands there
    acts = (a for a in own if not any(_THINKS.search(t.text) and not _BINDS.search(t.text) for t in a.tellings))

    def rank(deal: Row) -> tuple[bool, int, int, str, int]:
        agreement, words = deal["agreement"], deal["words"]
        origins = weights.lookup.backing(agreement.tellings).origins
        return (words.article not in focus.articles, -origins, -agreement.fullness, words.article, words.span.start)

    deals = sorted((d for a in acts if (d := _deal(a, focus, weights))), key=rank)
    lines = {Line(d["words"], d["agreement"].tellings): d for d in deals}
    return [lines[line] for line in fresh(lines, told, focus, weights.quotas.agreements)]


def _deal(agreement: Agreement, focus: Focus, weights: Weights) -> Row | None:
    """Return an act by a telling that stands alone and is not of years ago."""
    lookup, most = weights.lookup, weights.quotas.longest_sentence
    for telling in (t for t in agreement.tellings if len(t.text.split()) <= most and t.article in focus.articles):
        sentence, passage = lookup.grammar(telling), focus.centre.passage(telling)
        if sentence and not leans(sentence, telling.span) and not (passage and is_background(passage, focus, OLD)):
            article = lookup.articles[telling.article]
            return {"agreement": agreement, "words": article.cite(undated(article, telling.span))}
    return None
