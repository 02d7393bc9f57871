"""Articles in other languages: shown in full, and nothing in them is guessed by English rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import article

from generator.clean import clean, identify
from generator.extract import extract
from generator.link import link
from generator.model import Briefing, Corrections, Findings, Inferred, Source, Unknown, value_of
from generator.read import read
from generator.render.text import language

FILES = Path(__file__).parent / "files"
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
NAMED = """Harbour bridge closes
9 March 2024

The harbour bridge of Brightwater will close on Monday, the port authority said. “We have no choice,” said Ruth Okafor,
the engineer of the authority. Ruth Okafor told reporters that the repairs cost 4.6 million euros.
"""


def sample(code: str) -> Findings:
    path = FILES / "languages" / f"{code}.txt"
    return extract(clean(Source(path.name, "0" * 64, path.read_text(encoding="utf-8"), "txt")))


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_read_in_another_language_and_that_is_said(code: str) -> None:
    found = sample(code)
    assert found.article.unread == f"the article is in {LANGUAGES[code]}"
    assert (found.dates, found.names, found.quotes, found.figures, found.terms) == ((),) * 5
    assert [p.message.split(";")[0] for p in found.problems] == [f"not read: the article is in {LANGUAGES[code]}"]
    shown = " ".join(found.article.text[b.span.start : b.span.end] for b in found.article.blocks if b.kind != "removed")
    assert shown.split() == found.article.text.split()


@pytest.mark.parametrize("code", ["de", "es", "fr", "it", "pt", "zh"])
def test_the_day_of_publication_is_read_in_languages_whose_months_are_known(code: str) -> None:
    published = sample(code).article.published
    assert not isinstance(published, Unknown)
    assert published.value == "2024-03-09"


def test_a_day_that_could_be_a_month_is_read_as_the_language_writes_it() -> None:
    published = sample("vi").article.published
    assert isinstance(published, Inferred)
    assert (published.value, published.because) == ("2024-03-09", "the day is read first, as in Vietnamese")


def test_a_language_that_no_list_knows_is_not_taken_for_english() -> None:
    assert sample("et").article.unread == "the article is in a language that isn't known"


def test_english_is_read_and_so_is_a_text_too_short_to_tell() -> None:
    assert article(NAMED).unread == ""
    assert article("Ferry service resumes\n\nThe ferry resumed.").unread == ""


def joined(*codes: str) -> Briefing:
    texts = {"en.txt": NAMED} | {
        f"{c}.txt": (FILES / "languages" / f"{c}.txt").read_text(encoding="utf-8") for c in codes
    }
    sources = [Source(name, name.encode().hex().ljust(64, "0"), text, "txt") for name, text in texts.items()]
    return link(tuple(extract(a) for a in identify(tuple(map(clean, sources)), Corrections())), Corrections())


def test_names_that_stand_elsewhere_in_the_same_form_lead_on_and_nothing_else_is_said() -> None:
    briefing = joined(*LANGUAGES)
    unread = {f.article.id: f for f in briefing.findings if f.article.unread}
    assert len(unread) == len(LANGUAGES)
    for found in unread.values():
        assert "Ruth Okafor" in {n.text for n in found.names}
        assert {n.text for n in found.names} <= {"Ruth Okafor", "Brightwater"}
    assert not any(e.article in unread for event in briefing.events for e in event.evidence)
    assert not briefing.differences
    (okafor,) = [e for e in briefing.entities if e.name == "Ruth Okafor"]
    assert {m.article for m in okafor.mentions} >= set(unread)


def test_the_words_of_an_article_carry_their_language_and_direction() -> None:
    assert str(language(value_of(sample("ar").article.language))) == ' lang="ar" dir="rtl"'
    assert str(language(value_of(sample("vi").article.language))) == ' lang="vi" dir="ltr"'
    assert str(language(value_of(article(NAMED).language))) == ""


def test_what_the_editor_says_of_the_language_decides(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(NAMED, encoding="utf-8")
    (tmp_path / "seeds" / "a.yml").write_text("language: sw\n", encoding="utf-8")
    (source,), _ = read(tmp_path / "seeds", tmp_path)
    assert clean(source).unread == "the article is in Swahili"
