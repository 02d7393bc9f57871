"""Lists that announce how many things they hold: ``six goals, which cover A, B, C, D and E``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import words
from generator.link.differences.sums.check import check, lines_with
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Block, Check, Evidence, Figure

FEWEST, MOST = 2, 20
"""Items of a list that announces their number."""
LONGEST_ITEM = 10
"""Words of an item between commas; in longer ones a comma may stand for anything."""
INCOMPLETE = 2
"""A list with this times fewer or more items than announced gives examples, or tells something of each item."""

_WORDS = r"""(?: [^\s.;:,“”"()–—]{1,30} \s ){0,3} [^\s.;:,“”"()–—]{1,30}"""
_CLOSED = r"""(?: [’'”"] \s? , | , \s? [’'”"]? | [’'”"] )?"""
_OPENS = re.compile(
    rf"""(?xi)
    \s (?P<head> {_WORDS} ) (?:
        : \s                                                        # “ new rules: A, B and C”
      | {_CLOSED} \s (?P<dash> [–—] | -(?=\s) ) \s?                 # “ new rules – A, B and C –”
      | \s (?P<bracket> \( )                                        # “ new rules (A, B and C)”
      | {_CLOSED} ,? \s (?: namely | to\ wit | viz\.? | i\.e\.? | that\ is ) ,? :? \s
    )
    """
)
_CLAUSE = re.compile(
    rf"""(?xi)
    \s (?P<head> {_WORDS} ) {_CLOSED} ,? \s
    (?: which | that ) \s
    (?: are | were | cover | covered | comprise | comprised | concern | concerned | address | addressed | span | spanned
      | deal\ with | dealt\ with | relate\ to | related\ to | focus\ on | focused\ on | consist\ of | consisted\ of
      | (?: aim | aims | aimed | seek | sought | are\ meant | are\ designed | are\ intended ) \s (?: to | at ) \s
        (?: [a-z-]{{1,20}} \s ){{1,4}} (?: in | on | of | for )
    ) \s
    """
)
_LAST = re.compile(r",?\s+(?:and|or|&)\s+")
_COMMA = re.compile(r",(?![0-9])")
_LEADING = re.compile(r"^(?:and|or|&)\s+")
_OPEN_END = re.compile(
    r"(?i)\b(?:includ\w{1,4}|such as|among (?:them|others)|others?|etc|for example|e\.g|notably|more|like|especially)\b"
)
_NUMBERED = re.compile(r"(?:^|\s)\(?(?P<number>[0-9]{1,2})\)\s")
_PART_OF = re.compile(r"(?i)\b(?:of|in|under|for|to)(?: (?:the|its|his|her|their|these|those|our))?\s$")
_COUNTED = re.compile(r"(?i)^(?:[0-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)")
_CLAUSE_ITEM = re.compile(
    r"(?i)^(?:and |or )?(?:which|who|whose|whom|that|where|when|while|because|but|so|as|he|she|it|they|we|i|you|then)\b"
)
_AGE = re.compile(r"^(?:aged )?[0-9]{1,3}$")


def lists(corpus: Corpus) -> Iterator[Check]:
    """Count the lists that follow their announced number, in one sentence or as items below it."""
    for line in lines_with(corpus, "count"):
        for figure in line.figures:
            if _announces(line, figure):
                made = _in_sentence(line, figure) or _below(corpus, line, figure)
                if made:
                    yield made


def _announces(line: Line, figure: Figure) -> bool:
    """Tell whether a figure is a small exact count of things of which nothing is left out (not “three of the five”)."""
    if figure.kind != "count" or figure.value is None or not FEWEST <= figure.value <= MOST:
        return False
    if figure.qualifier != "=" or figure.high is not None or figure.value % 1:
        return False
    return not _PART_OF.search(line.text[: figure.span.start - line.sentence.span.start])


def _in_sentence(line: Line, figure: Figure) -> Check | None:
    """Return the check of a list that follows its announced number in one sentence, or None without one."""
    rest = line.text[figure.span.end - line.sentence.span.start :]
    opens = _OPENS.match(rest)
    if opens is None:
        opens = _CLAUSE.match(rest)
        if opens is None or not _is_abstract(opens["head"]):
            return None
    body = rest[opens.end() :]
    items = _numbered(body) or _items(_inside(opens, body))
    if _mark(opens) and not _names(items) and not _is_abstract(opens["head"]):
        return None  # “three motors (used for boats and rafts)”
    said = figure.text + rest[: opens.end()].rstrip(" :–—-(")
    return _counted(figure, said, items, (line.sentence,))


def _mark(opens: re.Match[str]) -> str:
    """Return the dash or bracket that opens a list, or nothing."""
    found = opens.groupdict()
    return found.get("dash") or found.get("bracket") or ""


def _names(items: tuple[str, ...]) -> bool:
    return all(i[:1].isupper() for i in items)


def _inside(opens: re.Match[str], body: str) -> str:
    """Return the words up to the bracket or dash that closes what one opened."""
    closing = {"(": ")", "–": " –", "—": "—", "-": " - "}
    mark = _mark(opens)
    return body.split(closing[mark], maxsplit=1)[0] if mark else body


@cache
def _abstract() -> frozenset[str]:
    return frozenset(words("figures-listed"))


def _is_abstract(head: str) -> bool:
    """Tell whether what is counted is what a clause lists: goals cover fields one by one, treaties don't."""
    return head.rsplit(maxsplit=1)[-1].casefold().strip("’'”\"") in _abstract()


def _numbered(text: str) -> tuple[str, ...]:
    """Return the items of ``(1) …, (2) … and (3) …``, or nothing if the numbers don't run on."""
    marks = list(_NUMBERED.finditer(text))
    if len(marks) < FEWEST or [int(m["number"]) for m in marks] != list(range(1, len(marks) + 1)):
        return ()
    ends = [m.start() for m in marks[1:]] + [len(text)]
    return tuple(text[m.end() : end].strip(" ,;.") for m, end in zip(marks, ends, strict=True))


def _items(text: str) -> tuple[str, ...]:
    """Return the items of a list, or nothing where its punctuation leaves them open."""
    body = text.strip().rstrip(".!?”\"’'")
    if _OPEN_END.search(body):
        return ()
    if ";" in body:
        parts = tuple(_LEADING.sub("", i.strip()) for i in body.split(";") if i.strip())
        return parts if _of_one_sort(parts) else ()
    parts = tuple(p.strip() for p in _COMMA.split(body) if p.strip() and not _AGE.match(p.strip()))
    last = _LAST.split(_LEADING.sub("", parts[-1])) if parts else []
    items = (*parts[:-1], *last)
    plain = all(len(i.split()) <= LONGEST_ITEM for i in items) and not any(_LAST.search(f" {i}") for i in parts[:-1])
    return items if plain and len(last) <= FEWEST and _of_one_sort(items) else ()


def _of_one_sort(items: tuple[str, ...]) -> bool:
    """Tell whether the items are all names or all none, and no numbers: *Lee, a baker, and Roy* are two people."""
    if 2 * sum(bool(_COUNTED.match(i)) for i in items) >= len(items) or any(_CLAUSE_ITEM.match(i) for i in items):
        return False
    return _names(items) or not any(i[:1].isupper() for i in items)


def _below(corpus: Corpus, line: Line, figure: Figure) -> Check | None:
    """Return the check of the items below a line that announces their number and ends in a colon."""
    rest = line.text[figure.span.end - line.sentence.span.start :]
    article = corpus.article(line.article)
    place = next((n for n, b in enumerate(article.blocks) if b.span.holds(line.sentence.span)), None)
    if place is None or not rest.rstrip().endswith(":") or len(rest.split()) > 2 * LONGEST_ITEM or "," in rest:
        return None
    if article.blocks[place].span.end > line.sentence.span.end:
        return None  # the list of another sentence of the paragraph
    found = _bullets(article.blocks[place + 1 :], article.blocks[place])
    shown = [article.cite(Span(*_first(b))) for b in found]
    texts = tuple(" ".join(e.text.split()) for e in shown)
    if _OPEN_END.search(rest) or any(_COUNTED.match(t) for t in texts):
        return None
    return _counted(figure, figure.text + rest.rstrip(" :\n"), texts, (line.sentence, *shown))


def _first(block: Block) -> tuple[int, int]:
    """Return where the first sentence of a block stands."""
    span = block.sentences[0] if block.sentences else block.span
    return span.start, span.end


def _bullets(blocks: tuple[Block, ...], lead: Block) -> list[Block]:
    """Return the items directly below a block, as deep as the first of them."""
    found: list[Block] = []
    for block in blocks:
        deeper = found and block.kind == "item" and block.level > found[0].level
        if block.kind != "item" or (lead.kind == "item" and block.level <= lead.level) or len(found) > MOST:
            break
        if found and block.level < found[0].level:
            break
        if not deeper:
            found.append(block)
    return found


def _counted(figure: Figure, said: str, items: tuple[str, ...], evidence: tuple[Evidence, ...]) -> Check | None:
    """Return the sum of a list, or None for one that is none, or that gives no more than examples."""
    number, counted = int(figure.value or 0), len(items)
    if counted < FEWEST or not number / INCOMPLETE < counted < number * INCOMPLETE:
        return None
    if counted > number and any(i[:1].isupper() for i in items):
        return None  # Portland, Oregon, and Seattle are two cities
    formula = f"{counted} listed {'=' if number == counted else '≠'} {number} announced"
    because = f"The text says “{' '.join(said.split())}” and lists {counted}: {'; '.join(items)}."
    return check("list", (formula, because), holds=number == counted, evidence=evidence)
