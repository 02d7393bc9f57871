"""On which page everything stands, and in which order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from generator.model import Briefing, Measure, Utterance
from generator.words import N_

K = TypeVar("K")
T = TypeVar("T")


def anchored(briefing: Briefing) -> Mapping[str, str]:
    """Return the page on which each event, measure, utterance and difference stands, by its anchor there."""
    return {
        **{f"e-{event.id}": "timeline.md" for event in briefing.events},
        **{f"f-{measure.id}": "figures.md" for measure in by_sources(briefing.measures)},
        **{f"q-{utterance.id}": "quotes.md" for utterance in briefing.utterances},
        **{f"d-{difference.id}": difference.verdict.row.page for difference in briefing.differences},
    }


def by_sources(measures: Iterable[Measure]) -> list[Measure]:
    """Return what is measured, that is given more than once, by how many sources give it."""
    groups = [m for m in measures if len(m.figures) > 1]
    return sorted(groups, key=lambda m: (-len({f.article for f in m.figures}), -len(m.figures), m.label, m.id))


def by_speaker(utterances: Iterable[Utterance], speakers: Collection[str]) -> list[tuple[str | None, Utterance]]:
    """Return what was said behind each speaker's id, the most quoted first; last, behind None, what others said."""
    said = grouped((u.speaker if u.speaker and u.speaker in speakers else "", u) for u in utterances)
    ranked = sorted(said, key=lambda speaker: (not speaker, -len(said[speaker]), speaker))
    return [(speaker or None, utterance) for speaker in ranked for utterance in in_order(said[speaker])]


KINDS = {
    "quotation": N_("quoted"),
    "nested": N_("quoted inside a quotation"),
    "fragment": N_("words quoted"),
    "reported": N_("reported"),
    "scare": N_("in quotation marks, not as speech"),
    "title": N_("a title"),
    "echo": N_("repeated"),
}
"""How each kind of quotation is called, whole quotations first."""


def in_order(utterances: Iterable[Utterance]) -> list[Utterance]:
    """Return utterances: whole quotations first, then parts, then what is only reported."""
    order = list(KINDS)
    return sorted(utterances, key=lambda u: min(order.index(q.kind) for q in u.versions))


def grouped(pairs: Iterable[tuple[K | None, T]]) -> Mapping[K, Sequence[T]]:
    """Return the second parts by the first, each once, without those whose first part is None."""
    found: dict[K, list[T]] = {}
    for key, value in pairs:
        if key is not None and (key not in found or found[key][-1] is not value):
            found.setdefault(key, []).append(value)
    return found
