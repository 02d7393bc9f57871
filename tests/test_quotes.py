"""Quotations: the specification, the invariants, and how good they are on texts of our own."""

from __future__ import annotations

import re
from collections import Counter
from cProfile import Profile
from pathlib import Path

import pytest
import timing
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Case, article, cases

from generator.extract import extract
from generator.extract.names import find_names
from generator.extract.quotes import find_quotes
from generator.model import Findings, Quote

HERE = Path(__file__).parent
SPECIFICATION = cases(HERE / "cases" / "quotes.md")
STATEMENTS = cases(HERE / "cases" / "quotes-reported.md")
SPEAKERS = cases(HERE / "cases" / "quotes-speakers.md")
GOLD = tuple(case for path in sorted((HERE / "gold").glob("quotes-*.md")) for case in cases(path))
SPAN_FLOOR = 0.99
CLASS_FLOOR = 0.97
SPEAKER_FLOOR = 0.95
GIVEN_FLOOR = 0.97
LINEAR = 10  # four times the text takes at most this many times as long; quadratic would be sixteen
FASTEST = 0.1  # seconds; below it the clock of a busy machine says little
MARKED = ("quotation", "fragment", "scare", "title", "echo", "nested")


def found_in(text: str) -> tuple[Quote, ...]:
    return find_quotes(find_names(Findings(article(text)))).quotes


def shown(quote: Quote) -> tuple[int, int, str, str]:
    return quote.span.start, quote.span.end, quote.kind, quote.speaker.text if quote.speaker else ""


@pytest.mark.parametrize("case", SPECIFICATION, ids=lambda case: case.where)
def test_specification(case: Case) -> None:
    expected = [(m.start, m.end - (m.text.endswith("\n\n") and 2), m.kind, m.value) for m in case.of(*MARKED)]
    assert [shown(q) for q in found_in(case.text) if q.kind != "reported"] == expected, case.title


@pytest.mark.parametrize("case", STATEMENTS, ids=lambda case: case.where)
def test_statements(case: Case) -> None:
    found = [q for q in found_in(case.text) if q.kind == "reported"]
    expected = case.of("reported")
    words = [(q.words.span.start, q.words.span.end, q.speaker.text if q.speaker else "") for q in found]
    assert words == [(m.start, m.end, m.value) for m in expected], case.title
    assert [q.negative for q in found] == ["negative" in m.more for m in expected], case.title
    for quote, mark in zip(found, expected, strict=True):
        assert quote.firmness == mark.more.get("firmness", quote.firmness), case.title


@pytest.mark.parametrize("case", SPEAKERS, ids=lambda case: case.where)
def test_speakers(case: Case) -> None:
    found = find_quotes(find_names(Findings(article(case.text, **case.settings)))).quotes
    shown = [
        ((q.words if q.kind == "reported" else q).span, q.kind, q.speaker.text if q.speaker else "") for q in found
    ]
    marked = [(m.start, m.end - (m.text.endswith("\n\n") and 2), m.kind, m.value) for m in case.of(*MARKED, "reported")]
    assert [(s.start, s.end, *rest) for s, *rest in shown] == marked, case.title


PLACES = st.sampled_from(("Harare", "Kuala Lumpur", "Valparaíso", "Oslo", "New Delhi"))
DATELINES = st.sampled_from(
    ("{}, May 3 (Reuters) - ", "{} (AP) — ", "{}, May 3 (Xinhua) -- ", "{}: ", "{}, May 3 (Yonhap) -- ", "{} - ")
)
SAID = st.sampled_from(
    (
        "The harbour board fined two firms on Friday and said that it may close the port.",
        "“Nobody was told,” Ann Reyes said on Friday.",
        "The port will close, according to the harbour board.",
        "Ships waited for a week, said Ann Reyes, who runs the port.",
    )
)


@given(PLACES, DATELINES, SAID)
def test_the_speaker_never_lies_in_the_dateline(place: str, dateline: str, said: str) -> None:
    opening = dateline.format(place.upper())
    quotes = find_quotes(find_names(Findings(article(opening + said)))).quotes
    assert quotes
    for quote in quotes:
        assert quote.speaker
        assert quote.speaker.span.start >= len(opening)
        assert quote.span.start >= len(opening)


def test_who_stands_before_the_words_is_not_who_says_them_behind() -> None:
    text = "Orbita offered to show her the film if she signed a paper “releasing it from any claim,” she said."
    assert not [q.speaker for q in find_quotes(find_names(Findings(article(text)))).quotes if q.speaker]


def test_who_says_something_goes_on_behind_a_colon() -> None:
    text = "Milos Herd spoke of a deal. The owner, Kofi Mensah, says no: the firm was sent a draft, he told us."
    assert {q.speaker.text for q in found_in(text) if q.speaker} == {"Kofi Mensah"}


def test_a_mark_that_never_closes_is_a_problem_with_its_line() -> None:
    found = find_quotes(
        Findings(article("The rain began.\n\n“The road is closed, the police said.\n\nIt opened at noon."))
    )
    (problem,) = map(str, found.problems)
    assert problem.startswith(
        "seeds/case.txt:3: the quotation mark before 'The road is closed, the police' is never closed;"
    )


def ends_alike(found: str, expected: str) -> bool:
    """Tell whether two names of a speaker mean the same: the same last word, or one within the other."""
    if not found or not expected:
        return found == expected
    return (
        found.rsplit(maxsplit=1)[-1].lower() == expected.rsplit(maxsplit=1)[-1].lower()
        or expected in found
        or found in expected
    )


def test_our_own_texts() -> None:
    """Texts of many kinds, annotated by reading; the floors may rise and never silently fall."""
    tally: Counter[str] = Counter()
    for case in GOLD:
        names = find_names(Findings(article(case.text, **case.settings)))
        found = {(q.span.start, q.span.end): q for q in find_quotes(names).quotes if q.kind != "reported"}
        tally["found"] += len(found)
        for mark in case.of(*MARKED):
            quote = found.get((mark.start, mark.start + len(mark.text.rstrip())))
            speaker = quote.speaker.text if quote and quote.speaker else ""
            spoken = mark.kind in ("quotation", "fragment")
            tally["expected"] += 1
            tally["spans"] += quote is not None
            tally["classes"] += quote is not None and quote.kind == mark.kind
            tally["spoken"] += spoken
            tally["given"] += spoken and bool(speaker)
            tally["right"] += spoken and ends_alike(speaker, mark.value)
            tally["wrong"] += spoken and bool(speaker) and not ends_alike(speaker, mark.value)
    assert len(GOLD) >= 15
    assert 2 * tally["spans"] / (tally["expected"] + tally["found"]) >= SPAN_FLOOR
    assert tally["classes"] / tally["expected"] >= CLASS_FLOOR
    assert tally["right"] / tally["spoken"] >= SPEAKER_FLOOR
    assert 1 - tally["wrong"] / tally["given"] >= GIVEN_FLOOR


HOSTILE = ("“", '"', "'", "“a” ", "“a,” he said. ", "s' ", "said, ", "Ann said ", "according to ", ", the ", "“x”\n\n")
SIZE = 20_000  # characters: half a second when linear, minutes when not


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def takes(size: int, end: str) -> float:
        found = Findings(article(unit * (size // len(unit)) + end))
        return timing.seconds(lambda: find_quotes(found))

    assert timing.holds(lambda end: takes(SIZE, end) < LINEAR * max(takes(SIZE // 4, end), FASTEST))


def calls(text: str) -> int:
    """Return how many functions are called to find the quotations of a text, whatever else the machine does."""
    found = Findings(article(text))
    profile = Profile()
    profile.runcall(find_quotes, found)
    return sum(entry.callcount for entry in profile.getstats())


def test_a_pronoun_is_followed_as_far_in_a_long_text_as_in_a_short_one() -> None:
    unit = "“a,” he said. "
    small, large = calls(unit * 200), calls(unit * 800)
    assert large < 4.2 * small


WORDS = (
    "“ ” \" ' ’ ‘ « » „ . , : ? ( ) — the a one them said told saying called to that who by was and according he her "
    "it his not declined comment Ann Reyes Will Monday mayor analysts s 90s"
)
PIECES = st.sampled_from(WORDS.split())
JOINS = st.sampled_from(["", " ", " ", "\n\n"])


@given(st.lists(st.tuples(PIECES, JOINS), max_size=60).map(lambda parts: "".join(a + b for a, b in parts)))
@settings(max_examples=300, deadline=None)
def test_quotations_are_verbatim_and_in_order(text: str) -> None:
    quotes = found_in(text)
    for quote in quotes:
        for cited in (quote, quote.words, quote.speaker, quote.cue, quote.pronoun):
            assert cited is None or cited.text == text[cited.span.start : cited.span.end]
        assert quote.span.holds(quote.words.span)
    assert [q.span.start for q in quotes] == sorted(q.span.start for q in quotes)


def test_pieces_of_one_utterance_are_linked() -> None:
    split = found_in("“We waited,” Ann Reyes said, “and nobody came.” She left.")
    assert [q.continues for q in split if q.kind != "reported"] == [None, split[0].span]
    paragraphs = found_in("Ann Reyes said:\n\n“We waited.\n\n“Nobody came.”")
    assert [q.continues for q in paragraphs] == [None, paragraphs[0].span]
    strangers = found_in("Ann Reyes said, “We lost.\n\n“They won,” Paul Sato said.")
    assert [q.continues for q in strangers] == [None, None]


def test_a_nested_quotation_names_the_one_that_holds_it() -> None:
    outer, inner = found_in("“He told me, ‘Go home,’ and I went,” Ann Reyes said.")
    assert inner.inside == outer.span
    assert inner.kind == "nested"
    assert inner.speaker is None


def test_the_motto_of_a_paper_is_nobodys_quotation() -> None:
    text = (
        "The Kestle Mercury\n“All that the valley talks of”\nSaturday, May 4, 2024\n\nGEESE ASHORE\nby Ann Lee\n\n"
        "The bell of the old church was late on Friday because eleven geese had gone up the stairs and would not go."
    )
    assert extract(article(text)).quotes == ()


@pytest.mark.parametrize(
    "text", ['The day was "spring"-like, said Ana Ruiz.', "The “Mirai”-class ship sank.", '"2024"-08-15']
)
def test_what_a_hyphen_joins_to_a_quotation_is_read(text: str) -> None:
    assert [q.words.text for q in found_in(text) if q.kind != "reported"] == [re.split('["“”]', text)[1]]
