"""Hostile input, from a seed, and the parts of the program that must withstand it.

Every target takes bytes, asserts what always holds, and raises nothing but what a person can mend (BriefingError).
``benchmarks/fuzz.py`` feeds them by the coverage of the code, ``test_fuzzing.py`` with a few of the inputs made here.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from html import unescape
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from markdown import Markdown as Builder
from marked import article

from generator.errors import BriefingError
from generator.extract import STEPS
from generator.model import Findings
from generator.read.beside import parse_sidecar
from generator.read.corrections import parse_corrections
from generator.read.formats import SUFFIXES, read_documents
from generator.render.markdown import Markdown, inert
from generator.settings import markdown_extensions
from generator.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import Article

ROOT = Path(__file__).parent.parent
LONGEST = 6_000  # characters; what is slow shows in it already, and a run tries many
PIECES = (
    *("Alpha Beta Gamma ", "J. R. R. Smith ", "5%5%", "“a,” he said. ", "A", "7", ",", "“‘", "the ", "was not ", "a-", "("),
    *("LIMA (XY) - ", "Mr. ", "$5 million ", "3–5 ", "\n", "\n\n", "# ", "- ", "| a | b |\n", "> ", "    ", "```\n", "\t"),
    *("\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u2028", "\x00", "\x1b[31m", "\x85", "é", "e\u0301", "İ", "ß", "ﬁ"),
    *("你好，世界。", "مرحبا", "שלום", "🇻🇳", "👩‍👩‍👧", "𝐀", "\U000e0041", "½", "²", "٣", "Ⅷ", "1,234,567.89", "2024-02-31"),
    *("31 February 2024", "last Monday", "29 Feb. 2023", "in 0000", "99999999999999999999", "1e309", "-0", "the 1970s"),
    *("<b>", "</p>", "<!--", "-->", "<script>", "&amp;", "&#0;", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "{{ x }}"),
    *("{: #__config }", "--8<--", "[x](y \"z\")", "[^1]: ", "*[A]: b", "::error::", "javascript:", "http://[::1", "\\"),
    *("a: &x [*x]\n", "same:\n  \"a\": [b]\n", "dismiss:\n  k:\n    by: a\n", "? ", "!!python/object:x ", "---\n", "%YAML 9\n"),
    *("{\"a\":", "[[[[", "\"\\ud800\"", "PK\x03\x04", "%PDF-1.7\n", "{\\rtf1 ", "MIME-Version: 1.0\n", "Content-Type: text/html\n\n"),
    *("By Ann Lee", "GLOSSARY\n\n", "Copyright 2024 X", "Published: ", "Subscribe", "(AP)", "© ", " said ", "\" said Ann. "),
)  # fmt: skip
"""What breaks readers: each stands for a fault met in some program."""


def hostile(seed: int) -> bytes:
    """Return the hostile input of a seed: pieces in a row, or repeated, or a real text that they are put into."""
    rnd = Random(seed)  # noqa: S311 - the same seed gives the same input
    match rnd.randrange(4):
        case 0:
            text = "".join(rnd.choices(PIECES, k=rnd.randrange(1, 60)))
        case 1:
            once = "".join(rnd.choices(PIECES, k=rnd.randrange(1, 4)))
            text = once * (LONGEST // len(once) + 1)
        case _:
            text = _changed(rnd.choice(corpus()), rnd)
    raw = text[:LONGEST].encode("utf-8", "surrogatepass")
    return _bent(raw, rnd) if rnd.random() < 0.2 else raw  # a fifth isn't UTF-8 at all


def _changed(text: str, rnd: Random) -> str:
    """Return a text with some parts taken out, doubled, moved, or with pieces put in."""
    for _ in range(rnd.randrange(1, 12)):
        at, end = sorted(rnd.choices(range(len(text) + 1), k=2))
        end = min(end, at + rnd.randrange(1, 200))
        part = rnd.choice(("", text[at:end] * 2, text[at:end][::-1], text[at:end].upper(), rnd.choice(PIECES)))
        text = text[:at] + part + text[end:]
    return text


def _bent(raw: bytes, rnd: Random) -> bytes:
    """Return bytes of which some are others."""
    bent = bytearray(raw)
    for _ in range(rnd.randrange(1, 30)):
        bent[rnd.randrange(len(bent))] = rnd.randrange(256)
    return bytes(bent)


@cache
def corpus() -> tuple[str, ...]:
    """Return real texts to begin with: the articles of the demo, and the cases, in parts."""
    paths = (*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests" / "cases").glob("*.md")))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return tuple(text[at : at + 2000] for text in texts for at in range(0, len(text), 2000))


def reading(data: bytes) -> None:
    """Read a file of some format."""
    suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else ".txt"
    try:
        documents, _ = read_documents(data[1:], f"seeds/case{suffix}")
    except BriefingError:
        return
    assert documents
    assert all(d.text for d in documents)


def _article(data: bytes) -> Article:
    text = data[:LONGEST].decode("utf-8", "replace").replace("\r\n", "\n")
    return article(text, published="2024-05-03") if len(data) % 2 else article(text)


def cleaning(data: bytes) -> None:
    """Clean a text: every character of it is in one block, or white space."""
    cleaned, at = _article(data), 0
    for block in cleaned.blocks:
        assert block.span.start >= at
        assert not cleaned.text[at : block.span.start].strip()
        at = block.span.end
    assert not cleaned.text[at:].strip()


def language(data: bytes) -> None:
    """Read the sentences of a text: their tokens stand where they say."""
    cleaned = _article(data)
    for s in read_text(cleaned).sentences:
        words = [cleaned.text[a:b] for a, b in zip(s.starts, s.ends, strict=True)]
        assert words == [w.text for w in s.words]
        assert len(s.parts) == len(s.words)
        assert all(0 <= p.first <= p.end <= len(words) for p in s.phrases)
        assert all(0 <= c.start <= c.end <= len(words) for c in s.clauses)
        assert len(s.verbs) + len(s.pieces) >= 0


def _extraction(last: int) -> Callable[[bytes], None]:
    def extraction(data: bytes) -> None:
        found = Findings(_article(data))
        for step in STEPS[: last + 1]:
            found = step(found)
        text = found.article.text
        every = (*found.dates, *found.names, *found.quotes, *found.figures, *found.terms)
        assert all(e.text == text[e.span.start : e.span.end] for e in every)

    return extraction


@cache
def _builder() -> Builder:
    extensions = markdown_extensions(ROOT)
    return Builder(extensions=list(extensions), extension_configs={k: dict(v) for k, v in extensions.items()})


def escaping(data: bytes) -> None:
    """Show a text as Markdown: what a browser shows is the text, and nothing of it acts."""
    text = " ".join(data[:600].decode("utf-8", "replace").split())
    made = _builder().reset().convert(f"- x {Markdown(inert(text))} y\n")
    shown = unescape(made.removeprefix("<ul>\n<li>x ").removesuffix(" y</li>\n</ul>"))
    plain = unescape(inert(text))
    assert shown == plain, (text, made)


def corrections(data: bytes) -> None:
    """Read what an editor wrote: YAML of both sorts."""
    text = data.decode("utf-8", "replace")
    for parse in (parse_corrections, parse_sidecar):
        with suppress(BriefingError):
            parse(text, "case.yml")


EXTRACTORS = ("dates", "names", "quotes", "figures", "terms")
TARGETS: dict[str, Callable[[bytes], None]] = {
    "reading": reading,
    "cleaning": cleaning,
    "language": language,
    **{name: _extraction([getattr(s, "__name__", "") for s in STEPS].index(f"find_{name}")) for name in EXTRACTORS},
    "escaping": escaping,
    "corrections": corrections,
}


def inputs(first: int, count: int) -> Iterator[bytes]:
    """Yield the hostile inputs of some seeds."""
    yield from (hostile(seed) for seed in range(first, first + count))
