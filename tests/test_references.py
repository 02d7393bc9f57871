"""The sources as references: escaped for TeX, dated as precisely as they are known."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from test_differences import linked

from generator.model import Stated
from generator.render.tables import reference_pages

if TYPE_CHECKING:
    from generator.model import Article

ONE = linked(("The harbour of Cebu was closed.", "2013-05-04")).articles[0]


def known(**fields: str) -> Article:
    """Return an article of which some fields are stated."""
    article = ONE
    for name, value in fields.items():
        article = article.known(name, Stated(value, (), "the file"))
    return article


def references(article: Article) -> tuple[str, list[dict[str, object]]]:
    bibtex, csl = (page.content.decode() for page in reference_pages((article,)))
    return bibtex, json.loads(csl)


def test_what_is_known_of_a_source_is_told_and_nothing_else() -> None:
    bibtex, (csl,) = references(known(title="Ice & fire", publisher="The Star", byline="Ana Torres"))
    assert bibtex.startswith("@misc{a0,\n  title = {{Ice \\& fire}},\n  author = {{Ana Torres}},\n")
    assert "  year = {{2013}},\n  month = {{5}},\n  day = {{4}},\n" in bibtex
    assert "url" not in bibtex
    assert csl["author"] == [{"literal": "Ana Torres"}]
    assert csl["issued"] == {"date-parts": [[2013, 5, 4]]}
    assert "URL" not in csl


def test_a_date_is_as_precise_as_it_is_known() -> None:
    assert references(known(published="2013-05"))[1][0]["issued"] == {"date-parts": [[2013, 5]]}
    assert references(known(published="2013"))[1][0]["issued"] == {"date-parts": [[2013]]}


@given(st.text(min_size=1).filter(str.strip))
def test_no_title_is_a_command_of_tex_or_ends_its_entry(title: str) -> None:
    bibtex, (csl,) = references(known(title=title))
    inside = bibtex[bibtex.index("{{") + 2 : bibtex.index("}},\n")]
    bare = re.sub(r"\\text[a-z]+\{\}|\\[{}$&#_%]", "", inside)
    assert not re.search(r"[\\{}$&#^_%~]", bare)
    assert isinstance(csl["title"], str)
