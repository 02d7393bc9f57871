"""Measure quotations and their speakers on annotated news: ``python benchmarks/quotes.py FOLDER [even|odd]``.

The folder holds ``quotes.jsonl``: one article a line with ``text`` and ``quotes``, each with ``start``, ``end``,
``kind``, ``speaker`` and ``speaker_spans`` (offsets in the text). Counted:

- direct spans: recall is over the quotations marked ``direct``, precision over those found of class ``quotation``,
  which must be annotated (as whatever); start and end exact;
- all spans: every annotated quotation against every one found, where the annotation may end with its first sentence;
- speakers: right if the speaker found, or the pronoun it was resolved from, overlaps an annotated span of the speaker,
  or ends with the same word.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from generator.clean import clean
from generator.extract.names import find_names
from generator.extract.quotes import find_quotes
from generator.model import Findings, Quote, Source

Row = dict[str, Any]


def quotes_in(text: str) -> tuple[Quote, ...]:
    """Return the quotations found in a text."""
    source = Source("seeds/text.txt", hashlib.sha256(text.encode()).hexdigest(), text, "txt")
    return tuple(q for q in find_quotes(find_names(Findings(clean(source)))).quotes if q.kind != "reported")


def is_speaker(quote: Quote, gold: Row) -> bool:
    """Tell whether the speaker found is an annotated one."""
    found = [e for e in (quote.speaker, quote.pronoun) if e]
    overlaps = any(e.span.start < end and start < e.span.end for e in found for start, end in gold["speaker_spans"])
    tails = {name.split()[-1] for name in gold["speaker"] if name.split()}
    return overlaps or any(e.text.split()[-1] in tails for e in found)


def measure(text: str, annotated: list[Row], tally: Counter[str]) -> None:
    """Count one article."""
    found = quotes_in(text)
    shown = {(q.words.span.start, q.words.span.end) for q in found if q.kind in ("quotation", "fragment")}
    spans = {(g["start"], g["end"]) for g in annotated}
    direct = {(g["start"], g["end"]) for g in annotated if g["kind"] == "direct"}
    ends = dict(shown)
    tally["direct"] += len(direct)
    tally["direct found"] += len(direct & shown)
    tally["annotated"] += len(spans)
    tally["shown"] += len(shown)
    whole = {(q.words.span.start, q.words.span.end) for q in found if q.kind == "quotation"}
    cut = dict(spans)
    tally["whole"] += len(whole)
    tally["whole annotated"] += sum(start in cut and cut[start] <= end for start, end in whole)
    tally["matched"] += sum(start in ends and end <= ends[start] for start, end in spans)
    by_start = {q.words.span.start: q for q in found}
    for gold in annotated:
        if not any(gold["speaker"]):
            continue
        quote = by_start.get(gold["start"])
        given = quote is not None and (quote.speaker or quote.pronoun) is not None
        tally["speakers"] += 1
        tally["given"] += given
        tally["right"] += bool(given and quote and is_speaker(quote, gold))


def shares(name: str, precision: float, recall: float) -> str:
    """Return a line with precision, recall and their harmonic mean."""
    return f"{name:13} P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}"


def main() -> int:
    """Print the counts and shares."""
    path = Path(sys.argv[1] if len(sys.argv) > 1 else ".") / "quotes.jsonl"
    if not path.is_file():
        print(f"{path}: not there")
        return 0
    half = {"even": 0, "odd": 1}.get(sys.argv[-1])
    tally: Counter[str] = Counter()
    for index, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if half is None or index % 2 == half:
            row = json.loads(line)
            measure(row["text"], row["quotes"], tally)
    print(shares("direct spans", tally["whole annotated"] / tally["whole"], tally["direct found"] / tally["direct"]))
    print(shares("all spans", tally["matched"] / tally["shown"], tally["matched"] / tally["annotated"]))
    print(f"speakers      {tally['right']}/{tally['speakers']} = {tally['right'] / tally['speakers']:.3f} of all")
    print(f"              {tally['right']}/{tally['given']} = {tally['right'] / tally['given']:.3f} of those given one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
