"""What was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Agreement
    from generator.render.home.weights import Weights


def agreements(weights: Weights) -> tuple[Agreement, ...]:
    """Return the acts of agreeing that most origins tell, the fullest first among equals."""

    def rank(one: Agreement) -> tuple[int, int, float, str, int]:
        first = one.tellings[0]
        central = weights.central(_named(weights, one))
        return (
            -weights.catalogue.backing(one.tellings).origins,
            -one.fullness,
            -central,
            first.article,
            first.span.start,
        )

    found = (
        a
        for a in weights.catalogue.briefing.agreements
        if len(a.tellings[0].text.split()) <= weights.limits.longest_sentence
    )
    return tuple(sorted(found, key=rank)[: weights.limits.agreements])


def _named(weights: Weights, one: Agreement) -> list[str]:
    """Return the ids of the entities that the first sentence of an agreement names."""
    first = one.tellings[0]
    mentions = weights.catalogue.mentions.get(first.article, ())
    return [entity.id for mention, entity in mentions if first.span.holds(mention.span)]
