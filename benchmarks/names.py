"""Measure the names on annotated sentences: ``python benchmarks/names.py FOLDER [even|odd] [-v]``.

FOLDER holds ``names.jsonl``: one object a line with ``text`` and ``entities`` (``start``, ``end``, ``type``: PER, ORG,
LOC; others are left out). Spans count as right with the same ends and kind. Each line is an article of its own.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from generator.clean import clean
from generator.extract.names import find_names
from generator.link.entities.build import PAGE_ALONE
from generator.model import Article, Block, Findings, Name, Source, Span

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def one_sentence(text: str) -> Article:
    """Return an article whose only block is one sentence."""
    article = clean(Source("line.txt", "0", "-", "txt"))
    span = Span(0, len(text))
    fields = {name: getattr(article, name) for name in ("title", "publisher", "byline", "published", "dateline")}
    more = {name: getattr(article, name) for name in ("language", "kind", "url")}
    block = Block(span, "paragraph", "line", sentences=(span,))
    return Article(id="line", path="line.txt", sha256="0", text=text, blocks=(block,), **fields, **more)


def found_in(text: str) -> dict[tuple[int, int, str], Name]:
    """Return the people, organisations and places of a sentence, by span and kind."""
    names = find_names(Findings(one_sentence(text))).names
    counted = (n for n in names if n.kind in KINDS.values() and n.form != "demonym")
    return {(n.span.start, n.span.end, n.kind): n for n in counted}


def line(label: str, gold: int, found: int, right: int) -> str:
    """Return a row of the table."""
    precision, recall = right / max(1, found), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{label:14} {gold:6} {found:6}   P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def main() -> None:
    """Print precision, recall and F1 for each kind, and the precision of what may get a page."""
    path = Path(sys.argv[1]) / "names.jsonl"
    if not path.exists():
        print(f"{path}: not there")
        return
    gold, found, right, paged = Counter[str](), Counter[str](), Counter[str](), Counter[bool]()
    for n, raw in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if ("even" in sys.argv and n % 2) or ("odd" in sys.argv and not n % 2):
            continue
        item = json.loads(raw)
        wanted = {(e["start"], e["end"], KINDS[e["type"]]) for e in item["entities"] if e["type"] in KINDS}
        names = found_in(item["text"])
        gold.update(kind for *_, kind in wanted)
        found.update(kind for *_, kind in names)
        right.update(kind for *_, kind in wanted & names.keys())
        paged.update(at in wanted for at, name in names.items() if name.support >= PAGE_ALONE)
        if "-v" in sys.argv and wanted != names.keys():
            missed = [item["text"][a:b] for a, b, _ in sorted(wanted - names.keys())]
            print(f"{n}: missed {missed}, wrong {[names[k].text for k in sorted(names.keys() - wanted)]}")
    for kind in KINDS.values():
        print(line(kind, gold[kind], found[kind], right[kind]))
    print(line("all", gold.total(), found.total(), right.total()))
    print(f"support ≥ {PAGE_ALONE}: {paged.total()}, right {paged[True] / max(1, paged.total()):.3f}")


main()
