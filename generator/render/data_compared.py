"""What the articles say beside each other ──▶ data: answers, shared text, origins, differences, sums."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.model import Check, Claim, Difference, Origin, Passage, Reading
    from generator.render.cite import Cite

Row = dict[str, Any]


def claim_row(claim: Claim, cite: Cite) -> Row:
    """Return one answer of one source to one question."""
    row = {f.name: getattr(claim, f.name) for f in fields(claim)}
    return {**row, "places": list(claim.places), "evidence": cite(claim.evidence)}


def reading_row(reading: Reading, cite: Cite) -> Row:
    """Return one answer to a question."""
    return {
        "value": reading.value,
        "basis": reading.basis,
        "because": reading.because,
        "origins": list(reading.origins),
        "evidence": cite.all(reading.evidence),
    }


def passage_row(passage: Passage, cite: Cite) -> Row:
    """Return text that two articles share."""
    return {"class": passage.kind, "sides": cite.all(passage.sides), "shared_words": passage.shared_words}


def origin_row(origin: Origin, cite: Cite) -> Row:
    """Return an origin with what it shares."""
    return {
        "id": origin.id,
        "articles": list(origin.articles),
        "because": origin.because,
        "state": origin.state,
        "beside": list(origin.beside),
        "shared": [passage_row(p, cite) for p in origin.shared],
        "declared": [{**cite(c), "kind": c.kind, "whose": c.whose} for c in origin.declared],
    }


def difference_row(difference: Difference, cite: Cite) -> Row:
    """Return a question that the sources answer differently."""
    return {
        "id": difference.id,
        "kind": difference.kind,
        "question": difference.question,
        "verdict": difference.verdict,
        "because": difference.because,
        "readings": [reading_row(r, cite) for r in difference.readings],
        "decision": None if difference.decision is None else dict(difference.decision.says),
    }


def check_row(check: Check, cite: Cite) -> Row:
    """Return a sum of ours."""
    return {
        "id": check.id,
        "formula": check.formula,
        "because": check.because,
        "holds": check.holds,
        "evidence": cite.all(check.evidence),
    }
