"""Pages that are kept from one build to the next are those that would be made, whatever has changed in the briefing."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from test_cache import KEPT, entries, pages

from generator.cache import Drawer, Store, digest_of
from generator.errors import BriefingError
from generator.files import packaged_templates
from generator.model import Briefing, Passage, Web
from generator.pipeline import build, linked
from generator.render import render
from generator.render.kept import Sheets
from generator.settings import Settings

T = TypeVar("T")

CHANGES = int(os.environ.get("BRIEFING_CHANGES", "20"))
"""Parts of a briefing that are changed, each by itself, by chance; all of them with BRIEFING_CHANGES=100000."""

TEXTS = {
    "ferry": """Ferry talks open in Oslo

Transport Minister Anna Keller met 40 engineers in Oslo on Friday. “We will sign the ferry treaty before June,” Keller
said. The ferry cost $3.5 million, the Harbour Board said. The Harbour Board will open the quay on 9 June 2024.
""",
    "quay": """Engineers meet minister in Oslo

Transport Minister Anna Keller met 45 engineers in Oslo on Friday. “We will not sign the ferry treaty before June,”
Keller said. The ferry cost $4.5 million, the Harbour Board said. On 2 May 2024, the Harbour Board (HB) closed the quay.
""",
    "mill": """Paper mill burns down in Bergen

A fire destroyed a paper mill in Bergen on 1 May 2024, fire chief Olav Nilsen said. Two workers were hurt. “It was out
within an hour,” Nilsen said. The Harbour Board sent a boat. Mill: a factory that makes paper of wood.
""",
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "seeds").mkdir()
    for n, (name, text) in enumerate(TEXTS.items(), 3):
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
        sidecar = f"published: 2024-05-0{n}\npublisher: {name.title()} Daily\n"
        (tmp_path / "seeds" / f"{name}.yml").write_text(sidecar, encoding="utf-8")
    return Settings(tmp_path)


def made(briefing: Briefing, root: Path | None = None, made_with: str = "") -> Mapping[str, bytes]:
    marks = {f.article.id: digest_of(repr(f)) for f in briefing.findings}
    sheets = Sheets(Drawer(root / KEPT, "pages"), made_with, marks) if root else None
    pages = render(briefing, (packaged_templates(),), sheets=sheets)
    if sheets:
        sheets.drawer.tidy()
    return {page.path: page.content for page in pages}


def others(value: object) -> Iterator[Any]:
    """Yield values that differ from a value in one part."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, str):
        yield from (f"{value} x", "")
    elif isinstance(value, tuple) and value and not isinstance(value[0], str):
        yield value[1:]
        yield from ((other, *value[1:]) for other in others(value[0]))
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from (changed(value, one.name, other) for other in others(getattr(value, one.name)))


def changed(value: Any, name: str, other: object) -> Any:  # noqa: ANN401 - any part of a briefing
    try:
        return replace(value, **{name: other})
    except (ValueError, TypeError):
        return value  # evidence of other words can't be made


def test_pages_are_made_again_whatever_they_read_has_changed(settings: Settings) -> None:
    briefing, _ = linked(replace(settings, cache=False))
    first = made(briefing, settings.root)
    assert first == made(briefing) == made(briefing, settings.root)
    every = [b for b in others(briefing) if b != briefing]
    chosen = random.Random(1).sample(every, min(len(every), CHANGES))  # noqa: S311 - no secret
    differing = 0
    for other in chosen:
        try:
            wanted = made(other)
        except (BriefingError, LookupError, ValueError, StopIteration, AttributeError, TypeError):
            continue  # what no stage would make can't be shown
        assert made(other, settings.root) == wanted
        differing += wanted != first
        assert made(briefing, settings.root) == first
    assert differing > CHANGES // 4, f"of {len(chosen)} changes"


def test_other_templates_or_options_make_all_pages_again(settings: Settings) -> None:
    briefing, _ = linked(replace(settings, cache=False))
    made(briefing, settings.root, "one")
    before = set(entries(settings, "pages"))
    made(briefing, settings.root, "another")
    assert before
    assert not before & set(entries(settings, "pages"))


def test_a_page_that_reads_nothing_of_the_change_is_not_made_again(settings: Settings) -> None:
    before = pages(settings)
    kept = {path: path.stat().st_mtime_ns for path in entries(settings, "pages")}
    mill = settings.root / "seeds" / "mill.txt"
    mill.write_text(mill.read_text(encoding="utf-8").replace("paper of wood", "paper of timber"), encoding="utf-8")
    after = pages(settings)
    assert after != before
    same = {p for p in entries(settings, "pages") if kept.get(p) == p.stat().st_mtime_ns}
    told = [path.read_text(encoding="utf-8") for path in same]
    assert any("articles/ferry" in text for text in told), told
    assert after == pages(replace(settings, cache=False))


def test_what_stands_elsewhere_in_an_article_makes_no_page_again_that_cites_it(settings: Settings) -> None:
    """The ferry's page leads to the quay's article, by its title."""
    briefing, _ = linked(replace(settings, cache=False))
    made(briefing, settings.root)
    kept = {path: path.stat().st_mtime_ns for path in entries(settings, "pages")}
    findings = tuple(
        replace(f, article=replace(f.article, text=f"{f.article.text}It rained.\n")) if "quay" in f.article.path else f
        for f in briefing.findings
    )
    made(replace(briefing, findings=findings), settings.root)
    same = [p.read_text(encoding="utf-8") for p in entries(settings, "pages") if kept.get(p) == p.stat().st_mtime_ns]
    ferry = next(text for text in same if '[["articles/ferry-talks-open-in-oslo.md",' in text)
    assert "engineers-meet-minister-in-oslo.md" in ferry


def test_what_sources_contradict_each_other_in_makes_no_page_of_a_name_again_that_tells_nothing_of_it(
    settings: Settings,
) -> None:
    briefing, _ = linked(replace(settings, cache=False))
    made(briefing, settings.root)
    kept = {path: path.stat().st_mtime_ns for path in entries(settings, "pages")}
    assert briefing.differences
    made(replace(briefing, differences=briefing.differences[1:]), settings.root)
    same = [p.read_text(encoding="utf-8") for p in entries(settings, "pages") if kept.get(p) == p.stat().st_mtime_ns]
    assert any('["people/olav-nilsen.md",' in text for text in same)


def test_text_that_is_shared_elsewhere_makes_no_page_again_that_counts_other_sentences(settings: Settings) -> None:
    """The page of Anna Keller counts the first sentences of two articles; their last ones are shared with a third."""
    briefing, _ = linked(replace(settings, cache=False))
    made(briefing, settings.root)
    kept = {path: path.stat().st_mtime_ns for path in entries(settings, "pages")}
    quay, mill = (a for a in briefing.articles if "quay" in a.path or "mill" in a.path)
    sides = quay.cite(quay.sentences[-1]), mill.cite(mill.sentences[-1])
    other = replace(briefing, passages=(*briefing.passages, Passage("verbatim", sides, 9)))
    assert made(other, settings.root) == made(other)
    same = [p.read_text(encoding="utf-8") for p in entries(settings, "pages") if kept.get(p) == p.stat().st_mtime_ns]
    assert any('"people/anna-keller.md"' in text for text in same)


def own_template(settings: Settings, name: str, more: str) -> None:
    path = settings.root / "templates" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text((packaged_templates() / name).read_text(encoding="utf-8") + more, encoding="utf-8")


def test_pages_are_not_kept_where_somebody_saved_a_template_meanwhile(settings: Settings) -> None:
    own_template(settings, "article.md", "")

    def saving(items: Iterable[T], label: str, length: int) -> Iterable[T]:  # noqa: ARG001 - a Track
        if label == "making the pages":
            own_template(settings, "article.md", "\nSaved meanwhile.\n")
        return items

    assert any(b"Saved meanwhile." in page.content for page in build(settings, track=saving).pages)
    own_template(settings, "article.md", "")
    assert pages(settings) == pages(replace(settings, cache=False))


def test_no_page_is_kept_where_no_article_is(settings: Settings) -> None:
    build(settings, store=Store(None))
    mill = settings.root / "seeds" / "mill.txt"
    mill.write_text(mill.read_text(encoding="utf-8").replace("sent a boat", "sent a ship"), encoding="utf-8")
    made = {page.path: page.content for page in build(settings, store=Store(None)).pages}
    assert made == pages(replace(settings, cache=False))


@pytest.mark.parametrize("more", ["{{ briefing.applied|length }}", "{{ briefing.nothing is defined }}"])
def test_a_template_may_ask_the_briefing_for_anything(more: str, settings: Settings) -> None:
    own_template(settings, "article.md", f"\nAsked: {more}.\n")
    assert pages(settings) == pages(settings) == pages(replace(settings, cache=False))


def test_messages_that_stay_english_are_told_in_each_build(settings: Settings) -> None:
    german = replace(settings, web=Web(language="de"))
    own_template(settings, "article.md", "\nA zebra stays English.\n")

    def told() -> int:
        return sum("A zebra stays English." in problem.message for problem in build(german).problems)

    assert (told(), told()) == (1, 1)
    (settings.root / "seeds" / "ferry.txt").unlink()
    (settings.root / "seeds" / "ferry.yml").unlink()
    assert told() == 1


@pytest.mark.parametrize("raw", [b"", b"spoiled", b"\xff", b"0" * 64 + b"\n[]"])
def test_kept_pages_that_are_damaged_are_made_again(raw: bytes, settings: Settings) -> None:
    before = pages(settings)
    for path in entries(settings, "pages"):
        path.write_bytes(raw)
    assert pages(settings) == before
    assert all(path.read_bytes() != raw for path in entries(settings, "pages"))
