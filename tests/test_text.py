"""The reading of the language: the specification in cases/text*.md, and what always holds."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import timing
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import article, cases

from generator.model import Span
from generator.text import LEXICON, Sentence, forms, lemmas, opening, read_text, stem
from generator.text.pubdate import month_names
from generator.text.runs import gaps, longest_run, shared_runs, shared_words
from generator.text.tokens import pieces, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from marked import Case

    from generator.text import VerbGroup

HERE = Path(__file__).parent
CASES = [case for path in sorted((HERE / "cases").glob("text*.md")) for case in cases(path)]
SOME = "the a no not said has been signed will to of that , . ( ) “ ” - and who 5 $ % Lee U.S. didn't 's refuse plans"
WORDS = st.sampled_from(SOME.split())


def sentences(text: str) -> tuple[Sentence, ...]:
    return read_text(article(text)).sentences


def of_verb(group: VerbGroup) -> set[str]:
    """Return what a mark says of a verb group."""
    voice = "passive" if group.voice == "passive" else ""
    return {group.tense, group.aspect, group.modality, voice, "denied" if group.denied else ""} - {""}


def read(case: Case) -> Iterator[tuple[tuple[str, int, int], set[str]]]:
    """Yield everything that is read in a text, as kind, start and end, with what is said of it."""
    for s in sentences(case.text):
        for group in s.verbs:
            yield ("verb", s.starts[group.first], s.ends[group.end - 1]), of_verb(group)
            if not group.finite:  # the marks leave *to* out
                yield (
                    ("verb", s.starts[group.first + (s.low(group.first) == "to")], s.ends[group.end - 1]),
                    of_verb(group),
                )
        for phrase in s.phrases:
            yield ("phrase", s.starts[phrase.first], s.ends[phrase.end - 1]), {phrase.kind}
        for clause in s.clauses:
            yield ("clause", s.starts[clause.start], s.ends[clause.end - 1]), {clause.opener} - {""}
        if s.story < len(s.words):
            yield ("story", s.starts[s.story], s.ends[-1]), set()


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_a_case_of_the_specification_holds(case: Case) -> None:
    found = dict(read(case))
    for mark in case.marks:
        assert (mark.kind, mark.start, mark.end) in found, (case.where, mark.text, found)
        assert found[mark.kind, mark.start, mark.end] == set(mark.value.split()), (case.where, mark.text)
    columns = tokens(case.text, 0, len(case.text))
    for key, words in (("tokens", columns[2]), ("pieces", pieces(columns)[2])):
        wanted = case.settings.get(key, "").replace(" | ", " ").split()
        assert not wanted or [w.text for w in words] == wanted, case.where


@given(st.text(max_size=300) | st.lists(WORDS, max_size=60).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_tokens_cover_every_character_but_white_space_once_and_in_order(text: str) -> None:
    for starts, ends, words in (tokens(text, 0, len(text)), pieces(tokens(text, 0, len(text)))):
        assert all(a < b for a, b in zip(starts, ends, strict=True))
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
        assert [w.text for w in words] == [text[a:b] for a, b in zip(starts, ends, strict=True)]
        assert "".join(w.text for w in words) == "".join(text.split())


@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_what_is_read_lies_inside_the_sentence_in_order_and_apart(text: str) -> None:
    for s in sentences(f"Lee met Sato. {text}"):
        assert len(s.parts) == len(s.words) == len(s.starts)
        for found in (s.phrases, s.verbs):
            assert all(0 <= f.first <= f.head < f.end <= len(s.words) for f in found)
            assert all(a.end <= b.first for a, b in pairwise(found))
        assert all(c.start < c.end and c.verb.head < c.end for c in s.clauses)
        assert all(a.end <= b.start or a.verb.end > b.start for a, b in pairwise(s.clauses))
        for i, start in enumerate(s.starts):
            assert s.token_at(start) == i
            assert s.within(Span(start, s.ends[i])) == (i, i + 1)


ROWS = st.lists(st.sampled_from("abcdefgh"), max_size=30).map(tuple)


@given(ROWS, ROWS, st.integers(0, 30))
@settings(max_examples=300, deadline=None)
def test_shared_runs_are_those_of_the_standard_library(one: tuple[str, ...], end: tuple[str, ...], kept: int) -> None:
    other = (*one[:kept], *end, *one[kept + 2 :])
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    blocks = [tuple(block) for block in matcher.get_matching_blocks() if block.size]
    assert [tuple(run) for run in shared_words(one, other)] == blocks
    assert [tuple(run) for run in shared_runs(one, other)] == [block for block in blocks if block[2] > 1]
    assert longest_run(one, other) == matcher.find_longest_match().size
    codes = [(i, j, k, m) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
    assert [tuple(gap) for gap in gaps(one, other, shared_words(one, other))] == codes


def test_a_name_or_a_date_can_be_read_as_one_token() -> None:
    text = "LIMA (Reuters) - The Bank of Lima said on May 3 it will merge."
    (s,) = sentences(text)
    place = text.index("The Bank"), text.index(" said")
    day = text.index("May 3"), text.index(" it will")
    joined = s.joined([(Span(*place), "name"), (Span(*day), "date")])
    assert [w.text for w in joined.words[joined.story :]] == [
        "The Bank of Lima",
        "said",
        "on",
        "May 3",
        "it",
        "will",
        "merge",
        ".",
    ]
    assert joined.parts[joined.story :][:4] == ("name", "verb", "prep", "date")
    assert joined.starts[joined.story] == place[0]


def test_a_word_made_of_two_names_is_cut_between_them() -> None:
    text = "A Chile-Peru pact was signed."
    (s,) = sentences(text)
    joined = s.joined([(Span(2, 7), "name"), (Span(8, 12), "name")])
    assert [w.text for w in joined.words] == ["A", "Chile", "-", "Peru", "pact", "was", "signed", "."]
    assert joined.parts[:4] == ("det", "name", "hyphen", "name")


def test_findings_are_handed_out_to_their_sentences() -> None:
    text = "Ann Lee met Bo Reed. Carl Moe left."
    made = article(text)
    found = [made.cite(Span(text.index(n), text.index(n) + len(n))) for n in ("Ann Lee", "Bo Reed", "Carl Moe")]
    reading = read_text(made)
    assert [[e.text for e in inside] for inside in reading.by_sentence(found)] == [["Ann Lee", "Bo Reed"], ["Carl Moe"]]
    last = reading.sentence_at(text.index("left"))
    assert last is not None
    assert last.low(last.token_at(text.index("left")) or 0) == "left"


def test_a_row_of_the_table_gives_all_forms_their_classes() -> None:
    assert {"said", "says", "saying", "say"} <= forms("speech")
    assert "say" in lemmas("speech")
    assert "said" not in lemmas("speech")
    word = LEXICON["Couldn’t"]
    assert (word.low, word.lemma, word.capital) == ("couldn't", "could", True)
    assert {"modal", "not"} <= word.kinds
    assert LEXICON["spokesmen"].lemma == "spokesman"
    assert LEXICON["unheardof"].kinds == {"noun"}


def test_words_of_one_family_have_one_stem() -> None:
    assert stem("agreements") == stem("agreement") == LEXICON["agreement's"].stem
    assert LEXICON["connected"].stem == LEXICON["connections"].stem


SHAPES = {
    "names": "Alpha Beta Gamma ",
    "initials": "J. R. R. Smith ",
    "percentages": "5%5%",
    "quotations": "“a,” he said. ",
    "capitals": "A",
    "digits": "7",
    "commas": ",",
    "nested quotes": "“‘",
    "words": "the talks ",
    "verbs": "was not signed ",
    "datelines": "LIMA (XY) - ",
    "hyphens": "a-",
    "brackets": "(",
}
PROSE = "The minister, Ann Lee, said on Monday that the bank had not been told of its plan to raise $5 million. "


def read_through(text: str, length: int) -> None:
    """Read a text in sentences of a length."""
    for at in range(0, len(text), length):
        end = min(at + length, len(text))
        begins = opening(text, at, end)
        s = Sentence(Span(at, end), "paragraph", *tokens(text, at, end), story=0)
        assert begins is None or begins.start <= end
        assert len(s.phrases) + len(s.clauses) + len(s.pieces) > 0


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("length", [200, 1_000_000], ids=["short sentences", "one line"])
def test_no_shape_of_a_text_takes_much_longer_than_prose(shape: str, length: int) -> None:
    def takes(shape: str, size: int, length: int) -> float:
        text = shape * (size // len(shape))
        return min(timing.seconds(lambda: read_through(text, length)) for _ in range(3))

    def grows(_: str) -> bool:
        one, two = (takes(shape, size, length) for size in (40_000, 80_000))
        return one <= 3 * takes(PROSE, 40_000, len(PROSE)) + 0.01 and two <= 2.3 * one + 0.01

    assert timing.holds(grows)


def test_there_is_one_list_of_months() -> None:
    assert forms("month") == month_names(("en",)).keys()


DATELINES = [
    "APIA, March 14 (Reuters) - ",
    "UPDATE 3-APIA, March 14 (Reuters) - ",
    "(Adds details) APIA, March 14 (Reuters) - ",
    "KAMPALA, Uganda (AP) — ",
    "KAMPALA (AP) _ ",
    "SEOUL, May 3 (Yonhap) -- ",
    "LAGOS, Nigeria, May 3, 2024 /PRNewswire/ -- ",
    "LAGOS, Nigeria--(BUSINESS WIRE)--",
    "LAGOS, Nigeria, May 03, 2024 (GLOBE NEWSWIRE) -- ",
    "NEW DELHI: ",
    "New Delhi, May 3: ",
    "New Delhi, Friday, May 3: ",
    "New Delhi, May 3 (PTI) ",
    "Paris, France | AFP | ",
    "London | Reuters — ",
    "BOGOTÁ, 3 May (EFE).- ",
    "APIA, SAMOA (3 MAY 2024) – ",
    "MEXICO CITY/LIMA, May 3 (Reuters) - ",
    "St. John's, Antigua - ",
    "TOKYO | ",
    "SUVA - ",
    "ST. LOUIS (AP) — ",
    "Dubai, UAE: ",
]


@pytest.mark.parametrize("line", DATELINES)
def test_the_story_begins_behind_every_form_of_dateline(line: str) -> None:
    text = f"{line}Northgate Foods Corp. said on Friday that it will close."
    found = opening(text, 0, len(text), first=True)
    assert found is not None
    assert text[found.start :].startswith("Northgate Foods")
    assert found.place is not None
    assert text.startswith(("NEW", "New", "UPDATE", "(Adds")) or text[: found.place.end].count(" ") < 3


@pytest.mark.parametrize(
    "text",
    [
        "On May 3 – the day of the vote – nobody came.",
        "Paris: a city that never sleeps drew them all.",
        "The bank (ABC) The rest is known.",
        "Quito, 3 May. The vote was held.",
    ],
)
def test_a_sentence_with_a_town_or_a_day_in_front_is_no_dateline(text: str) -> None:
    assert opening(text, 0, len(text), first=True) is None
