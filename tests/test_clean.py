"""Source ──▶ Article."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
import timing
from hypothesis import example, given, settings
from hypothesis import strategies as st
from marked import article
from pages import Page, pages, wrong_fields, wrong_lines

from generator.clean import clean, identify
from generator.clean.pieces import read_pieces
from generator.clean.sentences import split_sentences
from generator.extract import extract
from generator.model import ARTICLE_FIELDS, Article, Corrections, Edited, Source, Span, Stated, Unknown
from generator.read import read
from generator.read.corrections import parse_corrections
from generator.slug import LONGEST, slug

ROOT = Path(__file__).parent.parent

PIECES = [
    "Advertisement",
    "By Jane Doe",
    "14 April 2025",
    "# A head",
    "• an item. With two sentences.",
    "2-1. A numbered head",
    "Read more: something",
    "A long enough sentence that ends with a full stop, so that it counts as the prose of a story.",
    "“Quoted words,” she said.",
    "\r\n",
    "\n\n",
    "\u2028",
    "\x0c",
    " ",
    "***",
    "Glossary",
    "Term [Type]: what it means",
    "(Photo/Agency)",
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=40), max_size=25).map("\n".join)


def check_partition(found: Article) -> None:
    covered = [0] * len(found.text)
    for block in found.blocks:
        for at in range(block.span.start, block.span.end):
            covered[at] += 1
        for sentence in block.sentences:
            assert block.span.holds(sentence)
            assert found.text[sentence.start : sentence.end].strip() == found.text[sentence.start : sentence.end]
    assert [at for at, n in enumerate(covered) if n != 1 and not found.text[at].isspace()] == []
    assert max(covered, default=0) <= 1
    assert all(a.end <= b.start for a, b in zip(found.sentences, found.sentences[1:], strict=False))
    assert all(not b.sentences for b in found.blocks if b.kind == "removed")


@example(">", "txt")
@example("> **a**\n>\n- \n1.\n#", "md")
@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(["txt", "md"]))
def test_blocks_hold_every_character_once_and_fields_cite_the_text(text: str, suffix: str) -> None:
    found = clean(Source(f"seeds/a.{suffix}", "0" * 64, text, suffix))
    check_partition(found)
    for name in ARTICLE_FIELDS:
        for evidence in getattr(getattr(found, name), "evidence", ()):
            assert evidence.text == text[evidence.span.start : evidence.span.end]


@pytest.mark.parametrize("note", ["This article has been retracted.", "Retraction: the source can't be confirmed."])
def test_an_article_that_its_publisher_takes_back_is_a_problem(note: str) -> None:
    text = f"Dam breaks near Tasqui\n\nThe dam broke on Wednesday, police said.\n\n{note}\n"
    (problem,) = clean(Source("seeds/dam.txt", "0" * 64, text, "txt")).problems
    assert str(problem).startswith("seeds/dam.txt:5: its publisher withdraws this article; ")


def test_the_seeds_are_partitioned() -> None:
    sources, problems = read(ROOT / "seeds", ROOT)
    assert not problems
    for source in sources:
        check_partition(clean(source))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Côte d’Ivoire & 5% growth", "cote-divoire-and-5-percent-growth"),
        ("Москва: переговоры", "moskva-peregovory"),
        ("北京", "beijing"),
        ("INDEX", "index-page"),
        ("con", "con-page"),
        ("../../etc/passwd", "etc-passwd"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_a_slug_is_readable_and_safe(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text(max_size=200))
def test_a_slug_is_always_a_safe_name(text: str) -> None:
    name = slug(text)
    assert name
    assert name != "index"
    assert set(name) <= set(string.ascii_lowercase + string.digits + "-")
    assert len(name) <= LONGEST
    assert slug(name) == name


def titled(title: str, path: str, sha256: str, **more: str) -> Article:
    stated = tuple((k, v, 1) for k, v in more.items())
    return clean(
        Source(path, sha256, f"{title}\n\nA story of some length stands here, as in any paper.\n", "txt", stated)
    )


def test_the_earliest_of_two_articles_with_one_title_keeps_the_bare_address() -> None:
    late = titled("Talks begin", "seeds/a.txt", "a" * 64, published="2024-05-03", publisher="The Paper")
    early = titled("Talks begin", "seeds/b.txt", "b" * 64, published="2024-05-02")
    assert [(a.id, a.path) for a in identify((late, early), Corrections())] == [
        ("talks-begin", "seeds/b.txt"),
        ("talks-begin-the-paper", "seeds/a.txt"),
    ]


def test_without_publisher_the_second_of_two_addresses_ends_in_digits_of_its_hash() -> None:
    one, two = (titled("Talks begin", f"seeds/{n}.txt", n * 64) for n in "ab")
    ids = [a.id for a in identify((two, one), Corrections())]
    assert ids == ["talks-begin", "talks-begin-bbbbbb"]


def test_a_correction_pins_an_address_and_evidence_moves_with_it() -> None:
    pinned = parse_corrections("slugs: {seeds/a.txt: the-talks}")
    (found,) = identify((titled("Talks begin", "seeds/a.txt", "a" * 64),), pinned)
    assert found.id == "the-talks"
    assert isinstance(found.title, Stated)
    assert found.title.evidence[0].article == "the-talks"


def test_an_article_without_headline_is_named_for_its_first_words() -> None:
    text = "Villagers on the northern shore said on Tuesday that the water had risen above the second dam again."
    (found,) = identify((article(text),), Corrections())
    assert isinstance(found.title, Unknown)
    assert found.id == "villagers-on-the-northern-shore-said-on-tuesday"


def test_what_a_sidecar_states_wins() -> None:
    found = article("By Jane Doe\n\nA story of some length stands here, as in any paper.", byline="John Roe")
    assert found.byline == Edited("John Roe", "seeds/case.yml:1")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bridge opened at Orre\nMay 7, 2010\n\nThe bridge was opened today, four years after the old one.\n", 2),
        ("Bridge opened at Orre\n\nORRE, May 7, 2010 (Coastal News) - The bridge was opened today.\n", 3),
    ],
)
def test_a_date_beside_an_article_that_contradicts_its_own_is_a_problem_that_names_both(text: str, place: int) -> None:
    made = clean(Source("seeds/a.txt", "0" * 64, text, "txt", (("published", "2010-06-07", 3),), "seeds/a.yml"))
    (problem,) = made.problems
    assert (problem.path, problem.line) == ("seeds/a.yml", 3)
    assert "2010-06-07" in problem.message
    assert "2010-05-07" in problem.message
    assert f"seeds/a.txt:{place}" in problem.message
    assert made.published == Edited("2010-06-07", "seeds/a.yml:3")
    today = next(d for d in extract(made).dates if d.text == "today")
    assert (today.value, today.anchor) == ("2010-05-07", "2010-05-07")
    (named,) = identify((made,), Corrections())
    assert isinstance(named.written, Stated)
    assert {e.article for e in named.written.evidence} == {named.id}


@pytest.mark.parametrize("beside", ["2010-05-07", "2010-05-09", "2010-05", "2010"])
def test_a_date_beside_an_article_may_be_less_exact_or_two_days_later(beside: str) -> None:
    text = "Bridge opened at Orre\nMay 7, 2010\n\nThe bridge was opened today, four years after the old one fell in.\n"
    made = clean(Source("seeds/a.txt", "0" * 64, text, "txt", (("published", beside, 3),), "seeds/a.yml"))
    assert not made.problems


SENTENCES = ROOT / "tests" / "gold" / "clean-sentences.md"


def split_cases() -> list[tuple[str, list[str]]]:
    parts = SENTENCES.read_text(encoding="utf-8").split("\n## ")[1:]
    pairs = (part.partition("\n") for part in parts)
    return [(title, [s.strip() for s in body.split("¦")]) for title, _, body in pairs]


def wrongly_split(expected: list[str]) -> bool:
    text = " ".join(expected)
    return [text[s.start : s.end] for s in split_sentences(text, Span(0, len(text)))] != expected


# Of 30 paragraphs each; 29 and 27 when this was written (22 and 25 for the splitter without our word lists).
@pytest.mark.parametrize(("half", "floor"), [(0, 29), (1, 27)])
def test_hard_paragraphs_are_split_right(half: int, floor: int) -> None:
    cases = split_cases()[half::2]
    wrong = [title for title, expected in cases if wrongly_split(expected)]
    assert len(cases) - len(wrong) >= floor, wrong


GOLD = ROOT / "tests" / "gold"


# Shares of the lines and of the card's fields that are right: all on the pages that the rules were written with, .984
# and .952, .961 and .92 on those that were kept aside.
@pytest.mark.parametrize(
    ("name", "lines", "fields"),
    [("clean-pages-dev.md", 1.0, 1.0), ("clean-pages-held.md", 0.98, 0.95), ("clean-pages-held-2.md", 0.96, 0.92)],
)
def test_the_lines_of_invented_pages_are_what_a_reader_takes_them_for(name: str, lines: float, fields: float) -> None:
    found = pages(GOLD / name)
    wrong = [w for p in found for w in wrong_lines(p)], [w for p in found for w in wrong_fields(p)]
    count = sum(len(p.kinds) for p in found), sum(len(p.fields) for p in found)
    assert 1 - len(wrong[0]) / count[0] >= lines, wrong[0]
    assert 1 - len(wrong[1]) / count[1] >= fields, wrong[1]


CASES = [p for name in ("clean.md", "clean-masthead.md") for p in pages(ROOT / "tests" / "cases" / name)]


@pytest.mark.parametrize("page", CASES, ids=lambda p: p.title)
def test_case(page: Page) -> None:
    assert not [*wrong_lines(page), *wrong_fields(page)]


def expected_kinds(body: str) -> tuple[str, dict[int, str]]:
    others = ""
    kinds: dict[int, str] = {}
    for kind, listed in (line.split(": ") for line in body.strip().splitlines()):
        if kind == "others":
            others = listed
            continue
        for numbers in listed.split():
            first, _, last = numbers.partition("-")
            kinds.update(dict.fromkeys(range(int(first), int(last or first) + 1), kind))
    return others, kinds


def test_every_line_of_the_five_articles_is_what_a_reader_takes_it_for() -> None:
    parts = (GOLD / "clean-seeds.md").read_text(encoding="utf-8").split("\n## ")[1:]
    expected = {name: expected_kinds(body) for name, _, body in (part.partition("\n") for part in parts)}
    sources, _ = read(ROOT / "seeds", ROOT)
    wrong = []
    for source in sources:
        others, kinds = expected[source.path.rpartition("/")[2]]
        found = clean(source)
        lines = ((found.line_at(b.span.start), b.kind) for b in found.blocks)
        wrong += [(source.path, line, kind) for line, kind in lines if kind != kinds.get(line, others)]
    assert len(sources) == len(expected)
    assert wrong == []


HOSTILE = [
    "1",
    '"',
    ",",
    "[",
    "A ",
    "By ",
    "\n",
    "- a\n",
    "May 1, ",
    "Contents\nx\n",
    "More from X:\n- a\n",
    "(c) ",
    "A - ",
    "x\t",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_takes_no_longer_than_prose(piece: str) -> None:
    def takes(end: str) -> float:
        source = Source("seeds/a.txt", "0" * 64, piece * (50_000 // len(piece)) + end, "txt")
        return timing.seconds(lambda: check_partition(clean(source)))

    assert timing.holds(lambda end: takes(end) < 5)  # 1.3 for the slowest; a quadratic rule takes minutes


@pytest.mark.parametrize("space", [c for c in map(chr, range(0x10000)) if c.isspace()], ids=ascii)
def test_white_space_of_any_sort_between_two_marks_of_a_masthead_is_no_fault(space: str) -> None:
    for line in (f"3 May 2024 |{space}| Lima", f"Lima | {space} | 3 May 2024", f"{space}3 May 2024{space}"):
        assert all(line[p.start : p.end].strip() for p in read_pieces(line))


@pytest.mark.parametrize("beside", ["beside the text", ""])
def test_a_headline_glued_to_a_section_and_a_standfirst_is_no_sentence(beside: str) -> None:
    headline, standfirst = (
        "Former bakers launch a campaign against sugar",
        "Campaign points at what sweets do to children",
    )
    glued = f"Food {headline} {standfirst}\n\nTwo bakers of Lund began a campaign to fight sugar in schools on Monday."
    text = glued if beside else f"{headline}\n\n{glued}"
    stated = (("title", headline, 1),) if beside else ()
    made = clean(Source("seeds/a.txt", "0" * 64, text, "txt", stated, "seeds/a.yml"))
    told = {made.text[b.span.start : b.span.end]: b.kind for b in made.blocks}
    assert told[glued.partition("\n")[0]] == "header"


def test_a_headline_again_behind_a_town_is_no_sentence() -> None:
    headline = "Former bakers launch a campaign against sugar"
    made = clean(Source("seeds/a.txt", "0" * 64, f"{headline}\n\nLUND {headline} \n\nThey met.", "txt"))
    assert [made.text[b.span.start : b.span.end] for b in made.blocks] == [headline, f"LUND {headline}", "They met."]


@pytest.mark.parametrize(
    "torn",
    [
        ["At the U . S . Hospital in Arua , Dr . Holm met Mr . J . K . Vale .", "He left on Sept . 5 ."],
        ["Turnout fell in the U . S .", "The mayor of St . Lund was re-elected ."],
    ],
)
def test_a_stop_that_spaces_have_torn_from_its_word_shortens_it_all_the_same(torn: list[str]) -> None:
    assert not wrongly_split(torn)
