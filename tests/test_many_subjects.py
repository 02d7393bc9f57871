"""Reports of one sort about many firms: nothing that two of them tell is about one thing."""

from __future__ import annotations

import pytest
from test_differences import linked

FIRMS = ("Aldane", "Borvik", "Cestral")
OTHERS = (
    "A swan has built its nest on the slipway of Mordal, and nobody may launch a boat before June.",
    "The choir of Keswin sang in the rain until the last bus had gone.",
    "Bakers in Gorbia want to sell bread on Sundays again, as their fathers did.",
    "Nobody knows who painted the doors of Imbrica blue in a single night.",
    "A beekeeper from Lumara has taught his donkey to carry hives without a bell.",
    "Snow closed the pass above Jorvald, so the doctor came on skis.",
    "The last cinema of Farsund will become a library for children.",
    "Two goats ate the flags that Elvary had hung up for its fair.",
    "Pupils in Nestavia have written a dictionary of their grandparents' dialect.",
    "The lighthouse of Dornow is for sale, without its keeper.",
)
REPORTS = (
    """{firm} Loses Money Again

{firm} Corp. reported a third-quarter net loss of ${loss} million, or {cents} cents a share. The latest period includes
gains of ${gain} million from the sale of land, its head said. Ana Vula and Tom Rui of Brask Bank had
expected worse.

In composite trading on the Orland Exchange yesterday, {firm}'s shares closed at ${price} each, up $1.""",
    """{firm} Posts A Loss As Barges Wait

Low water has cost {firm} Inc. dear: its third-quarter net loss was ${loss} million, and the period includes gains of
${gain} million before tax, which {firm} owes to a barge that burned. Tom Rui, who writes about
shares with Ana Vula, calls it luck.

Yesterday {firm} closed at ${price} a share in composite trading on the Orland Exchange, unchanged.""",
    """A Bad Autumn For {firm}

The third quarter brought {firm} Ltd. a net loss of ${loss} million. Without gains of about ${gain} million from its
early retirement of debt it would have been worse, {firm} told its owners in a letter. “Sell,” wrote Ana
Vula; Tom Rui would wait.

{firm} shares, which trade on the Orland Exchange, closed yesterday at ${price}.""",
)


def test_results_of_many_firms_neither_contradict_nor_confirm_each_other() -> None:
    told = (
        REPORTS[n].format(firm=firm, loss=3 + n, cents=11 + 2 * n, gain=9 + n, price=20 + n)
        for n, firm in enumerate(FIRMS)
    )
    found = linked(*((text, "2019-10-25") for text in (*told, *OTHERS)))
    of_two = [d for d in found.differences if len({e.article for r in d.readings for e in r.evidence}) > 1]
    assert not of_two, [d.question for d in of_two]
    assert all(len(e.origins) == 1 for e in found.events), [e.headline.text for e in found.events if len(e.origins) > 1]


SERIES = (
    """Harvest late in {place}

Some {n} farms in {place} grow wheat this year, Ana Vula of the Orland Growers' Union said on {day}. It rained.""",
    """Clinic in {place} to close

The clinic of {place} will close in {month}, the Orland Health Fund said on {day}. Its director is Ana Vula of Sorn.""",
    """Storm over {place}

A storm cut down {n} trees in {place} on {day}, the Orland Weather Office said. Its head is Ana Vula.""",
)
PLACES = (
    ("Arvik", 36, "Monday", "October", "2021-08-02"),
    ("Belmor", 47, "Wednesday", "December", "2021-08-04"),
    ("Corran", 52, "Friday", "March", "2021-08-06"),
)


@pytest.mark.parametrize("report", SERIES)
def test_like_reports_on_several_towns_are_no_differences_and_nothing_has_changed(report: str) -> None:
    told = ((report.format(place=p, n=n, day=day, month=m), date) for p, n, day, m, date in PLACES)
    found = linked(*told, *((text, "2021-08-03") for text in OTHERS))
    assert not found.differences, [d.question for d in found.differences]
