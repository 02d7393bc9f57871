"""Which lines are marked as told differently by another source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_differences import linked

from generator.model import Figure, Kind, Quote, Verdict
from generator.render.disputes import Dispute

SENTENCE = "“We shall rebuild the wall,” said Ada Moss, who has spent 40 million pesos."


@pytest.mark.parametrize(
    ("kind", "verdict", "marked"),
    [
        (Kind.QUOTATION, Verdict.WORDING, (True, False)),
        (Kind.FIGURE, Verdict.SCOPE, (False, True)),
        (Kind.DATE, Verdict.CONFLICT, (False, False)),
        (Kind.DENIAL, Verdict.CONFLICT, (True, True)),
    ],
)
def test_a_difference_marks_what_it_is_about_and_none_of_its_neighbours(
    kind: Kind, verdict: Verdict, marked: tuple[bool, bool]
) -> None:
    (found,) = linked((SENTENCE, None)).findings
    quote, figure = found.quotes[0], found.figures[0]
    assert (type(quote), type(figure)) == (Quote, Figure)
    mark = Dispute(kind, verdict, "label", "question", "differences.md", "anchor", ("40", "50"))
    assert (mark.concerns(quote), mark.concerns(figure)) == marked
    assert not replace(mark, numbers=("7", "2")).concerns(figure)  # how the vote went
