"""The words of the pages in other languages: all there, with the same placeholders, and nothing English left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from conftest import ROOT
from hypothesis import given
from test_edtf import VALUES

from generator.render.dates import readable
from generator.settings import load_settings
from generator.words import LANGUAGES, _, language, listed, number, speaking
from generator.words.__main__ import HERE, missing, updated
from generator.words.paragraphs import translated
from generator.words.reasons import perhaps, told

if TYPE_CHECKING:
    from pathlib import Path

NAMED = re.compile(r"(?<![{%\w])\{([a-z_]*)\}(?!\})")  # {name}, and no expression of Jinja
CODE = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
TEXTS = re.compile(r'"[^"]*"')
FORM = re.compile(r"\b(?!\d)[\w.]+\b")
FILES = sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in (".md", ".js", ".yml"))


def test_english_stays_as_it_stands_in_the_templates() -> None:
    for path in FILES:
        source = path.read_text(encoding="utf-8")
        assert translated(source, path.name) == source


def test_a_language_ends_with_its_block() -> None:
    with speaking("de"):
        assert language() == "de"
    assert language() == "en"


def test_what_has_no_words_stays_english_and_is_noted() -> None:
    with speaking("de") as lacking:
        assert _("no language has words for {what}", what="this") == "no language has words for this"
    assert lacking == {"no language has words for {what}"}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-04-14", "14. April 2025"),
        ("2025-03", "März 2025"),
        ("2025", "2025"),
        ("2024-08-18/2024-08-20", "18.–20. August 2024"),
        ("2024-07-28/2024-08-02", "28. Juli – 2. August 2024"),
        ("2016/..", "seit 2016"),
        ("../2024-05-02", "bis 2. Mai 2024"),
        ("197X", "die 1970er-Jahre"),
        ("18XX", "das 19. Jahrhundert"),
        ("2024-22", "Sommer 2024"),
        ("2024-04/2024-06", "zweites Quartal 2024"),
        ("2024-05~/2024-08~", "Mitte 2024"),
        ("1970~/1973~", "Anfang der 1970er-Jahre"),
        ("2024-05~", "etwa Mai 2024"),
    ],
)
def test_a_date_is_written_as_germans_write_it(value: str, words: str) -> None:
    with speaking("de") as lacking:
        assert (readable(value), lacking) == (words, set())


@given(VALUES)
def test_every_date_has_german_words(value: str) -> None:
    with speaking("de") as lacking:
        assert not set(readable(value).split()) & {
            "the",
            "of",
            "about",
            "early",
            "late",
            "March",
            "May",
            "since",
            "until",
        }
        assert not lacking


def test_numbers_and_lists_are_those_of_the_language() -> None:
    assert (number(1234567), listed(("a", "b", "c"))) == ("1,234,567", "a, b and c")
    with speaking("de"):
        assert (number(1234567), number(0.5), listed(("a", "b", "c"))) == ("1.234.567", "0,5", "a, b und c")


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("three days before 14 April 2025", "drei Tage vor dem 14. April 2025"),
        ("75 years before 14 April 2025, the dateline", "75 Jahre vor dem 14. April 2025 (Ortsmarke)"),
        ("the last Monday up to 3 May 2024, the dateline", "der letzte Montag bis zum 3. Mai 2024 (Ortsmarke)"),
        ("told without a date, in an article of 28 July – 2 August 2024", "28. Juli – 2. August 2024"),
        ("an initial stands in it; a title follows it", "ein Anfangsbuchstabe steht darin; ein Titel folgt"),
        ("it tells of “last Monday” as past", "er berichtet von „last Monday“ als vergangen"),
        ("both name: May; March; Monday", "beide nennen: May; March; Monday"),
    ],
)
def test_a_reason_is_known_by_its_words_and_what_a_source_says_stays(reason: str, words: str) -> None:
    with speaking("de") as lacking:
        assert told(reason).endswith(words)
        assert not lacking


def test_what_no_message_fits_stays() -> None:
    with speaking("de") as lacking:
        assert told("The words of a source stay.") == "The words of a source stay."
        assert told("the President of the sea") == "the President of the sea"
        assert perhaps("three days") == "three days"
    assert len(lacking) == 2


@pytest.mark.parametrize(
    ("theme", "code", "said"), [("de", "de", ()), ("de-AT", "de", ()), ("fr", "en", ("fr", "en and de"))]
)
def test_the_pages_speak_the_language_of_the_theme_if_they_can(
    tmp_path: Path, theme: str, code: str, said: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Dams\ntheme: {{name: material, language: {theme}}}\n", "utf-8")
    settings = load_settings(tmp_path)
    (problem,) = settings.problems(()) or ("",)
    assert settings.language == code
    assert bool(said) == bool(problem)
    assert all(word in str(problem) for word in said)


def test_a_build_says_that_words_are_lacking(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Dams\ntheme: {name: material, language: de}\n", "utf-8")
    (problem,) = load_settings(tmp_path).problems({"More words"})
    assert "1 messages stay English, such as “More words”" in str(problem)


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_every_message_has_its_words(code: str) -> None:
    assert [m.id for m in missing(updated(code))] == [], "run: python -m generator.words"


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_no_words_are_kept_for_messages_that_are_gone(code: str) -> None:
    with (HERE / f"{code}.po").open(encoding="utf-8") as stream:
        kept = {(m.context, m.id) for m in read_po(stream, locale=code)}
    assert kept == {(m.context, m.id) for m in updated(code)}, "run: python -m generator.words"


def forms(one: str | tuple[str, ...]) -> tuple[str, ...]:
    return (one,) if isinstance(one, str) else tuple(one)


def names(text: str) -> set[str]:
    """Return what fills a message: its placeholders, and the names in its expressions, texts aside."""
    code = " ".join(TEXTS.sub("", found) for found in CODE.findall(text))
    return {*NAMED.findall(text), *FORM.findall(code)} - GRAMMAR


GRAMMAR = {"if", "else", "elif", "endif", "count", "length", "number", "n"}
"""What the forms of one and many may need in one language and not in another."""


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_the_words_of_a_message_are_filled_with_the_same_things(code: str) -> None:
    for message in updated(code):
        if message.id:
            wanted = set().union(*map(names, forms(message.id)))
            for form in forms(message.string):
                assert names(form) <= wanted, message.id
            assert wanted == set().union(*map(names, forms(message.string))), message.id
