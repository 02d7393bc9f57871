"""Each attribute of a claim: what two sources contradict each other in, and what only looks so."""

from __future__ import annotations

import pytest
from test_differences import linked

from generator.lexicons import examples
from generator.model import Attribute, AttributeRow, Kind, KindRow

DAY = "2024-06-10"

FIRES: dict[str, tuple[tuple[str, str], ...]] = {
    "done": (
        (
            "The dam at Losap was damaged by the flood, an engineer said.",
            "The dam at Losap was not damaged, the mayor of Losap said.",
        ),
        (
            "Governor Lea Marin signed the treaty on the lagoon in Suva.",
            "In Suva Governor Lea Marin refused to sign the treaty on the lagoon.",
        ),
        (
            "Rui Tavares pleaded guilty before the court in Beira.",
            "Before the court in Beira, Rui Tavares pleaded not guilty.",
        ),
        ("The court in Lund convicted Anders Holm of fraud.", "The court in Lund acquitted Anders Holm of fraud."),
        (
            "The museum in Salta was open on Monday, its director said.",
            "The museum in Salta was closed on Monday, a guard said.",
        ),
        (
            "Parliament approved the harbour law in Vigo on Monday.",
            "Parliament rejected the harbour law in Vigo on Monday.",
        ),
        (
            "The lawyer Ana Lee said in Lund that she would appeal.",
            "Ana Lee will not appeal, she told the court in Lund.",
        ),
        (
            "The city of Perth bought the ferry Aurora from a yard in Perth.",
            "The city of Perth sold the ferry Aurora to a yard in Perth.",
        ),
    ),
    "date": (
        (
            "When her grandfather founded Norvik Shipping Company in 1951, he had one ship.",
            "She has sold Norvik Shipping Company, founded in 1954 with a single coaster.",
        ),
        (
            "The singer Halima Noor was born in Mombasa in 1951.",
            "Halima Noor, born in 1953, never learned to read music.",
        ),
        (
            "Mayor Rosa Quispe takes office in Tarma on 1 July 2024.",
            "Mayor Rosa Quispe takes office in Tarma on 10 July 2024.",
        ),
        ("The poet Omar Saidi died in Fez on 3 May 1981.", "The poet Omar Saidi died in Fez on 5 May 1981, aged 70."),
        ("The bank Nordhav was established in 1890 in Bergen.", "In Bergen, the bank Nordhav was established in 1896."),
        (
            "The trial of Ana Lee will begin in Lund on 4 September 2024.",
            "The trial of Ana Lee will begin in Lund on 14 September 2024.",
        ),
        ("Omar Saidi married the pilot Halima Noor in 1974.", "Omar Saidi married the pilot Halima Noor in 1976."),
        ("The bridge of Vigo will open on 2 August 2024.", "The bridge of Vigo will open on 12 August 2024."),
    ),
}
SILENT: dict[str, tuple[tuple[str, str], ...]] = {
    "done": (
        (
            "On 3 May 2019 the probe Aurora failed to enter its orbit around Venus, the agency confirmed.",
            "The probe Aurora entered its orbit around Venus, the agency said.",
        ),
        ("Governor Lea Marin signed the treaty in Suva.", "Minister Tom Rui refused to sign the treaty in Suva."),
        ("The dam at Losap was damaged by the flood.", "The dam at Massingir was not damaged by the flood."),
        ("The dam at Losap was damaged by the flood.", "The dam at Losap was not only damaged, it broke."),
        ("Ana Lee checked into the clinic at Lund.", "Ana Lee never checked into the hotel at Lund."),
        ("Not all schools in Salta were closed on Monday.", "The schools in Salta were closed on Monday."),
        ("If the dam at Losap was not damaged, the town is safe.", "The dam at Losap was damaged."),
        ("Ana Lee did not comment on the treaty of Suva.", "Ana Lee commented on the treaty of Suva."),
        ("The police killed Tom Roy in Perth.", "The police injured Tom Roy in Perth."),
    ),
    "date": (
        ("The brewery Norvik was founded in 1951.", "The bank Nordhav, founded in 1954, is in Bergen."),
        ("President Ana Ruiz visited Maputo on 3 May 2024.", "President Ana Ruiz visited Maputo on 5 June 2024."),
        ("The poet Omar Saidi died in Fez in May 1981.", "The poet Omar Saidi died in Fez on 5 May 1981."),
        ("Mayor Rosa Quispe takes office in July 2024.", "Mayor Rosa Quispe takes office on 10 July 2024."),
        ("The shop in Lund is open until 4 May 2024.", "The shop in Lund is open from 2 May 2024."),
        ("Ana Lee won in Lund on 4 May 2024.", "Ana Lee won in Lund on 11 May 2024."),
        ("The yard was founded in 1951 in Busan.", "The yard in Busan was founded in the 1950s."),
        ("Ana Lee said on 4 May 2024 that she would go.", "Ana Lee said on 5 May 2024 that she would stay."),
    ),
}


def kinds(one: str, other: str) -> list[str]:
    """Return the verdicts and kinds of the differences of two articles of one day."""
    return [f"{d.verdict} {d.kind}" for d in linked((one, DAY), (other, DAY)).differences]


@pytest.mark.parametrize(("attribute", "pair"), [(a, p) for a, pairs in FIRES.items() for p in pairs])
def test_a_contradiction_is_told(attribute: str, pair: tuple[str, str]) -> None:
    found = kinds(*pair)
    wanted = {"done": ("denial", "act", "direction")}.get(attribute, (Attribute[attribute.upper()].row.kind,))
    assert any(k == f"conflict {w}" for k in found for w in wanted), found


@pytest.mark.parametrize(("attribute", "pair"), [(a, p) for a, pairs in SILENT.items() for p in pairs])
def test_what_only_looks_so_is_no_contradiction(attribute: str, pair: tuple[str, str]) -> None:
    assert not [k for k in kinds(*pair) if k.startswith("conflict")], attribute


def test_what_an_undated_source_tells_of_another_year_contradicts_nothing() -> None:
    texts = (
        "On 3 May 2019 the probe Aurora failed to enter its orbit.",
        "The probe Aurora entered its orbit on Sunday.",
    )
    assert not [d for d in linked(*((text, None) for text in texts)).differences if d.verdict == "conflict"]


EXAMPLES = {
    **{k.row: examples()["kind"].get(k) for k in Kind},
    **{a.row: examples()["attribute"][a] for a in Attribute},
}
ROWS = [row for row, example in EXAMPLES.items() if example]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r.label)
def test_the_example_of_a_row_differs_as_the_row_says(row: KindRow | AttributeRow) -> None:
    found = linked(*((text, DAY) for text in EXAMPLES[row])).differences
    assert [d.kind for d in found] == [row.kind if isinstance(row, AttributeRow) else row.name]


def test_what_two_sources_say_of_one_thing_is_kept_as_a_claim() -> None:
    briefing = linked(
        ("The poet Omar Saidi died in Fez on 3 May 1981.", DAY), ("The poet Omar Saidi died in Fez on 5 May 1981.", DAY)
    )
    told = [(c.attribute, c.subject, c.time, c.evidence.article) for c in briefing.claims if c.attribute == "date"]
    assert told == [("date", "omar-saidi", "1981-05-03", "a0"), ("date", "omar-saidi", "1981-05-05", "a1")]


@pytest.mark.parametrize("attribute", ["COUNT", "SUM", "LENGTH", "SHARE", "ORDINAL", "CAUSE"])
def test_a_value_that_two_sources_give_for_one_thing_is_a_claim_of_both(attribute: str) -> None:
    row = Attribute[attribute].row
    told = [c for c in linked(*((text, DAY) for text in EXAMPLES[row])).claims if c.attribute == row.name]
    assert {c.evidence.article for c in told} == {"a0", "a1"}
    assert len({c.value for c in told}) > 1
