"""Which lines are marked as told differently by another source."""

from __future__ import annotations

import pytest
from test_differences import linked

from generator.model import Figure, Quote
from generator.render.disputes import Dispute

SENTENCE = "“We shall rebuild the wall,” said Ada Moss, who has spent 40 million pesos."


@pytest.mark.parametrize(
    ("kind", "verdict", "marked"),
    [
        ("quotation", "wording", (True, False)),
        ("figure", "scope", (False, True)),
        ("office", "scope", (False, False)),
        ("office", "conflict", (True, True)),
    ],
)
def test_other_words_and_scopes_mark_what_they_are_about_and_conflicts_the_whole_sentence(
    kind: str, verdict: str, marked: tuple[bool, bool]
) -> None:
    (found,) = linked((SENTENCE, None)).findings
    quote, figure = found.quotes[0], found.figures[0]
    assert (type(quote), type(figure)) == (Quote, Figure)
    mark = Dispute(kind, verdict, "label", "question", "differences.md", "anchor")
    assert (mark.concerns(quote), mark.concerns(figure)) == marked
