"""An article's text by blocks: every sentence with its anchor, names, terms and dates with their links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.dates import readable
from generator.render.markdown import Markdown, inert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Article, Block, Date, Findings, Span
    from generator.render.links import Links

_BULLETS = "•·-–—*‣◦▪●○■□►▸➢✓ \t"  # a list on the page has its own
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")  # 2025, 2025-04, 2025-04-14: what HTML calls a date

# Markdown takes quadratic time in the number of character references of one block: 5,000 take a third of a second.
# A block with more is written as HTML, which Markdown passes on untouched, without links.
MAX_REFERENCES = 3000


@dataclass(frozen=True, slots=True)
class Mark:
    """Markdown around a part of the text; of two that meet, the one that comes first in the list stays."""

    span: Span
    before: Markdown
    after: Markdown


def body(findings: Findings, links: Links) -> Markdown:
    """Return the shown text of an article as Markdown blocks."""
    article = findings.article
    marks = tuple(_marks(findings, links))
    numbers = {s: n for n, s in enumerate(article.sentences, 1)}
    parts: list[str] = []
    level = 2
    depth = 0
    for block in article.blocks:
        if block.kind == "removed":
            continue
        inside = [m for m in marks if block.span.holds(m.span)]
        line = _line(article, block, numbers, _first_mentions(inside))
        if line.count("&") > MAX_REFERENCES:
            parts.append(f"<p>{_line(article, block, numbers, ())}</p>")
            continue
        if block.kind == "heading":
            level = min(max(block.level + 1, 3), level + 1, 6)
        depth = min(max(block.level, 1), depth + 1) if block.kind == "item" else 0
        parts.append(_block(block, line, level if block.kind == "heading" else depth, numbers))
    return Markdown("\n\n".join(parts))


def _block(block: Block, line: Markdown, level: int, numbers: Mapping[Span, int]) -> str:
    match block.kind:
        case "heading":
            number = numbers[block.sentences[0]] if block.sentences else block.span.start
            return f"{'#' * level} {line} {{: #h-{number}}}"
        case "item":
            return f"{'    ' * (level - 1)}- {line}"
        case "title":
            return f"<strong>{line}</strong>"
        case "header":
            return f"<small>{line}</small>"
        case "caption":
            return f"<em>{line}</em>"
        case _:
            return str(line)


def _line(article: Article, block: Block, numbers: Mapping[Span, int], marks: Sequence[Mark]) -> Markdown:
    """Return a block's text on one line, its sentences inside their anchors."""
    parts = []
    at = block.span.start
    for sentence in block.sentences:
        gap = article.text[at : sentence.start]
        opening = at == block.span.start
        parts.append(_gap(gap.lstrip(_BULLETS) if opening else gap))
        parts.append(f'<span id="s{numbers[sentence]}">{composed(article.text, sentence, marks)}</span>')
        at = sentence.end
    parts.append(inert(article.text[at : block.span.end].rstrip()))
    return Markdown("".join(parts).strip())


def _gap(text: str) -> str:
    """Return what stands between two sentences: a number, a sign, or only white space."""
    return (inert(text.strip()) + " ") if text.strip() else " " if text else ""


def composed(text: str, span: Span, marks: Iterable[Mark]) -> Markdown:
    """Return a part of a text with the marks that lie inside it; marks that meet an earlier one are left out."""
    chosen: list[Mark] = []
    for mark in marks:
        if span.holds(mark.span) and not any(mark.span.meets(other.span) for other in chosen):
            chosen.append(mark)
    parts: list[str] = []
    at = span.start
    for mark in sorted(chosen, key=lambda m: m.span):
        inside = inert(text[mark.span.start : mark.span.end])
        parts += (_between(text[at : mark.span.start]), mark.before, inside, mark.after)
        at = mark.span.end
    parts.append(_between(text[at : span.end]))
    return Markdown("".join(parts))


def _between(text: str) -> str:
    """Return text that stands beside marks; a single space at either end stays one."""
    inside = text.strip(" ")
    first, _, last = text.partition(inside) if inside else (text, "", "")
    return first + inert(inside) + last if max(len(first), len(last)) <= 1 else inert(text)


def _first_mentions(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks without those that lead where an earlier one in the block leads."""
    seen: set[str] = set()
    kept = []
    for mark in marks:
        if mark.after not in seen:
            kept.append(mark)
        if mark.after.startswith("]"):
            seen.add(mark.after)
    return tuple(kept)


def _marks(findings: Findings, links: Links) -> Iterator[Mark]:
    """Yield what may be marked: names, the longer first, then terms, then dates."""
    article = findings.article.id
    catalogue = links.catalogue
    names = [(m, e) for e in catalogue.entities.values() for m in e.mentions if m.article == article]
    for mention, entity in sorted(names, key=lambda n: (n[0].span.start, -n[0].span.end, n[1].id)):
        if mention.form not in ("pronoun", "description"):
            yield Mark(mention.span, *links.around(entity))
    uses = [(u, e) for e in catalogue.entries.values() if not e.entity for u in e.uses if u.article == article]
    for use, entry in sorted(uses, key=lambda u: (u[0].span.start, -u[0].span.end, u[1].id)):
        yield Mark(use.span, *links.around(entry))
    for date in findings.dates:
        if date.value:
            yield Mark(date.span, *_time(date, date.value))


def _time(date: Date, value: str) -> tuple[Markdown, Markdown]:
    because = f" ({date.because})" if date.because else ""
    title = f"{readable(value)}: {date.basis}{because}"
    if _PLAIN_DATE.fullmatch(value):
        return Markdown('<time datetime="{}" title="{}">').format(value, title), Markdown("</time>")
    return Markdown('<span class="date" title="{}">').format(title), Markdown("</span>")
