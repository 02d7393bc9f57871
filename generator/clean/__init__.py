"""Source ──▶ Article: header, boilerplate, blocks, sentences."""

from dataclasses import replace

from generator.clean import fields, publication
from generator.clean.identity import identify
from generator.clean.language import language, unread
from generator.clean.layout import laid_out
from generator.clean.stated import contradicted, edit_blocks, edited, retracted, stated
from generator.clean.structure import structure
from generator.model import Article, Layout, Source

__all__ = ["clean", "identify", "laid_out"]


def clean(source: Source) -> Article:
    """Classify every part of the source's text, and read what it says of itself; what a sidecar states wins.

    The id is the file's name until ``identify`` gives the final one.
    """
    blocks, wrong = edit_blocks(structure(source), source)
    name = source.path.rpartition("/")[2].rpartition(".")[0]
    article = Article(
        id=name,
        path=source.path,
        sha256=source.sha256,
        text=source.text,
        blocks=blocks,
        kept=source.kept,
        short=source.stated("short"),
        note=source.note,
        copy_of=source.stated("copy-of"),
        supplied=source.supplied,
        cited_only=source.status == "cite-only",
        problems=wrong,
    )
    own = stated(_read(article, source.layout), source)
    known = retracted(contradicted(edited(own, source), own.published))
    return replace(known, unread=unread(known))


def _read(article: Article, layout: Layout) -> Article:
    opening = fields.find_dateline(article)
    spoken = language(article)
    return replace(
        article,
        title=fields.title(article, layout.name),
        publisher=fields.publisher(article, opening, layout.name),
        byline=fields.byline(article),
        published=fields.dated(article, opening, publication.published(article, spoken, layout.day)),
        dateline=fields.dateline(article, opening),
        language=spoken,
        kind=fields.genre(article),
        url=fields.url(article),
    )
