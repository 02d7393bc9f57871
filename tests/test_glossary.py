"""The glossary: one entry a term, all definitions, all uses."""

from __future__ import annotations

from marked import article

from generator.extract import extract
from generator.link import link
from generator.model import Briefing, Corrections, Entry
from generator.read.corrections import parse_corrections

GLOSSARY = """Water in the west

Territorial disputes over water rights are old. The disputes go on.

Glossary

• Water rights [Person]: The legal claims to use the water of a river or a lake.
• State Engineer [Person]: The official who administers the water of the state.
"""
OTHER = """A note on rivers

Nobody knows who holds the water right. The river Kolo, a stream in the hills, is dry. A water-rights lawyer agreed.

The Water Court of Kolo (WCK) met; the WCK knows water rights.
"""
ADVERTISING = """A short text about boats on a river

The boats were late.

By pressing the Subscribe button, you confirm that BoatPass is a service that you have read about.
"""


def briefing_of(*texts: str, corrections: Corrections | None = None) -> Briefing:
    found = tuple(extract(article(text, f"seeds/{n}.txt")) for n, text in enumerate(texts))
    return link(found, corrections or Corrections())


def entry(briefing: Briefing, name: str) -> Entry:
    return next(e for e in briefing.entries if e.id == name)


def test_a_term_has_its_definition_its_kind_by_evidence_and_every_use_of_every_article() -> None:
    found = entry(briefing_of(GLOSSARY, OTHER), "water-rights")
    assert [d.text for d in found.definitions] == ["The legal claims to use the water of a river or a lake."]
    assert found.kind == "concept"
    assert [(u.article, u.text) for u in found.uses] == [
        ("0", "water rights"),
        ("1", "water right"),
        ("1", "water-rights"),
        ("1", "water rights"),
    ]


def test_an_office_is_a_title_although_the_source_calls_it_a_person() -> None:
    assert entry(briefing_of(GLOSSARY), "state-engineer").kind == "title"


def test_definitions_of_several_sources_stand_side_by_side() -> None:
    other = GLOSSARY.replace("The legal claims", "Old claims")
    texts = [d.text for d in entry(briefing_of(GLOSSARY, other), "water-rights").definitions]
    assert texts == [
        "The legal claims to use the water of a river or a lake.",
        "Old claims to use the water of a river or a lake.",
    ]


def test_an_acronym_and_its_long_form_are_one_entry_and_what_no_source_defines_says_so() -> None:
    found = entry(briefing_of(OTHER), "wck")
    assert found.expansion is not None
    assert found.expansion.text == "Water Court of Kolo"
    assert [u.text for u in found.uses] == ["Water Court of Kolo", "WCK", "WCK"]
    assert found.because == "used, but defined by no source"


def test_the_editors_definition_comes_first_and_names_the_file() -> None:
    corrections = parse_corrections("definitions: {Water right: What a court says., boat: A small ship.}")
    briefing = briefing_of(GLOSSARY, ADVERTISING, corrections=corrections)
    first = entry(briefing, "water-rights").definitions[0]
    assert (first.text, first.evidence, first.because) == ("What a court says.", None, "set in corrections.yml")
    boats = entry(briefing, "boat")
    assert [u.text for u in boats.uses] == ["boats", "boats"]


def test_advertising_never_becomes_a_definition() -> None:
    assert not briefing_of(ADVERTISING).entries


def test_the_order_of_a_hyphenated_pair_of_names_makes_no_other_term() -> None:
    glossary = "Glossary\n\n• Oslo-Malmo line [Term]: The railway between Oslo and Malmo.\n"
    briefing = briefing_of(glossary, "The Malmo-Oslo line is shut.")
    assert [u.text for u in entry(briefing, "oslo-malmo-line").uses] == ["Malmo-Oslo line"]


def test_words_shown_are_the_words_of_the_sources() -> None:
    briefing = briefing_of(GLOSSARY, OTHER)
    texts = {a.id: a.text for a in briefing.articles}
    for found in briefing.entries:
        for use in (*found.uses, *(d.evidence for d in found.definitions if d.evidence)):
            assert use.text == texts[use.article][use.span.start : use.span.end]
