"""The words of the pages in other languages: all there, with the same placeholders, and nothing English left."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from conftest import ROOT
from everywhere import everywhere
from hypothesis import given
from markdown.extensions.toc import slugify
from test_edtf import VALUES
from test_glossary import briefing_of

from generator.pipeline import linked
from generator.render import render
from generator.render.dates import readable
from generator.render.text import language as marked
from generator.scaffold import make_project
from generator.settings import load_settings
from generator.words import LANGUAGES, _, language, number, speaking
from generator.words.__main__ import HERE, missing, updated
from generator.words.paragraphs import translated
from generator.words.reasons import asked, perhaps, told

if TYPE_CHECKING:
    from collections.abc import Iterator
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
        ("2024-33/2024-12", "erstes Quartal 2024 – Dezember 2024"),
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


def test_numbers_are_those_of_the_language() -> None:
    assert number(1234567) == "1,234,567"
    assert (number(Decimal("0.333333333333333")), number(Decimal("0.25"))) == ("1/3", "0.25")
    with speaking("de"):
        assert (number(1234567), number(0.5)) == ("1.234.567", "0,5")


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


NOT_WORDS = re.compile(  # code, tags, addresses, attributes, and what the about page gives as examples of English
    r"""(?xs)
      <span\ class="example".*?</span>
    | <pre.*?</pre> | <code>.*?</code> | `[^`]*` | <[^>]*> | \]\([^)]*\) | \{:[^}]*\} | „[^“]*“ | (?<!\*)\*[a-z][^*]*\*
    """
)
ENGLISH_ONLY = re.compile(
    r"""(?xi) \b(?:
      and | are | articles? | as | at | before | by | first | for | from | is | it | more | no | not | of | on | one
    | only | other | said | sentences? | sources? | than | that | the | this | to | what | when | where | which | with
    )\b"""
)


def english(page: str) -> Iterator[str]:
    """Yield the lines of a page that hold a word of the interface that is English."""
    for line in NOT_WORDS.sub("", page.split("---\n", 2)[2]).splitlines():
        if ENGLISH_ONLY.search(line):
            yield line


def test_nothing_english_is_left_on_any_page_but_the_words_of_the_articles() -> None:
    with speaking("de"):
        pages = render(everywhere(("§§§ §§", "§§ §")), (ROOT / "templates",), "§")
    left = {p.path: found for p in pages if p.path.endswith(".md") and (found := list(english(p.content.decode())))}
    assert left == {}


def test_data_and_addresses_are_the_same_in_every_language() -> None:
    briefing = everywhere(("§§§ §§", "§§ §"))
    spoken = []
    for code in LANGUAGES:
        with speaking(code):
            spoken.append({p.path: p.content for p in render(briefing, (ROOT / "templates",), "§")})
    first, *others = spoken
    for other in others:
        assert other.keys() == first.keys()
        data = [path for path in first if path.endswith((".csv", ".ics", "briefing.json", "schema.json"))]
        assert len(data) > 5
        assert all(other[path] == first[path] for path in data)
        anchors = re.compile(rb"\{: ?#([\w-]+)| id=\"(?!why-)([^\"]+)\"")  # a reason has an anchor of its own words
        for path in first:
            if path.endswith(".md"):
                assert set(anchors.findall(first[path])) <= set(anchors.findall(other[path])), path


@pytest.mark.parametrize(
    ("page", "text", "attributes"),
    [("en", "en", ""), ("en", "de", ' lang="de" dir="ltr"'), ("de", "en", ' lang="en" dir="ltr"'), ("de", "de", "")],
)
def test_the_words_of_an_article_in_another_language_are_marked(page: str, text: str, attributes: str) -> None:
    with speaking(page):
        assert marked(text) == attributes


def test_a_page_in_german_is_as_it_was_read() -> None:
    """After a change of the page: look at what differs, and write the new page into the file."""
    found = briefing_of(
        "Bridge opens\n\nBy Ana Lee\n\nMay 2, 2024\n\nThe bridge opened on Monday, Ana Lee said. It cost $250 million.",
        "Bridge closed\n\nThe bridge was closed. Ana Lee said it had cost too much.",
    )
    with speaking("de") as lacking:
        pages = {p.path: p.content.decode() for p in render(found, (ROOT / "templates",), "Die Brücke")}
    assert lacking == set()
    assert pages["articles/index.md"] == (ROOT / "tests" / "files" / "german.md").read_text(encoding="utf-8")


def test_a_new_project_can_be_german(tmp_path: Path) -> None:
    make_project(tmp_path / "new", "Die Brücke", language="de")
    config = (tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8")
    assert load_settings(tmp_path / "new").language == "de"
    assert "  - Zeitleiste: timeline.md\n" in config
    assert "Diese Seite gibt es nicht" in (tmp_path / "new" / "templates" / "theme" / "404.html").read_text("utf-8")


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_a_heading_keeps_its_address(code: str) -> None:
    for message in updated(code):
        if isinstance(message.id, str) and message.id.startswith("#"):
            addresses = re.findall(r"\{: ?#([\w-]+)", message.id) or [slugify(message.id.lstrip("# "), "-")]
            assert f"#{addresses[0]}" in str(message.string), message.id


def test_every_reason_of_the_demo_has_german_words() -> None:
    """A new reason of a stage stands in ``de.po`` with the context ``reason``."""
    settings = load_settings(ROOT)
    briefing, _problems = linked(settings)
    with speaking("de") as lacking:
        pages = render(briefing, settings.template_path, settings.title)
    assert lacking == set()
    assert '<span lang="en">' not in "".join(p.content.decode() for p in pages if p.path.endswith(".md"))


@pytest.mark.parametrize(
    ("question", "in_german"),
    [
        ("Where will the talks on a new dam be held?", "Wo war das?"),
        ("What caused the fire in the library of Ghent?", "Was war die Ursache?"),
        ("Which name is right, Cusco or Arequipa?", "Welcher Name stimmt?"),
    ],
)
def test_a_question_in_words_of_a_source_is_asked_in_short(question: str, in_german: str) -> None:
    with speaking("de"):
        assert asked("name", question) == (in_german, True)
    assert asked("name", question) == (question, False)
