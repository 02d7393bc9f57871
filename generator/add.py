"""Takes articles in: what is read of them first, then the files as received and a sidecar beside each; I/O."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.clean import clean
from generator.errors import BriefingError, SeedError
from generator.model import Article, Field, Source
from generator.offers import Offer
from generator.read import read, sources_of
from generator.read.formats import suffix_of
from generator.render.titles import known

FIELDS = ("title", "publisher", "byline", "published", "url", "language")
FEWEST_WORDS = 40  # shown of an article; a shorter one is often a notice, or the rest can't be read
SHINGLE = 5  # words; runs of that length that two texts share are no chance
NEAR = 0.8  # of the runs of the shorter text: one article saved twice, or edited a little

_WORD = re.compile(r"\w+")
_UNSAFE = re.compile(r"[^\w.,()\[\] +@-]")


@dataclass(frozen=True, slots=True)
class Row:
    """What was read of one article: ``known`` holds value and how it is known for each of ``FIELDS``.

    ``words`` are shown, ``removed`` are not; ``refused`` is why the article isn't taken in, or empty.
    """

    file: str
    known: tuple[tuple[str, str, str], ...]
    words: int
    removed: int
    problems: tuple[str, ...]
    refused: str = ""

    def plain(self) -> dict[str, Any]:
        """Return the same for programs: each field with its value, or None, and how it is known."""
        fields = {name: {"value": value or None, "because": how} for name, value, how in self.known}
        told = {"words": self.words, "removed": self.removed, "problems": list(self.problems)}
        return {"file": self.file, "refused": self.refused or None, **fields, **told}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file with what was read of it; it is taken in if one of its articles is."""

    offer: Offer
    rows: tuple[Row, ...]

    @property
    def refused(self) -> bool:
        """Whether nothing of the file is taken in."""
        return all(row.refused for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Known:
    """What tells a double: the runs of words, the address and the publisher of an article; empty if unknown."""

    path: str
    runs: frozenset[tuple[str, ...]]
    url: str
    publisher: str


# --- what is read ----------------------------------------------------------------------------------


def weigh(offered: Iterable[Offer], seeds: Path, root: Path) -> tuple[Entry, ...]:
    """Return what is read of each file; doubles of each other and of the articles in ``seeds`` are refused."""
    there = [_known(clean(source)) for source in _there(seeds, root)]
    entries: list[Entry] = []
    for offer in offered:
        entry, new = _weighed(offer, there)
        entries.append(entry)
        there += new
    return tuple(entries)


def _there(seeds: Path, root: Path) -> tuple[Source, ...]:
    try:
        return read(seeds, root)[0]
    except BriefingError:  # no folder yet, or nothing in it that can be read: nothing to be a double of
        return ()


def _weighed(offer: Offer, there: Sequence[_Known]) -> tuple[Entry, list[_Known]]:
    if offer.refused:
        return Entry(offer, (Row(offer.name, (), 0, 0, (), offer.refused),)), []
    try:
        sources, problems = sources_of(offer.name, offer.raw, offer.encoding)
    except SeedError as error:
        return Entry(offer, (Row(offer.name, (), 0, 0, (), error.message),)), []
    rows: list[Row] = []
    new: list[_Known] = []
    for source in sources:
        article = clean(source)
        told = (*(str(p) for p in problems), *(p.message for p in article.problems), *_short(article))
        own = _known(article, offer.url)
        refused = _double(own, [*there, *new])
        rows.append(replace(_row(article, offer, told if not rows else ()), refused=refused))
        if not refused:
            new.append(own)
    return Entry(offer, tuple(rows)), new


def _short(article: Article) -> tuple[str, ...]:
    few = f"only {article.words} words are left as its story; look whether it is all there"
    return (few,) if article.words < FEWEST_WORDS else ()


def _row(article: Article, offer: Offer, problems: tuple[str, ...]) -> Row:
    read = tuple((name, *_told(getattr(article, name))) for name in FIELDS)
    if offer.url:
        read = tuple(k if k[0] != "url" or k[1] else ("url", offer.url, "fetched from there") for k in read)
    removed = sum(len(article.text[b.span.start : b.span.end].split()) for b in article.blocks if b.kind == "removed")
    return Row(article.path, read, article.words, removed, problems)


def _told(field: Field[str]) -> tuple[str, str]:
    """Return a value, and how it is known."""
    value, _, because, evidence = known(field)
    return value or "", because or f"stated: {evidence[0].text[:60]}"


def _known(article: Article, url: str = "") -> _Known:
    shown = (article.text[b.span.start : b.span.end] for b in article.blocks if b.kind not in ("removed", "header"))
    words = _WORD.findall(" ".join(shown).lower())
    runs = frozenset(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return _Known(article.path, runs, url or _told(article.url)[0], _told(article.publisher)[0])


def _double(own: _Known, there: Sequence[_Known]) -> str:
    """Return why an article is none of its own, or an empty string.

    The same words under another publisher's name are a copy, which the comparison of sources wants to see.
    """
    for other in there:
        if own.runs == other.runs:
            return f"the same article as {other.path}"
        if own.url and own.url == other.url:
            return f"{other.path} has the same address"
        shared = len(own.runs & other.runs) / min(len(own.runs), len(other.runs))
        if shared >= NEAR and (not own.publisher or not other.publisher or own.publisher == other.publisher):
            return f"nearly the same as {other.path} ({shared:.0%} of its words)"
    return ""


def table(rows: Iterable[Row]) -> Iterator[str]:
    """Return the lines that show a person what was read."""
    for row in rows:
        yield f"{_plain(row.file)}: " + (f"refused: {_plain(row.refused)}" if row.refused else "new")
        for name, value, how in row.known:
            yield f"  {name:10} {_plain(value) or 'unknown'}" + (f"  ({_plain(how)})" if how else "")
        if row.known:
            yield f"  {'text':10} {row.words:,} words; {row.removed:,} more stand beside the story"
        yield from (f"  {'problem':10} {_plain(problem)}" for problem in row.problems)


# --- what lands ------------------------------------------------------------------------------------


def land(entries: Iterable[Entry], seeds: Path) -> tuple[Path, ...]:
    """Write the files that aren't refused, as received, each with a sidecar; return what was written.

    Nothing that is there is ever overwritten: a name that is taken gets a number.
    """
    seeds.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for entry in entries:
        if entry.refused:
            continue
        path = _free(seeds, entry.offer.name)
        _write(path, entry.offer.raw)
        sidecar = path.with_suffix(".yml")
        _write(sidecar, _sidecar(entry).encode())
        written += [path, sidecar]
    return tuple(written)


def _free(seeds: Path, name: str) -> Path:
    safe = _UNSAFE.sub("-", name).lstrip(".-") or "article.txt"
    stem, suffix = Path(safe).stem[:100], suffix_of(safe)
    taken = {p.stem.lower() for p in seeds.iterdir()}
    number = 1
    while (found := stem if number == 1 else f"{stem}-{number}").lower() in taken:
        number += 1
    return seeds / f"{found}{suffix}"


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)


def _sidecar(entry: Entry) -> str:
    """Return what is known of a file as YAML: its address where only the fetching told it, the rest as comments.

    A comment leaves the value to the file, with the place that states it; without the ``#`` it is the editor's.
    """
    lines = [f"encoding: {entry.offer.encoding}  # stated by its site"] if entry.offer.encoding else []
    lines += ["# What was read. To correct a line, take its # away; what stands here then wins."]
    if len(entry.rows) > 1:
        return (
            "\n".join(lines)
            + f"\n# The file holds {len(entry.rows)} articles; what is stated here holds for all of them.\n"
        )
    for name, value, how in entry.rows[0].known:
        is_fetched = name == "url" and how == "fetched from there"
        lines.append(f"{'' if is_fetched else '# '}{name}: {_quoted(value)}" + (f"  # {_plain(how)}" if how else ""))
    return "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    """Return a value as YAML, in quotation marks where it could be read otherwise."""
    is_plain = re.fullmatch(r"[\w][\w .,/()’–-]{0,200}", value) and not value.endswith(" ")
    return value if is_plain else "'" + _plain(value).replace("'", "''") + "'" if value else ""


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
