"""Text of outsiders stays text, and every page is made from whatever was found."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import markdown
import pytest
import yaml
from everywhere import everywhere
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from marked import article

from generator.errors import PageTemplateError
from generator.extract import extract
from generator.link import link
from generator.model import Briefing, Corrections
from generator.read.corrections import parse_corrections
from generator.render import render
from generator.render.dates import answer, readable
from generator.render.environment import environment, fill
from generator.render.markdown import Markdown, inert
from generator.render.page import front_matter

if TYPE_CHECKING:
    import jinja2

    from generator.model import Page

ROOT = Path(__file__).parent.parent
TEMPLATES = (ROOT / "templates",)


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose plugins may use tags of their own."""


def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """Return the site's Markdown extensions and their options."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    entries = [e if isinstance(e, dict) else {e: {}} for e in config["markdown_extensions"]]
    options = {name: value for entry in entries for name, value in entry.items()}
    return list(options), options


class Shown(HTMLParser):
    """What a reader sees of a piece of HTML: its text, the part in italics, its elements and their attributes."""

    def __init__(self, html: str) -> None:
        """Read the HTML."""
        super().__init__(convert_charrefs=True)
        self.text = self.italics = ""
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.inside |= tag == "i"
        self.elements.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        """Note the end of the italics."""
        self.inside &= tag != "i"

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data
        self.italics += data if self.inside else ""


def converted(source: str) -> Shown:
    names, options = extensions()
    return Shown(markdown.Markdown(extensions=names, extension_configs=options).convert(source))


def showable(text: str) -> str:
    """Return the text with a space or U+FFFD for what HTML has no way to write."""
    unwritable = "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
    return re.sub(unwritable, lambda c: " " if c[0].isspace() else "\ufffd", text)


SIGNS = "<>&\"'`*_{}[]()|#+-=!?:.~^$@\\/"
HOSTILE = st.text(alphabet=st.sampled_from(f"{SIGNS}\t\n \u00a0\u2028ab01wW\x00\x02\x85\u202e\u2066é語"))


@settings(max_examples=80, deadline=None)
@given(st.one_of(HOSTILE, st.text()))
@example("[x]: javascript:alert(1)")
@example("*[a]: b\n\na")
@example("1. a")
@example("    code")
@example("a\n===")
@example("{: #__config onclick=x }")
def test_a_text_is_shown_unchanged_by_the_sites_own_markdown(text: str) -> None:
    for before, after in (("", ""), ("# ", ""), ("- ", ""), ("> ", ""), ("x ", " y"), ("**", "**")):
        shown = converted(f"{before}<i>{inert(text)}</i>{after}")
        assert shown.italics == showable(text)
        assert set(shown.elements) <= {"p", "i", "h1", "ul", "li", "blockquote", "strong", "a"}
        assert "a" not in shown.elements or before == "# "


@settings(max_examples=80, deadline=None)
@given(HOSTILE)
def test_a_text_alone_on_a_line_starts_nothing(text: str) -> None:
    shown = converted(f"before\n\n{inert(text)}\n\nafter")
    assert set(shown.elements) <= {"p"}
    assert shown.text.replace("\n", "") == "before" + showable(text).replace("\n", "") + "after"


ENDINGS = st.text(alphabet=st.sampled_from("'\"()[]<>\\! ab"), max_size=12)
"""What can end the title of a link, or make an image of it."""


@settings(max_examples=200, deadline=None)
@given(st.one_of(HOSTILE, ENDINGS).filter(str.strip))
@example("a wall (called 'the wall')")
@example("a 'wall' (called 'the wall' )")
@example("'in marks'")
@example("no!")
def test_a_text_in_an_attribute_or_beside_a_link_stays_where_it_is(text: str) -> None:
    made = inert(text)
    source = f'<span title="{made}">a</span> {made}[{made}](c "{made}"){made}'
    for html in (markdown.markdown(source, extensions=extensions()[0]), MarkdownIt().render(source)):
        shown = Shown(html)
        titles = [" ".join((value or "").split()) for name, value in shown.attributes if name == "title"]
        assert titles == [" ".join(showable(text).split())] * 2
        assert shown.elements == ["p", "span", "a"]
        assert [value for name, value in shown.attributes if name == "href"] == ["c"]


@pytest.mark.parametrize("text", ["[" * 100_000, "`" * 100_000, '"' * 100_000, "1" * 100_000, " " * 100_000])
def test_long_hostile_text_takes_no_longer_than_other_text(text: str) -> None:
    assert len(inert(text)) >= len(text)


def test_ordinary_text_stays_readable_in_the_file() -> None:
    text = "It cost $2.5 million (2% more), said Ann O’Neill: “too much” – again! “No.”"
    assert inert(text) == text


@pytest.mark.parametrize("title", ["a\nb: c", '"}', "</title><script>", "é\u2028x\x85y\x00z", "---", "𝔘 {{ x }}"])
def test_a_title_is_one_string_in_the_front_matter_and_text_in_html(title: str) -> None:
    lines = front_matter(title, "article").splitlines()
    assert lines[:2] + lines[-1:] == ["---", "generated: briefing", "---"]
    found = yaml.safe_load("\n".join(lines[1:-1]))["title"]
    assert "<" not in found
    assert Shown(found).text.split() == "".join(c if c.isprintable() else " " for c in title).split()


def jinja(tmp_path: Path, template: str) -> jinja2.Environment:
    (tmp_path / "page.md").write_text(template, encoding="utf-8")
    return environment((tmp_path,))


def test_a_template_prints_values_inert_and_our_own_markdown_as_it_is(tmp_path: Path) -> None:
    made = jinja(tmp_path, '{{ text }} {{ ours }} {{ "<b>" }}{% set x %}{{ text }}{% endset %} {{ x }}')
    assert fill(made, "page.md", {"text": "*a*", "ours": Markdown("*b*")}) == "&#42;a&#42; *b* &lt;b&gt; &#42;a&#42;\n"


@pytest.mark.parametrize(
    "template",
    [
        "\n{{ missing }}",
        "\n{{ text ~ ours }}",
        "\n{{ ours + text }}",
        "\n{{ text + text }}",
        '\n{{ "%s" % text }}',
        "\n{{ text|safe }}",
        "\n{{ [text]|join }}",
        "\n{{ ours.join([text]) }}",
        "\n{{ text.__class__ }}",
        "\n{% if %}",
    ],
)
def test_a_template_that_names_nothing_or_glues_text_is_refused_with_its_line(tmp_path: Path, template: str) -> None:
    with pytest.raises(PageTemplateError, match=r"page\.md:2: "):
        fill(jinja(tmp_path, template), "page.md", {"text": "*a*", "ours": Markdown("*b*")})


@pytest.mark.parametrize(
    ("value", "words"),
    [("2025-04-14", "14 April 2025"), ("2016/..", "since 2016"), ("nonsense", "nonsense"), (None, "undated")],
)
def test_dates_are_told_in_words(value: str | None, words: str) -> None:
    assert readable(value) == words


def test_an_answer_is_told_in_words_only_where_it_is_a_date() -> None:
    assert [answer(v) for v in ("2024-08", "1950", "45", "2024-99")] == ["August 2024", "1950", "45", "2024-99"]


def pages(*texts: str) -> dict[str, str]:
    articles = [article(text, path=f"seeds/case-{n}.txt") for n, text in enumerate(texts)]
    briefing = link(tuple(extract(a) for a in articles), Corrections())
    return by_path(render(briefing, TEMPLATES, "Test"))


def by_path(made: tuple[Page, ...]) -> dict[str, str]:
    return {p.path: p.content.decode("utf-8", "replace") for p in made}


def test_an_index_lists_no_guess_among_what_has_no_page() -> None:
    listed = pages("Orin is late. Bo Reed came. The lake is calm.")["people/index.md"]
    assert "Bo Reed" in listed
    assert "**Orin**" not in listed


SECTIONS = ("articles/index", "people/index", "organisations/index", "places/index", "timeline", "quotes")
MORE = ("index", "figures", "glossary", "differences", "changes", "about")


def test_without_articles_every_section_is_there_and_says_so() -> None:
    made = by_path(render(Briefing(()), TEMPLATES))
    assert {f"{name}.md" for name in SECTIONS + MORE} <= set(made)
    assert "There are no articles yet" in made["index.md"]


def test_every_sentence_has_its_anchor_and_every_page_its_mark() -> None:
    made = pages("One thing happened. Another did too.\n\nA third followed.", "Nothing.")
    for path, text in made.items():
        assert not path.endswith(".md") or text.startswith("---\ngenerated: briefing\ntitle: ")
    body = made["articles/case-0.md"]
    assert [f'<span id="s{n}">' in body for n in (1, 2, 3, 4)] == [True, True, True, False]


def test_a_block_of_nothing_but_signs_is_shown_without_delay() -> None:
    made = [text for path, text in pages("*_" * 20_000 + " stars.").items() if path.startswith("articles/case-0")]
    assert any("<p><span" in text for text in made)
    assert sum(converted(text.split("---\n", 2)[2]).text.count("*_") for text in made) >= 20_000


BRACKETS = re.compile(r'<span class="put" data-for="([^"]*)">.*?</span>')
"""What an editor puts into a passage, with the words of the article that it stands for."""


def test_every_verbatim_passage_names_a_place_where_exactly_these_words_stand() -> None:
    briefing = everywhere(("*One* <b>thing</b>", "two  spaces and 1,000 more"))
    articles = {a.id: a for a in briefing.articles}
    marked = [
        (place if "/" in place else f"{path.removesuffix('.md').removeprefix('articles/')}/{place}", words)
        for path, text in by_path(render(briefing, TEMPLATES)).items()
        if path.endswith(".md")
        for place, words in re.findall(r'<span data-at="([^"]*)">(.*?)</span>', BRACKETS.sub(r"\1", text))
    ]
    assert len(marked) > 50
    for place, words in marked:
        at = re.fullmatch(r"([a-z0-9-]+)/([sb])(\d+)(?::(\d+)-(\d+))?", place)
        assert at, place
        article = articles[at[1]]
        span = (article.sentences if at[2] == "s" else [b.span for b in article.blocks])[int(at[3]) - 1]
        whole = article.text[span.start : span.end] if at[4] is None else ""
        part = article.text[span.start + int(at[4] or 0) : span.start + int(at[5] or 0)]
        assert converted(words).text == (whole or part)


def test_the_correction_that_a_page_offers_can_be_pasted() -> None:
    made = by_path(render(everywhere(('He said: "O\\\'Neill" #1', "Plain Name")), TEMPLATES))
    assert "(../data/corrections/people/named-000.yml)" in made["people/named-000.md"]
    found = parse_corrections(made["data/corrections/people/named-000.yml"])
    assert found.values("kinds") == (('He said: "O\\\'Neill" #1', "none"),)
    assert found.of("same")
    assert found.of("apart")


def test_a_page_that_has_moved_leads_to_its_new_address() -> None:
    moved = "moved: {articles/old.md: articles/case-000.md, gone.md: nowhere.md, index.md: about.md}"
    briefing = replace(everywhere(("Plain",)), corrections=parse_corrections(moved))
    made = by_path(render(briefing, TEMPLATES))
    assert 'content="0; url=case-000.html"' in made["articles/old.md"]
    assert "[here](../articles/case-000.md)" in made["articles/old.md"]
    assert "gone.md" not in made
    assert "kind: index" in made["index.md"]


@pytest.mark.parametrize("sign", ["[", "<b>"])
def test_a_name_or_sentence_of_nothing_but_signs_takes_no_page_hostage(sign: str) -> None:
    made = by_path(render(everywhere((sign * 4_000,)), TEMPLATES))
    for path, text in made.items():
        if path.endswith(".md") and not path.startswith("articles/case"):
            assert max(block.count("&") for block in text.split("\n\n")) < 4_000, path
    assert converted(made["articles/case-000.md"].split("---\n", 2)[2]).text.count(sign) >= 4_000
