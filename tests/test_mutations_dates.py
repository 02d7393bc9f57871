"""Two sources in words of their own: one changed date, ordinal or order gives one new card; other words give none."""

from __future__ import annotations

import pytest
import timing
from test_differences import linked

DAY = "2019-03-20"
SINKING = (
    """The ferry Santa Rosa sank off Puerto Montt on 12 February 2019 after a fire in its engine room, and nine people were lost.

The Santa Rosa belonged to Austral Lines Company, founded in 1938 in Valdivia by two brothers.

President Laura Mena arrived in Puerto Montt on 14 February 2019 for her third visit to the port.

President Laura Mena met the families before visiting the shipyard of Ancud.""",  # noqa: E501 - a paragraph is a line
    """Nine people were lost when a fire broke out in the engine room of the ferry Santa Rosa, which sank off Puerto Montt on 12 February 2019.

Austral Lines Company was founded in 1938, and it has never lost a ship until now.

Mena's office said that President Laura Mena arrived in Puerto Montt on 14 February 2019, on her third visit to the port.

In the evening President Laura Mena visited the old shipyard of Ancud after she had met the families and a priest.""",  # noqa: E501 - a paragraph is a line
)
COURT = (
    """In 1994, a court in Guayaquil sentenced Luis Cedeño to six years in prison for smuggling turtles.

The fish market in Manta was opened in 1921, and it was rebuilt by Luis Cedeño.

The painter Halima Noor, born in 1951, painted him twice.

The first trial was held on Monday, 4 March 2019, in the theatre of the town.""",
    """He was once a smuggler. Luis Cedeño was sentenced to six years in prison by a court in Guayaquil in 1994 for the smuggling of turtles.

Halima Noor was born in 1951 and lives by the sea.

Nobody in Manta speaks of the turtles now.""",  # noqa: E501 - a paragraph is a line
)

CHANGES = (
    (SINKING, "12 February", "21 February", "date"),
    (SINKING, "12 February", "12 March", "date"),
    (COURT, "In 1994", "In 1996", "date"),
)
REWORDINGS = (
    (SINKING, "12 February 2019", "February 12, 2019"),
    (SINKING, "12 February 2019", "the night of 12 February 2019"),
    (SINKING, "founded in 1938", "established in 1938"),
    (SINKING, "her third visit", "her 3rd visit"),
    (SINKING, "before visiting", "and then visited"),
    (COURT, "In 1994, a court", "In the year 1994, a court"),
    (COURT, "born in 1951", "who was born in 1951"),
)


@pytest.mark.parametrize("pair", [SINKING, COURT], ids=["sinking", "court"])
def test_two_sources_that_agree_give_no_card(pair: tuple[str, str]) -> None:
    assert [d.question for d in linked(*((text, DAY) for text in pair)).differences] == []


@pytest.mark.parametrize(("pair", "old", "new", "kind"), CHANGES, ids=[f"{c[1]} - {c[2]}" for c in CHANGES])
def test_one_changed_fact_gives_one_card(pair: tuple[str, str], old: str, new: str, kind: str) -> None:
    assert old in pair[0]
    found = linked((pair[0].replace(old, new), DAY), (pair[1], DAY)).differences
    assert [(d.verdict, d.kind) for d in found] == [("conflict", kind)]


@pytest.mark.parametrize(("pair", "old", "new"), REWORDINGS, ids=[f"{r[1]} - {r[2]}" for r in REWORDINGS])
def test_other_words_give_no_card(pair: tuple[str, str], old: str, new: str) -> None:
    assert old in pair[0]
    assert [d.question for d in linked((pair[0].replace(old, new), DAY), (pair[1], DAY)).differences] == []


@pytest.mark.parametrize(
    "odd", ["before ", "upcoming visit of ", "born in 1951, ", "her third visit ", "Monday, 4 March, "]
)
def test_odd_texts_take_time_in_proportion_to_their_length(odd: str) -> None:
    text = "President Laura Mena visited Ancud before signing in 1951 " + odd * (6_000 // len(odd)) + "."
    assert timing.holds(lambda end: timing.seconds(lambda: linked((text + end, DAY), (SINKING[1], DAY))) < 3)
