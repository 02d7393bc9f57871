"""What the page has told already, so that nothing is told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.home.centre import SAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Evidence
    from generator.render.home.centre import Centre
    from generator.render.home.lines import Line


def fresh(lines: Iterable[Line], told: Iterable[Evidence], centre: Centre, most: int) -> tuple[Line, ...]:
    """Return the first lines whose sentences, and any much like them, were not told before, nor among themselves."""
    return tuple(line for line, _ in zip(_fresh(lines, told, centre), range(most), strict=False))


def _fresh(lines: Iterable[Line], told: Iterable[Evidence], centre: Centre) -> Iterator[Line]:
    seen = list(told)
    places = {centre.place(e) for e in seen}
    passages = [p for e in seen if (p := centre.passage(e))]
    for line in lines:
        passage = centre.passage(line.words)
        alike = passage is not None and any(passage.likeness(p) >= SAME for p in passages)
        if not alike and centre.place(line.words) not in places:
            yield line
            places.add(centre.place(line.words))
            passages += [passage] if passage else []
