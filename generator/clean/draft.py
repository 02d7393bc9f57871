"""The lines of a source while their functions are being found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model import BlockKind, Source, Span

if TYPE_CHECKING:
    from generator.clean.lines import Line


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is, and the rule that says so."""

    kind: BlockKind
    rule: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """The lines of a text and the labels found so far; a line is labelled once.

    ``story`` is the part that a page's markup sets apart, None where all of the text may be the story.
    """

    text: str
    format: str
    lines: tuple[Line, ...]
    labels: tuple[Label | None, ...]
    story: Span | None = None

    def free(self) -> Iterator[tuple[int, Line]]:
        """Return the lines without a label, with their indexes."""
        return ((i, line) for i, line in enumerate(self.lines) if self.labels[i] is None)

    def labelled(self, new: Mapping[int, Label]) -> Draft:
        """Return the draft with more labels; those that stand already stay."""
        merged = tuple(old or new.get(i) for i, old in enumerate(self.labels))
        return replace(self, labels=merged)

    def relabelled(self, new: Mapping[int, Label]) -> Draft:
        """Return the draft with other labels at some lines."""
        return replace(self, labels=tuple(new.get(i, old) for i, old in enumerate(self.labels)))

    def next_free(self, index: int) -> int | None:
        """Return the index of the next line that isn't removed, or None at the end."""
        after = range(index + 1, len(self.lines))
        return next((i for i in after if (label := self.labels[i]) is None or label.kind != "removed"), None)


def draft(source: Source, lines: tuple[Line, ...]) -> Draft:
    """Return a draft without labels."""
    return Draft(source.text, source.format, lines, (None,) * len(lines), source.story)
