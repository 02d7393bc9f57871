"""The sentences of each article, as a script that the cards beside links fetch when one opens; from a folder, too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.model import Page, value_of
from generator.render.dates import readable
from generator.render.lookup import title_of
from generator.render.markdown import printable
from generator.render.places import has_anchor
from generator.render.text import RIGHT_TO_LEFT
from generator.words import ENGLISH, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Article
    from generator.render.lookup import Lookup


def sentence_pages(lookup: Lookup) -> Iterator[Page]:
    """Yield ``data/sentences/an-article.js`` for each article: title, source, and what stands at each anchor."""
    for article in lookup.briefing.articles:
        parts = ",\n".join(f"{_json(place)}:{_json(printable(words))}" for place, words in _parts(article))
        known = value_of(article.language) or ENGLISH
        turned = "rtl" if known in RIGHT_TO_LEFT else ""
        about = {"title": printable(title_of(article)), "by": _by(article), "lang": known, "dir": turned}
        head = _json(about).removesuffix("}")
        made = f'window.briefing.sentences[{_json(article.id)}]={head},"parts":{{\n{parts}\n}}}};\n'
        yield Page(f"data/sentences/{article.id}.js", made.encode())


def _parts(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the anchors of the sentences and of the removed parts, with the words on one line."""
    for number, span in enumerate(article.sentences, 1):
        yield f"s{number}", " ".join(article.text[span.start : span.end].split())
    for number, block in enumerate(article.blocks, 1):
        if block.kind == "removed" and has_anchor(article, f"b{number}"):
            yield f"b{number}", " ".join(article.text[block.span.start : block.span.end].split())


def _by(article: Article) -> str:
    """Return who published an article and when, as far as that is known."""
    publisher, published = value_of(article.publisher), value_of(article.published)
    return printable(f"{publisher or _('publisher unknown')}, {readable(published) if published else _('no date')}")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
