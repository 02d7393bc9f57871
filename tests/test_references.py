"""The sources as references: escaped for TeX, dated as precisely as they are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from test_differences import linked

from generator.model import Stated
from generator.render.references import references

if TYPE_CHECKING:
    from generator.model import Article

ONE = linked(("The harbour of Cebu was closed.", "2013-05-04")).articles[0]


def known(**fields: str) -> Article:
    """Return an article of which some fields are stated."""
    article = ONE
    for name, value in fields.items():
        article = article.known(name, Stated(value, (), "the file"))
    return article


def bibtex(article: Article) -> str:
    return references((article,)).content.decode()


def test_what_is_known_of_a_source_is_told_and_nothing_else() -> None:
    found = bibtex(known(title="Ice & fire", publisher="The Star", byline="Ana Torres"))
    assert found.startswith("@misc{a0,\n  title = {{Ice \\& fire}},\n  author = {{Ana Torres}},\n")
    assert "  year = {{2013}},\n  month = {{5}},\n  day = {{4}},\n" in found
    assert "url" not in found


def test_a_date_is_as_precise_as_it_is_known() -> None:
    assert "  year = {{2013}},\n  month = {{5}},\n}" in bibtex(known(published="2013-05"))
    assert "  year = {{2013}},\n}" in bibtex(known(published="2013"))


@given(st.text(min_size=1).filter(str.strip))
def test_no_title_is_a_command_of_tex_or_ends_its_entry(title: str) -> None:
    found = bibtex(known(title=title))
    inside = found[found.index("{{") + 2 : found.index("}},\n")]
    bare = re.sub(r"\\text[a-z]+\{\}|\\[{}$&#_%]", "", inside)
    assert not re.search(r"[\\{}$&#^_%~]", bare)
