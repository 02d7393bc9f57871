"""An article's text by blocks: every sentence with its anchor, names, terms and dates with their links."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from generator.model import Article, Block, Date, Findings, Span, value_of
from generator.render.dates import readable
from generator.render.markdown import Markdown, inert, too_heavy
from generator.render.titles import title_of
from generator.text.fold import small
from generator.words import ENGLISH, _
from generator.words import language as spoken
from generator.words.reasons import told

if TYPE_CHECKING:
    from generator.render.links import Links


REASON = "#why"
"""Where the link of a reason leads until the page is finished."""
RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"))
_BULLETS = "#>•·-–—*‣◦▪●○■□►▸➢✓ \t"  # the page has its own
_WORD = re.compile(r"\w+(?:['’]\w+)*")  # sail, can't
MARKED = 0.6  # of a text that is marked
LONGEST_COMPARED = 400  # words; two longer texts are shown without marks
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")  # 2025, 2025-04, 2025-04-14: what HTML calls a date


@dataclass(frozen=True, slots=True)
class Mark:
    """Markdown around a part of the text, or ``instead`` of it; of two that meet, the first of the list stays."""

    span: Span
    before: Markdown
    after: Markdown
    instead: Markdown | None = None


def heading(article: Article) -> Markdown:
    """Return the title as the heading of the article's page: the words of its block, if that alone opens the text."""
    first = _opening(article)
    return _line(article, first, _numbers(article), {}) if first else Markdown.escape(title_of(article))


def _opening(article: Article) -> Block | None:
    """Return the first block that is shown, if it is the title and nothing else."""
    first = next((b for b in article.blocks if b.kind != "removed"), None)
    if first is None or first.kind != "title" or not first.sentences:
        return None
    words = " ".join(article.text[first.span.start : first.span.end].split())
    return first if words == title_of(article) and not too_heavy(inert(words)) else None


def body(findings: Findings, links: Links) -> Iterator[dict[str, Any]]:
    """Yield the shown blocks of an article but the heading of its page: Markdown, numbers of sentences, if an item."""
    article = findings.article
    marks = _by_sentence(article, _marks(findings, links))
    numbers, first = _numbers(article), _opening(article)
    level, depth = 2, 0
    for block in article.blocks:
        if block.kind == "removed" or block is first:
            continue
        line = _line(article, block, numbers, marks)
        own, item = tuple(numbers[s] for s in block.sentences), block.kind == "item"
        if too_heavy(line):  # HTML is passed on untouched; it can hold no links
            bare = Markdown(f"<p>{_line(article, block, numbers, {})}</p>")
            yield {"words": bare, "sentences": own, "item": False}
            continue
        if block.kind == "heading":
            level = min(max(block.level + 1, 3), level + 1, 6)
        depth = min(max(block.level, 1), depth + 1) if item else 0
        words = Markdown(_block(block, line, level if block.kind == "heading" else depth, numbers))
        yield {"words": words, "sentences": own, "item": item}


def _numbers(article: Article) -> Mapping[Span, int]:
    return {s: n for n, s in enumerate(article.sentences, 1)}


def _by_sentence(article: Article, marks: Iterable[Mark]) -> Mapping[int, Sequence[Mark]]:
    """Return the marks by the number of the sentence that they begin in."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        at = article.sentence_at(mark.span.start)
        if at is not None:
            found.setdefault(at + 1, []).append(mark)
    return found


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


def _line(article: Article, block: Block, numbers: Mapping[Span, int], marks: Mapping[int, Sequence[Mark]]) -> Markdown:
    """Return a block's text on one line, its sentences inside their anchors."""
    parts = []
    seen: set[str] = set()
    spoken = language(value_of(article.language))
    at = block.span.start
    for sentence in block.sentences:
        gap = article.text[at : sentence.start].lstrip(_BULLETS if at == block.span.start else "")
        parts.append(f"{inert(gap.strip())} " if gap.strip() else " " * bool(gap))  # a number, a sign, white space
        number = numbers[sentence]
        own = _first_mentions(marks.get(number, ()), seen)
        text = composed(article.text, sentence, own)
        parts.append(f'<span id="s{number}"{spoken}>{text}</span>')
        at = sentence.end
    parts.append(inert(article.text[at : block.span.end].rstrip()))
    return Markdown("".join(parts).strip())


def language(known: str | None) -> Markdown:
    """Return the attributes that tell a language, where it isn't the page's own; what isn't known is English."""
    known = known or ENGLISH
    if known == spoken():
        return Markdown("")
    return Markdown(' lang="{}" dir="{}"').format(known, "rtl" if known in RIGHT_TO_LEFT else "ltr")


def composed(text: str, span: Span, marks: Iterable[Mark]) -> Markdown:
    """Return a part of a text with the marks that lie inside it; marks that meet an earlier one are left out."""
    chosen: list[Mark] = []  # by their place; no two meet
    for mark in marks:
        i = bisect(chosen, mark.span, key=lambda m: m.span)
        if span.holds(mark.span) and not any(mark.span.meets(m.span) for m in chosen[max(i - 1, 0) : i + 1]):
            chosen.insert(i, mark)
    parts: list[str] = []
    at = span.start
    for mark in chosen:
        inside = inert(text[mark.span.start : mark.span.end]) if mark.instead is None else mark.instead
        parts += (_between(text[at : mark.span.start]), mark.before, inside, mark.after)
        at = mark.span.end
    parts.append(_between(text[at : span.end]))
    return Markdown("".join(parts))


def _between(text: str) -> str:
    """Return text that stands beside marks; a single space at either end stays one."""
    inside = text.strip(" ")
    first, _, last = text.partition(inside) if inside else (text, "", "")
    return first + inert(inside) + last if max(len(first), len(last)) <= 1 else inert(text)


def _first_mentions(marks: Iterable[Mark], seen: set[str]) -> Iterator[Mark]:
    """Yield the marks without the links that lead where one that was seen leads."""
    for mark in marks:
        if mark.after not in seen:
            yield mark
        if mark.after.startswith("]"):
            seen.add(mark.after)


def _marks(findings: Findings, links: Links) -> Iterator[Mark]:
    """Yield what may be marked: names, the longer first, then terms, then dates."""
    article, lookup = findings.article.id, links.lookup
    around: dict[str, tuple[Markdown, Markdown]] = {}
    for span, form, entity in lookup.mentions.get(article, ()):
        if form not in ("pronoun", "description"):
            around[entity] = around.get(entity) or links.around(entity)
            yield Mark(span, *around[entity])
    for use, entry in lookup.uses.get(article, ()):
        yield Mark(use.span, *links.around(entry))
    for date in findings.dates:
        if date.value and (around_it := _time(date, date.value)):
            yield Mark(date.span, *around_it)


def _time(date: Date, value: str) -> tuple[Markdown, Markdown] | None:
    """Return what stands around a date: its value where HTML can hold it, and the reason where it was worked out."""
    plain = _PLAIN_DATE.fullmatch(value)
    before, after = Markdown('<time datetime="{}">').format(value) if plain else "", "</time>" if plain else ""
    if date.basis not in ("relative", "computed", "supplied"):
        return (Markdown(before), Markdown(after)) if plain else None
    because = told(date.because)
    if date.basis == "supplied":
        reason = because
    else:
        reason = _("worked out, {because}", because=because) if because else _("worked out")
    words = _("{day}: {reason}", day=readable(value), reason=reason)
    return Markdown(f"[{before}"), Markdown(after) + Markdown(']({} "{}")').format(Markdown(REASON), words)


def marked(text: str, own: Sequence[Mark]) -> Markdown:
    """Return a text with its ``own_words`` marked; where that is most of it none, for it would show nothing."""
    few = sum(mark.span.end - mark.span.start for mark in own) <= MARKED * len(text)
    return composed(text, Span(0, len(text)), own if few else ())


def own_words(one: str, other: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return marks on the words of each text that the other doesn't have at the same place, whatever their capitals."""
    if one == other:
        return (), ()
    words, others = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    if max(len(words), len(others)) > LONGEST_COMPARED:
        return (), ()
    a, b = ([small(m[0]) for m in each] for each in (words, others))
    pieces = SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes() if a != b else ()
    unlike = [ranges for tag, *ranges in pieces if tag != "equal"]
    return _on(words, (r[:2] for r in unlike)), _on(others, (r[2:] for r in unlike))


def _on(words: Sequence[re.Match[str]], ranges: Iterable[Sequence[int]]) -> tuple[Mark, ...]:
    spans = (Span(words[i].start(), words[j - 1].end()) for i, j in ranges if i < j)
    return tuple(Mark(span, Markdown("<mark>"), Markdown("</mark>")) for span in spans)
