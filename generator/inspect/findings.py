"""Briefing ──▶ what was found in each article, in the form in which findings come in from elsewhere; I/O."""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path, PurePosixPath

from generator import __version__
from generator.errors import OutputError
from generator.model import Article, Briefing, Evidence, Findings
from generator.read.walk import FINDINGS
from generator.staging import told
from generator.text.verbatim import places

AROUND = (0, 16, 32, 64, 128, 256)
"""Characters before and behind some words that tell where they stand, from none to a paragraph."""
SAID = ("quotation", "fragment", "reported")

Row = dict[str, str]


def export_findings(briefing: Briefing, folder: Path) -> dict[str, int]:
    """Write a file of findings for each article into a folder; return how many there are, by the files' names.

    Raises OutputError where a file stands there that isn't the same, so that nobody's own findings are replaced.
    """
    made = {
        f"{PurePosixPath(f.article.path).with_suffix('').name}{FINDINGS}": list(lines_of(f)) for f in briefing.findings
    }
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        contents = {folder / name: "".join(f"{line}\n" for line in lines) for name, lines in made.items()}
        for path, content in contents.items():
            if path.exists() and path.read_text(encoding="utf-8") != content:
                raise OutputError(
                    path.as_posix(), "other findings stand here, and aren't replaced; name another folder"
                )
        for path, content in contents.items():
            path.write_text(content, encoding="utf-8", newline="\n")
    return {name: len(lines) for name, lines in made.items()}


def lines_of(findings: Findings) -> Iterator[str]:
    """Yield a line for each finding of an article that can be told by words alone, and stand once in its context."""
    for finding, row in _rows(findings):
        if where := _where(finding, findings.article):
            by = finding.supplied or f"briefing {__version__}"
            yield json.dumps({**row, **where, "by": by}, ensure_ascii=False)


def _rows(findings: Findings) -> Iterator[tuple[Evidence, Row]]:
    for date in findings.dates:
        if date.kind == "date" and date.value:
            yield date, {"kind": "date", "value": date.value}
    for name in findings.names:
        yield name, {"kind": name.kind} | ({"name": name.norm} if name.norm != name.text else {})
    end = 0
    for quote in findings.quotes:
        if quote.kind in SAID and quote.span.start >= end:
            end = quote.span.end
            yield quote, {"kind": "quote"} | ({"speaker": quote.speaker.text} if quote.speaker else {})
    for figure in findings.figures:
        if figure.value is not None:
            parts = {"measure": figure.measure and figure.measure.text, "period": figure.period and figure.period.value}
            more = {name: value for name, value in parts.items() if value}
            yield figure, {"kind": "figure", "value": f"{figure.value:f}", "unit": figure.unit, **more}
    for term in findings.terms:
        words = {"definition": term.definition, "expansion": term.expansion}
        yield term, {"kind": "term"} | {name: place.text for name, place in words.items() if place}
    for claim in findings.claims:
        yield claim, {"kind": "claim", "asked": claim.asked, "value": claim.value}


def _where(finding: Evidence, article: Article) -> Row | None:
    """Return the words with as little around them as tells their place, or None where nothing does."""
    text, span = article.text, finding.span
    for size, behind in product(AROUND, (False, True)):
        before = text[max(0, span.start - size) : span.start]
        after = text[span.end : span.end + size] if behind else ""
        found = list(places(text, finding.text, before, after))
        if found == [span]:
            around = {"prefix": before, "suffix": after}
            return {"exact": finding.text} | {name: words for name, words in around.items() if words.strip()}
    return None
