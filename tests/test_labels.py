"""What a source is called on the pages: never cut, distinct in the corpus, told by what other headlines don't have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import run
from hypothesis import given
from hypothesis import strategies as st
from test_differences import linked

from generator.model import Stated, Unknown
from generator.render.labels import LETTERS, labels_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Article

NONE = Unknown("nobody tells")
ONE = linked(("The harbour of Cebu was closed.", None)).articles[0]


def headed(*titles: str, publisher: str = "") -> list[Article]:
    """Return articles of these headlines."""
    by = Stated(publisher, (), "the file") if publisher else NONE
    return [a.known("publisher", by) for a in retitled(titles)]


def retitled(titles: Sequence[str]) -> list[Article]:
    """Return as many articles of one line with these headlines."""
    known = (Stated(title, (), "the file") for title in titles)
    return [replace(ONE.known("title", title), id=f"a{n}") for n, title in enumerate(known)]


def test_words_of_the_headline_that_others_do_not_have_name_a_source() -> None:
    told = labels_of(headed("Storm closes the harbour of Cebu", "Storm: Cebu mourns nine fishermen"))
    assert list(told.values()) == ["harbour of Cebu", "nine fishermen"]


HEADLINES = {
    "Deal ends Tesk port strike": "Tesk port strike",
    "Quarry owner was warned about wall, inspectors say": "Quarry owner",
    "Vanja Pension Fund to vote against Norvik offer": "Vanja Pension Fund",
    "What the settlement at Tesk leaves open": "settlement",
    "Lund and Kell agree to merge": "Lund and Kell",
    "China, Chile to foster cooperation": "China",
    "Grain importers fear shortage as strike enters third day": "Grain importers",
    "Residents of Losap ask for clean water": "Residents of Losap",
}


def test_a_label_names_something_and_is_no_piece_of_a_sentence() -> None:
    assert list(labels_of(headed(*HEADLINES)).values()) == list(HEADLINES.values())


def test_a_label_is_no_amount_without_its_money() -> None:
    assert list(labels_of(headed("Board rejects Cebu Potters' $1.7 billion approach")).values()) == ["Cebu Potters"]


def test_where_nobody_published_it_who_wrote_it_names_a_source() -> None:
    one, other = headed("Storm closes the harbour of Cebu", "Storm: Cebu mourns nine fishermen")
    told = labels_of([one.known("byline", Stated("Ana Torres", (), "the file")), other])
    assert list(told.values()) == ["by Ana Torres", told["a1"]]


def test_an_agency_that_an_article_credits_comes_before_its_author() -> None:
    article = headed("Storm closes the harbour of Cebu")[0].known("byline", Stated("Ana Villa", (), "the file"))
    assert list(labels_of([article]).values()) == ["by Ana Villa"]
    assert list(labels_of([article.known("house", Stated("AFP", (), "the file"))]).values()) == ["AFP"]


def test_one_word_names_no_source_where_the_headline_has_more() -> None:
    told = labels_of(headed("What I would like to know about the harbour", "Harbour of Cebu closes", "Cebu's harbour"))
    assert told["a0"] == "What I would like to know"


def test_a_source_without_a_headline_is_named_for_its_story_and_for_no_caption() -> None:
    caption = "Image copyright Getty Images Image caption A net lies on the quay\n\n"
    bare = replace(
        linked((f"{caption}Fishermen mended their nets on Friday. They went home.", None)).articles[0], id="b"
    )
    told = labels_of([bare.known("title", NONE).known("publisher", NONE), *headed("Storm closes the harbour of Cebu")])
    assert told["b"] == "Fishermen"


def test_of_words_that_tell_as_much_the_same_are_taken_whatever_the_hash_seed() -> None:
    told = {run("test_labels", cwd=Path(__file__).parent, PYTHONHASHSEED=str(seed)).stdout for seed in range(8)}
    assert told == {"Volcano Cebu\n"}


def test_a_publisher_comes_before_the_headline_and_is_dated_where_it_has_several() -> None:
    assert list(labels_of(headed("Storm closes harbour", publisher="The Star")).values()) == ["The Star"]
    one, other = headed("Storm closes harbour", "Nine die", publisher="The Star")
    day = Stated("2013-05-04", (), "the file")
    told = labels_of([one.known("published", day), other])
    assert list(told.values()) == ["The Star, 4 May 2013", "The Star, undated"]


def test_articles_of_one_publisher_and_day_are_told_apart_by_their_headlines() -> None:
    told = labels_of(headed("Storm closes harbour", "Nine die", publisher="www.star.example"))
    assert list(told.values()) == ["star.example, Storm", "star.example, Nine die"]


@pytest.mark.parametrize("title", ["风暴关闭港口", "…", "The of and", "A" * 200, "?!"])
def test_any_headline_gives_a_label(title: str) -> None:
    (label,) = labels_of(headed(title)).values()
    assert label
    assert "…" not in label or title == "…"


@given(st.lists(st.sampled_from(("Storm", "harbour", "the", "of", "nine", "die", "Cebu", "-", ":")), min_size=1))
def test_labels_are_distinct_short_and_whole_words(words: list[str]) -> None:
    titles = [" ".join(words), " ".join(reversed(words)), "Storm of Cebu"]
    told = labels_of(retitled(titles))
    assert len(set(told.values())) == len(told)
    assert all(len(label) <= LETTERS + 4 for label in told.values())


if __name__ == "__main__":
    alike = ("Volcano Cebu harbour ferry", "Cebu mourns", *(f"{n} harbour" for n in "ABCD"), "Ash", "Rain", "Fog")
    print(labels_of(headed(*alike))["a0"])  # noqa: T201 - read by the test


def test_the_check_knows_a_source_by_the_agency_that_it_credits(tmp_path: Path) -> None:
    assert run("generator", "new", ".", cwd=tmp_path).returncode == 0
    for example in (tmp_path / "seeds").iterdir():
        example.unlink()
    told = "The lake of Osorno rose by a metre on Sunday, its wardens said. “We moved two camps,” said Ana Villa."
    text = f"Lake of Osorno rises\n\nOSORNO, Chile, 4 May 2025 (PNA) - {told}\n\n(Reporting by Bruno Holm)\n"
    (tmp_path / "seeds" / "lake.txt").write_text(text, encoding="utf-8")
    assert run("generator", "build", cwd=tmp_path).returncode == 0
    checked = run("generator", "check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
